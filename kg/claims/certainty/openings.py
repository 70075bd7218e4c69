"""What opens a clause or an infinitive: "si", "sans", "pour", "avant que"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.certainty.data import (
    ALLEGED,
    ASSERTED,
    NEGATED,
    POSSIBLE,
    SURE,
    CertaintyData,
    Doubt,
    conjunctions,
    doubt,
    longest_conjunction,
    verbal_conjunctions,
)
from kg.claims.certainty.signs import is_that_clause
from kg.claims.forms import forms
from kg.claims.language import fold
from kg.claims.sources import occurrences
from kg.claims.verbs import is_clause, is_finished, is_infinitive
from kg.records import Token
from kg.syntax import Tree

CONDITION = "condition"
SMALL = ("AUX", "PRON", "ADV", "DET")


def opened(tree: Tree, data: CertaintyData, token: Token) -> Doubt:
    """What the conjunction or preposition before the clause or noun `token` makes of it."""
    kinds = _kinds(tree, token)
    if not kinds:
        return SURE
    first = min(kinds, key=list(data.conjunctions).index)
    return doubt(_level(tree, data, first, token), "conjunction", *kinds[first])


def is_condition(tree: Tree, token: Token) -> bool:
    """Whether a condition opens the clause of `token`: "si …"."""
    return CONDITION in _kinds(tree, token)


def opens(tree: Tree, token: Token) -> bool:
    """Whether `token` is a word of a conjunction: "supposer" in "à supposer que"."""
    if token.pos == "SCONJ" or not is_infinitive(tree, token):
        return False
    found = occurrences(tree, token, verbal_conjunctions())
    return any(token in words for words in found)


def _kinds(tree: Tree, token: Token) -> dict[str, tuple[Token, ...]]:
    """The kinds of what opens `token`, with the first words of each."""
    kinds: dict[str, tuple[Token, ...]] = {}
    for words in _openings(tree, token):
        kind = conjunctions().get(_texts(words))
        if kind:
            kinds.setdefault(kind, words)
    return kinds


def _level(tree: Tree, data: CertaintyData, kind: str, token: Token) -> str:
    if kind == "absence":
        return NEGATED
    if kind == CONDITION:
        return data.condition
    main = tree.head(token).lemma
    if kind == "before":
        return POSSIBLE if main in data.interceptions else ASSERTED
    if main in data.taking and is_finished(tree, tree.head(token)):
        return ASSERTED
    if not is_infinitive(tree, token):
        return POSSIBLE if is_that_clause(tree, data, token) else ASSERTED
    if not tree.children(token, "aux:tense"):
        return POSSIBLE
    return ASSERTED if main in data.presupposing else ALLEGED


def _openings(tree: Tree, token: Token) -> Iterator[tuple[Token, ...]]:
    """The words that may open the clause of `token`, or stand right before its infinitive."""
    opening = tree.children(token, "mark", "case")
    opening += [
        mark for subject in tree.children(token, "nsubj") for mark in tree.children(subject, "mark")
    ]
    starts = [c.index for c in opening if c.index < token.index]
    finite = is_clause(tree, token) and not is_infinitive(tree, token)
    ends = [i + 1 for i in starts] if finite else [t.index for t in _group(tree, token)]
    for count in range(1, longest_conjunction() + 1):
        for start in starts:
            yield tree.tokens[start : start + count]
        for end in ends:
            words = tree.tokens[max(0, end - count) : end]
            if finite or count > 1 or conjunctions().get(_texts(words)) == "absence":
                yield words


def _group(tree: Tree, token: Token) -> list[Token]:
    """`token` with the auxiliaries, clitics, adverbs and determiners before it."""
    children = tree.children(token)
    return [token, *(c for c in children if c.index < token.index and c.pos in SMALL)]


def _texts(words: tuple[Token, ...]) -> tuple[str, ...]:
    return tuple(_plain(t) for t in words)


def _plain(token: Token) -> str:
    text = fold(token.text)
    return forms().elided.get(text, text) if token.pos == "SCONJ" else text
