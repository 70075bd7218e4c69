"""Verbs that the tagger takes for another word: "Ankara dément le raid", "l'ONU doute que …"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.doubts import ASSERTED, CertaintyData
from kg.claims.language import fold
from kg.claims.verbs import is_clause, is_infinitive
from kg.records import Token
from kg.syntax import Tree

SUBJECTS = ("NOUN", "PROPN", "PRON", "ADJ", "PUNCT")
"""What may stand right before such a verb."""
TAGS = ("NOUN", "ADV", "ADJ", "PROPN", "X")
"""What the tagger takes such a verb for."""


def misread_verbs(tree: Tree, data: CertaintyData) -> dict[int, Token]:
    """The verb that governs each word whose head in `tree` is not it, by the index of the word."""
    found: dict[int, Token] = {}
    for verb in tree.tokens:
        if verb.pos in TAGS and _stands_as_verb(tree, verb, data):
            for word in _complements(tree, verb, data):
                found[word.index] = verb
    return found


def _stands_as_verb(tree: Tree, token: Token, data: CertaintyData) -> bool:
    """Whether `token` has the form of a doubting verb, and stands behind what may be its subject.

    No preposition or determiner may go with the word: then it is the noun that it looks like.
    """
    governor = data.finite_governor(token)
    if governor is None or governor.level == ASSERTED or token.index == 0:
        return False
    before = tree.tokens[token.index - 1]
    denies = fold(before.text) in data.negation.none
    return before.pos in SUBJECTS and not denies and not tree.children(token, "det", "case")


def _complements(tree: Tree, verb: Token, data: CertaintyData) -> Iterator[Token]:
    """The clause, infinitive or noun that opens right after `verb`."""
    index = verb.index + 1
    while index < len(tree.tokens) and tree.tokens[index].pos == "ADV":
        index += 1
    if index >= len(tree.tokens):
        return
    first = tree.tokens[index]
    opened = first if first.pos == "VERB" else tree.head(first)
    if opened.index < index:
        return
    governor = data.finite_governor(verb)
    noun = first.pos == "DET" and opened.pos == "NOUN"
    if (
        (fold(first.text) in data.that and is_clause(tree, opened))
        or is_infinitive(tree, opened)
        or (noun and governor is not None and governor.objects)
    ):
        yield opened
