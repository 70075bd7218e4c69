"""Word forms: what endings tell where the tagger is silent or wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.claims.language import fold, language_data
from kg.records import Token


@dataclass(frozen=True, slots=True)
class Forms:
    """The content of forms.yaml."""

    conditional: list[str]
    future: list[str]
    stems: list[str]
    irregular_stems: list[str]
    infinitives: list[str]
    present: dict[str, str]
    present_plural: str
    feminine_plural: str
    irregular_present: dict[str, str]
    behind_verbs: list[str]
    irregular_participles: dict[str, str]
    open_vowel: str
    closed_vowel: str
    regular_participle: tuple[str, str]
    agreement: str
    plural: str
    elided: dict[str, str]


def forms() -> Forms:
    """The French endings."""
    return language_data("claims/forms", Forms)


@lru_cache(maxsize=2**16)
def masculine(word: str) -> str:
    """`word` folded, without the endings of feminine and plural: "tuées" is "tué"."""
    return singular(re.sub(forms().agreement, "", fold(word)))


def singular(word: str) -> str:
    """`word` without the ending of the plural."""
    return word.removesuffix(forms().plural)


def infinitive(form: str) -> str:
    """The infinitive of a regular verb in the present: "estime" is "estimer"."""
    endings = sorted(forms().present, key=len, reverse=True)
    ending = next((e for e in endings if form.endswith(e)), None)
    return form if ending is None else form.removesuffix(ending) + forms().present[ending]


def is_conditional(token: Token) -> bool:
    """Whether the finite verb `token` is a conditional, by its mood or else its ending."""
    if token.morph.get("Mood") == "Cnd":
        return True
    if token.pos not in ("VERB", "AUX") or token.morph.get("VerbForm") not in ("Fin", None):
        return False
    return _has_ending(token, forms().conditional)


def is_future(token: Token) -> bool:
    """Whether the finite verb `token` is a future."""
    if token.morph.get("Tense") == "Fut":
        return fold(token.text).endswith(tuple(forms().future))
    if token.pos not in ("VERB", "AUX") or token.morph.get("VerbForm") != "Fin":
        return False
    return token.morph.get("Tense") != "Past" and _has_ending(token, forms().future)


def _has_ending(token: Token, endings: list[str]) -> bool:
    """Whether the verb ends so, and not as the imperfect or past of a verb with "r" in its stem."""
    word = fold(token.text)
    ending = next((e for e in endings if word.endswith(e)), None)
    if ending is None:
        return False
    stem = word[: len(word) - len(ending) + 1]
    if token.lemma in {stem + i for i in forms().infinitives}:
        return False
    return stem.endswith((*forms().stems, *forms().irregular_stems))
