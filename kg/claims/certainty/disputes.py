"""What the sentence tells and somebody denies, or what only a false source shows."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.certainty.data import NEGATED, POSSIBLE, SURE, CertaintyData, Doubt
from kg.claims.certainty.modifiers import modified
from kg.claims.language import fold
from kg.records import Token
from kg.syntax import Tree

MAIN = ("ROOT", "conj", "ccomp", "parataxis")
PAUSES = (",", ";", ".", "–", "—")
REACH = 4
"""Words among which a denial stands: after "une accusation", or by itself: "mais Kigali dément"."""


def contested(tree: Tree, data: CertaintyData, token: Token) -> Doubt:
    """What is denied behind it: "…, ce que dément X", "…, une accusation rejetée par X"."""
    if token.dep not in MAIN:
        return SURE
    for words in _comments(tree, data, token):
        for word in words:
            governor = data.governor(word) or data.finite_governor(word)
            if governor is not None and governor.level == NEGATED and governor.own:
                return Doubt(data.contested, "dispute", (words[0], word))
    return SURE


def of_false_source(tree: Tree, data: CertaintyData, clause: Token) -> Doubt:
    """What is shown by what is false: "une vidéo truquée montre …"."""
    for subject in tree.children(clause, "nsubj"):
        false = modified(tree, data, subject) if subject.lemma in data.contents else SURE
        if false.level == NEGATED:
            return Doubt(POSSIBLE, "dispute", false.words)
    return SURE


def _comments(tree: Tree, data: CertaintyData, token: Token) -> Iterator[tuple[Token, ...]]:
    """The words of each comment on what `token` tells, from its "ce que" or its noun on."""
    sentence = tree.sentence(token).tokens
    after = sentence[token.index - sentence[0].index + 1 :]
    for position, comma in enumerate(after[:-2]):
        if comma.text not in PAUSES:
            continue
        rest = after[position + 1 :]
        short = _until(rest)
        if len(short) <= REACH:
            yield short[-1:]
        if fold(rest[0].text) in data.presenting and fold(rest[1].text) in data.that:
            yield short
        noun = rest[1] if rest[0].pos == "DET" else rest[0]
        if noun.lemma in data.contents:
            yield rest[noun.index - rest[0].index :][: REACH + 1]


def _until(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """`words` up to the next pause."""
    end = next((n for n, t in enumerate(words) if t.text in PAUSES), len(words))
    return words[:end]
