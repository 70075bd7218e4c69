"""Governors whose complement the parse hangs elsewhere: "X dément le raid", "compte rapatrier".

Most are verbs that the tagger takes for another word.
"""

from __future__ import annotations

import itertools

from kg.claims.certainty.data import ASSERTED, CertaintyData, Governor
from kg.claims.language import fold
from kg.claims.verbs import is_infinitive
from kg.records import Token
from kg.syntax import Tree

SUBJECTS = ("NOUN", "PROPN", "PRON", "ADJ", "PUNCT")
"""What may stand right before such a verb."""
TAGS = ("NOUN", "ADV", "ADJ", "PROPN", "X", "AUX")
"""What the tagger takes such a verb for."""


def unlinked_governors(tree: Tree, data: CertaintyData) -> dict[int, Token]:
    """The verb that governs each word whose head in `tree` is not it, by the index of the word."""
    found: dict[int, Token] = {}
    for verb in tree.tokens:
        governor = _governor(tree, verb, data)
        if governor is None or governor.level == ASSERTED:
            continue
        word = _complement(tree, verb, governor, data)
        if word is not None and not _is_linked(tree, verb, word):
            found[word.index] = verb
    return found


def _is_linked(tree: Tree, verb: Token, word: Token) -> bool:
    """Whether the parse tells that `verb` governs the clause of `word`, or that it can't."""
    if verb.pos != "VERB":
        return False
    told = tree.head(word) is verb and word.dep != "acl:relcl"
    return told or (word in tree.ancestors(verb) and not is_infinitive(tree, word))


def _governor(tree: Tree, token: Token, data: CertaintyData) -> Governor | None:
    """The class of a doubting verb: tagged as one, or standing behind what may be its subject."""
    if token.pos == "VERB":
        return data.governor(token)
    if token.pos not in TAGS or token.index == 0 or _is_noun(tree, token):
        return None
    before = tree.tokens[token.index - 1]
    subject = before.pos in SUBJECTS and fold(before.text) not in data.negation.none
    return data.finite_governor(token) if subject else None


def _is_noun(tree: Tree, token: Token) -> bool:
    """Whether a determiner or preposition goes with `token`, and with no noun between the two."""
    return any(
        all(t.pos not in ("NOUN", "PROPN") for t in tree.tokens[child.index + 1 : token.index])
        for child in tree.children(token, "det", "case")
    )


def _complement(tree: Tree, verb: Token, governor: Governor, data: CertaintyData) -> Token | None:
    """The clause that opens right after `verb`; for one tagged as no verb, infinitive or noun."""
    after = itertools.dropwhile(lambda t: t.pos == "ADV", tree.tokens[verb.index + 1 :])
    first = next(after, verb)
    opened = first if first.pos == "VERB" else tree.head(first)
    if opened.index < first.index or first is verb:
        return None
    if fold(first.text) in data.that:
        return opened if opened is not first else None
    if verb.pos == "VERB" and verb.morph.get("VerbForm") != "Fin":
        return None
    if is_infinitive(tree, opened):
        return opened
    linking = first.pos == "DET" or fold(first.text) in data.complement_prepositions
    noun = linking and opened.pos == "NOUN" and verb.pos != "VERB"
    return opened if noun and governor.objects else None
