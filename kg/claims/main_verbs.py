"""Main verbs that the parser takes for nouns behind an insertion or another clause.

« Le M23, soutenu par Kigali, contrôle Goma », « Après la trêve, l'armée attaque Goma »: a noun
phrase stands before the form of a known verb, or before the commas around what is inserted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from kg.claims.forms import forms
from kg.claims.language import fold
from kg.claims.lexicon import words
from kg.records import Sentence, Token
from kg.syntax import Tree

LONGEST = 9
"""Words that the phrase of a subject may take."""
INSERTED = 25
"""Words that an insertion may take."""
PHRASE = ("NOUN", "PROPN", "ADJ", "X", "NUM", "DET", "ADP")
NOUNS = ("NOUN", "PROPN")
UNTIED = ("parataxis", "obl", "advmod", "amod", "nmod", "appos", "acl", "xcomp", "conj", "dep")
"""What the parser takes a main verb for that it finds no subject for."""
FINITE = {"VerbForm": "Fin", "Mood": "Ind", "Tense": "Pres"}


@dataclass(frozen=True, slots=True)
class Subject:
    """The noun that is the subject, and the word before its phrase, if there is one."""

    noun: Token
    boundary: Token | None


def main_verb(
    token: Token, sentence: Sentence, tree: Tree, infinitive: Callable[[str], str]
) -> dict[int, Token]:
    """The tokens to change if `token` is a main verb without a subject; else nothing.

    `infinitive` gives the known verb of a form, or "".
    """
    if not _may_be(token, tree):
        return {}
    lemma = token.lemma if token.pos == "VERB" else infinitive(fold(token.text))
    if not lemma:
        return {}
    tokens = sentence.tokens
    at = token.index - tokens[0].index
    if relative := _relative(tokens, at, tree):
        return _as_relative(token, lemma, *relative)
    subject = _subject(tokens, at)
    if subject is None or not _agrees(subject.noun, token, tree):
        return {}
    return _as_main(token, lemma, subject, tree)


def _may_be(token: Token, tree: Tree) -> bool:
    verb = token.pos == "VERB" and token.morph.get("VerbForm") == "Fin"
    if not (verb or token.pos in ("NOUN", "ADJ")) or not token.text.islower():
        return False
    if verb and token.dep.split(":")[0] not in UNTIED:
        return False
    held = tree.children(token, "det", "case", "cop", "aux", "nsubj", "mark", "nummod")
    return all(_is_object_relative(t) for t in held)


def _subject(tokens: tuple[Token, ...], at: int) -> Subject | None:
    """The subject of the verb at `at`: right before it, or before an insertion."""
    if at < 2 or at + 1 >= len(tokens) or not _goes_on(tokens[at + 1]):
        return None
    if tokens[at - 1].text != ",":
        found = _phrase(tokens, at)
        tied = found and (found.boundary is None or found.boundary.pos == "PRON")
        return None if tied else found
    for comma in range(at - 2, max(0, at - INSERTED), -1):
        if tokens[comma].text == ",":
            return _phrase(tokens, comma)
    return None


def _relative(tokens: tuple[Token, ...], at: int, tree: Tree) -> tuple[Token, Token, Token] | None:
    """« Y, que contrôle X », « Y, que X contrôle »: the antecedent, « que » and the subject."""
    found = _phrase(tokens, at) if not _is_object_relative(tokens[at - 1]) else _behind(tokens, at)
    pronoun = found.boundary if found else None
    if found is None or pronoun is None or not _is_object_relative(pronoun):
        return None
    before = [t for t in tokens if t.index < pronoun.index and t.text != ","][-1:]
    if not before or before[0].pos not in ("NOUN", "PROPN", "ADJ"):
        return None
    head = tree.head(tokens[at])
    nouns = [t for t in tokens if t.index <= before[0].index and t.pos in NOUNS]
    if head in nouns:
        return head, pronoun, found.noun
    return (nouns[-1], pronoun, found.noun) if nouns else None


def _is_object_relative(token: Token) -> bool:
    return fold(token.text) in words().object_relatives


def _behind(tokens: tuple[Token, ...], at: int) -> Subject | None:
    """The subject right behind the verb at `at`."""
    behind = tokens[at + 1 : at + 3]
    noun = next((t for t in behind if t.pos in NOUNS), None)
    return Subject(noun, tokens[at - 1]) if noun and behind[0].pos in ("DET", "PROPN") else None


def _as_relative(
    token: Token, lemma: str, antecedent: Token, pronoun: Token, subject: Token
) -> dict[int, Token]:
    """`token` as the verb of a relative clause, of which « que » is the object."""
    return {
        token.index: replace(
            token,
            pos="VERB",
            lemma=lemma,
            morph=dict(FINITE),
            head=antecedent.index,
            dep="acl:relcl",
        ),
        pronoun.index: replace(pronoun, pos="PRON", head=token.index, dep="obj"),
        subject.index: replace(subject, head=token.index, dep="nsubj"),
    }


def _goes_on(after: Token) -> bool:
    return after.pos in ("DET", "PROPN") or fold(after.text) in forms().behind_verbs


def _phrase(tokens: tuple[Token, ...], end: int) -> Subject | None:
    """The noun phrase right before `end`, begun by an article or a name."""
    start = end
    while start > 0 and end - start < LONGEST and tokens[start - 1].pos in PHRASE:
        start -= 1
    boundary = tokens[start - 1] if start else None
    joined = boundary and boundary.pos in ("CCONJ", "SCONJ", "PRON")
    if boundary and boundary.text != "," and not joined:
        return None
    if start == end or tokens[start].pos not in ("DET", "PROPN"):
        return None
    noun = next((t for t in tokens[start:end] if t.pos in NOUNS), None)
    return Subject(noun, boundary) if noun else None


def _agrees(noun: Token, verb: Token, tree: Tree) -> bool:
    """Whether both are plural, or neither."""
    numbers = {t.morph.get("Number") for t in tree.children(noun, "det")}
    plural = fold(verb.text).endswith(forms().present_plural)
    return numbers == {None} or plural == ("Plur" in numbers) or not numbers


def _as_main(token: Token, lemma: str, subject: Subject, tree: Tree) -> dict[int, Token]:
    """`token` as the verb of its clause, with its subject, and what follows hanging on it."""
    sentence = tree.sentence(token)
    above = _above(subject, sentence)
    link = "ccomp" if subject.boundary and subject.boundary.pos == "SCONJ" else "conj"
    verb = replace(token, pos="VERB", lemma=lemma, morph=dict(FINITE), head=token.index, dep="ROOT")
    if above:
        verb = replace(verb, head=above.index, dep=link)
    noun = subject.noun
    changed = {token.index: verb, noun.index: replace(noun, head=token.index, dep="nsubj")}
    for other in sentence.tokens:
        if other.index in changed:
            continue
        if other.head == other.index and not above:
            inside = noun.index < other.index < token.index
            head, dep = (noun.index, "acl") if inside else (token.index, "advcl")
            changed[other.index] = replace(other, head=head, dep=dep)
        elif other.index > token.index > other.head or other.head == token.index < other.index:
            changed[other.index] = replace(other, head=token.index)
    return changed | _object(token, changed, tree)


def _above(subject: Subject, sentence: Sentence) -> Token | None:
    """The verb before the conjunction that joins the clause to it."""
    if subject.boundary is None or subject.boundary.text == ",":
        return None
    before = [t for t in sentence.tokens if t.index < subject.boundary.index]
    return next((t for t in reversed(before) if t.pos == "VERB"), None)


def _object(verb: Token, changed: dict[int, Token], tree: Tree) -> dict[int, Token]:
    """The first noun behind the verb, as its object if no preposition stands before it."""
    behind = (changed[index] for index in sorted(changed) if index > verb.index)
    first = next((token for token in behind if token.pos in NOUNS), None)
    if first is None or tree.children(first, "case"):
        return {}
    return {first.index: replace(first, dep="obj")}
