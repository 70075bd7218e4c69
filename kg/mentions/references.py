"""Words that refer back to something named: descriptions (« le groupe ») and pronouns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.identity import fold
from kg.mentions.candidates import DESCRIPTION, PRONOUN, Candidate
from kg.mentions.text import Text
from kg.mentions.words import folded
from kg.ontology.declaration import read
from kg.ontology.languages import folder
from kg.ontology.terms import ClassName
from kg.records import Token

NOMINAL = ("NOUN", "PROPN", "ADJ")
SOURCE = "reference"


@dataclass(frozen=True, slots=True)
class ReferenceWords:
    """The content of `references.yaml`; its top says what each key means."""

    determiners: frozenset[str]
    pronouns: frozenset[str]
    demonstratives: frozenset[str]
    pointed_at: frozenset[str]
    possessives: frozenset[str]
    descriptions: dict[ClassName, tuple[str, ...]]


@cache
def reference_words(language: str) -> ReferenceWords:
    """The words of a language.

    Raises:
        DeclarationError: its `references.yaml` is broken.
    """
    return read(folder(language) / "names" / "references.yaml", ReferenceWords)


def references(text: Text, language: str) -> Iterator[Candidate]:
    """The pronouns, possessives and definite descriptions of `text`."""
    words = reference_words(language)
    types = {fold(noun): type_ for type_, nouns in words.descriptions.items() for noun in nouns}
    for token in text.tokens:
        if _is_pronoun(token, words) or _is_pointed_at(text, token, words):
            yield Candidate(token.start, token.end, "", PRONOUN, rank=3, source=SOURCE)
            continue
        type_ = types.get(folded(token.text), "")
        if type_ and token.pos in NOMINAL and _is_definite(text, token, words):
            yield Candidate(
                token.start, token.end, type_, DESCRIPTION, rank=3, nested=True, source=SOURCE
            )


def _is_pronoun(token: Token, words: ReferenceWords) -> bool:
    small = token.text.lower().lstrip("-")
    if small in words.possessives:
        return token.pos in ("DET", "PRON", "ADJ")
    return small in words.pronouns and token.pos in ("PRON", "ADV")


def _is_pointed_at(text: Text, token: Token, words: ReferenceWords) -> bool:
    """« ce dernier », but not « ce dernier point »."""
    if token.text.lower() not in words.pointed_at or not token.index:
        return False
    after = text.tokens[token.index + 1 : token.index + 2]
    if after and (after[0].pos in NOMINAL or after[0].pos == "NUM"):
        return False
    return text.tokens[token.index - 1].text.lower() in words.demonstratives


def _is_definite(text: Text, token: Token, words: ReferenceWords) -> bool:
    """Whether an article or demonstrative stands before `token`, over one adjective at most."""
    for back in (1, 2):
        if token.index < back:
            return False
        before = text.tokens[token.index - back]
        if before.text.lower().replace("’", "'") in words.determiners:
            return True
        if before.pos not in ("ADJ", "NUM"):
            return False
    return False
