"""Verbs that the tagger takes for another word: "Ankara dément le raid", "l'ONU doute que …"."""

from __future__ import annotations

import itertools

from kg.claims.doubts import ASSERTED, CertaintyData, Governor
from kg.claims.language import fold
from kg.claims.verbs import is_infinitive
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
        governor = _governor(tree, verb, data)
        if governor is None or governor.level == ASSERTED:
            continue
        word = _complement(tree, verb, governor, data)
        linked = word is None or tree.head(word) is verb or word in tree.ancestors(verb)
        if word is not None and not (verb.pos == "VERB" and linked):
            found[word.index] = verb
    return found


def _governor(tree: Tree, token: Token, data: CertaintyData) -> Governor | None:
    """The class of a doubting verb: tagged as one, or standing behind what may be its subject.

    No preposition or determiner may go with the latter: it would be the noun that it looks like.
    """
    if token.pos == "VERB":
        return data.governor(token)
    if token.pos not in TAGS or token.index == 0 or tree.children(token, "det", "case"):
        return None
    before = tree.tokens[token.index - 1]
    subject = before.pos in SUBJECTS and fold(before.text) not in data.negation.none
    return data.finite_governor(token) if subject else None


def _complement(tree: Tree, verb: Token, governor: Governor, data: CertaintyData) -> Token | None:
    """The clause that opens right after `verb`; for one tagged as no verb, infinitive or noun."""
    after = itertools.dropwhile(lambda t: t.pos == "ADV", tree.tokens[verb.index + 1 :])
    first = next(after, verb)
    opened = first if first.pos == "VERB" else tree.head(first)
    if opened.index < first.index or first is verb:
        return None
    if fold(first.text) in data.that:
        return opened if opened is not first else None
    if verb.pos == "VERB":
        return None
    noun = first.pos == "DET" and opened.pos == "NOUN" and governor.objects
    return opened if noun or is_infinitive(tree, opened) else None
