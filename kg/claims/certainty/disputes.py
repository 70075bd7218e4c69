"""What the sentence tells and somebody denies, or what only a false source shows."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.certainty.data import (
    ASSERTED,
    NEGATED,
    POSSIBLE,
    SURE,
    CertaintyData,
    Doubt,
    Governor,
)
from kg.claims.certainty.denials import denied
from kg.claims.certainty.modifiers import modified
from kg.claims.language import fold
from kg.records import Token
from kg.syntax import Tree

MAIN = ("ROOT", "conj", "ccomp", "parataxis")
PAUSES = (",", ";", ".", "–", "—")
REACH = 4
"""Words among which a denial stands: after "une accusation", or by itself: "mais Kigali dément"."""


def contested(tree: Tree, data: CertaintyData, token: Token) -> Doubt:
    """What is denied behind it: "…, ce que dément X", "…, ce qui n'est pas confirmé"."""
    if token.dep not in MAIN:
        return SURE
    for words in _comments(tree, data, token):
        negated = any(fold(t.text) in data.negation.ne for t in words)
        for word in words:
            governor = data.governor(word) or data.finite_governor(word)
            if governor is not None and _disputes(governor, negated=negated):
                return Doubt(data.contested, "dispute", (words[0], word))
    return SURE


def disputed(tree: Tree, data: CertaintyData, noun: Token) -> Doubt:
    """What its relative clause denies: "une attaque que l'armée n'a pas confirmée"."""
    names = [t for t in tree.children(noun, "nmod") if t.pos == "PROPN"]
    for clause in [c for each in (noun, *names) for c in tree.children(each, "acl")]:
        governor = data.governor(clause)
        if governor is None or tree.children(clause, "xcomp", "ccomp", "advcl"):
            continue
        not_so = denied(tree, data, clause)
        if _disputes(governor, negated=not_so is not SURE):
            return Doubt(data.contested, "dispute", (*not_so.words, clause))
    return SURE


def of_false_source(tree: Tree, data: CertaintyData, clause: Token) -> Doubt:
    """What is shown by what is false: "une vidéo truquée montre …"."""
    for subject in tree.children(clause, "nsubj"):
        false = modified(tree, data, subject) if subject.lemma in data.contents else SURE
        if false.level == NEGATED:
            return Doubt(POSSIBLE, "dispute", false.words)
    return SURE


def _disputes(governor: Governor, *, negated: bool) -> bool:
    """Whether a verb of denial is not `negated`, or one of confirmation is."""
    if negated:
        return governor.objects and governor.level == ASSERTED != governor.denied
    return governor.own and governor.level == NEGATED


def _comments(tree: Tree, data: CertaintyData, token: Token) -> Iterator[tuple[Token, ...]]:
    """The words of each comment on what `token` tells, from its "ce que", "ce qui" or noun on."""
    sentence = tree.sentence(token).tokens
    after = sentence[token.index - sentence[0].index + 1 :]
    for position, comma in enumerate(after[:-2]):
        if comma.text not in PAUSES:
            continue
        rest = after[position + 1 :]
        short = _until(rest)
        if len(short) <= REACH:
            yield short[-1:]
        relative = fold(rest[1].text) in data.that or rest[1].pos == "PRON"
        if fold(rest[0].text) in data.presenting and relative:
            yield short
        noun = rest[1] if rest[0].pos == "DET" else rest[0]
        if noun.lemma in data.contents:
            yield rest[noun.index - rest[0].index :][: REACH + 1]


def _until(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """`words` up to the next pause."""
    end = next((n for n, t in enumerate(words) if t.text in PAUSES), len(words))
    return words[:end]
