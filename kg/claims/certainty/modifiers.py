"""Adjectives, participles and adverbs on the fact's own word: "présumé", "raté", "peut-être"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.certainty.data import NEGATED, SURE, VERBAL, CertaintyData, Doubt
from kg.claims.forms import masculine
from kg.claims.language import fold
from kg.records import Token
from kg.syntax import Tree

MODIFIERS = ("amod", "advmod", "acl", "nmod", "appos")
COMPOUND = 3
"""The tagger cuts a compound adjective in so many words: "soi-disant"."""


def modified(tree: Tree, data: CertaintyData, token: Token) -> Doubt:
    """The doubt of an adjective, participle or adverb on `token`."""
    found = [
        Doubt(level, "modifier", words)
        for forms, words in _modifiers(tree, data, token)
        for level, listed in data.modifiers.items()
        if not forms.isdisjoint(listed)
    ]
    return data.strongest(SURE, *found)


def of_doer(tree: Tree, data: CertaintyData, token: Token) -> Doubt:
    """The doubt on `token` as the one who did it ("des jihadistes présumés ont attaqué")."""
    cases = [fold(c.text) for c in tree.children(token, "case")]
    by = any(c in data.agent_prepositions for c in cases)
    found = modified(tree, data, token) if by or token.dep == "nsubj" else SURE
    return SURE if found is SURE else Doubt(found.level, "participant", found.words)


def _modifiers(
    tree: Tree, data: CertaintyData, token: Token
) -> Iterator[tuple[frozenset[str], tuple[Token, ...]]]:
    """Each modifier of `token`, as the data may write it, with its words."""
    false = data.adjective(token)
    if token.pos in ("ADJ", "ADV") and (false is None or false.level != NEGATED):
        yield _forms(token), (token,)
    for noun in (token, *_bare_complements(tree, token)):
        for child in tree.children(noun):
            if _modifies(tree, data, child, noun):
                yield _forms(child), (child,)
    for neighbour in _beside(tree, token):
        if _agree(token, neighbour):
            yield _forms(neighbour), (neighbour,)
    before = tree.tokens[max(0, token.index - COMPOUND) : token.index]
    yield frozenset(("".join(fold(t.text) for t in before),)), before


def _forms(modifier: Token) -> frozenset[str]:
    return frozenset((modifier.lemma, fold(modifier.text), masculine(modifier.text)))


def _bare_complements(tree: Tree, noun: Token) -> list[Token]:
    """« une tentative d'attentat déjouée »: what is said of the complement is said of both."""
    if noun.pos != "NOUN":
        return []
    return [t for t in tree.children(noun, "nmod") if not tree.children(t, "det")]


def _beside(tree: Tree, noun: Token) -> list[Token]:
    """The adjectives and participles that touch `noun`, whatever the parse makes of them."""
    if noun.pos != "NOUN":
        return []
    indexes = [i for i in (noun.index - 1, noun.index + 1) if 0 <= i < len(tree.tokens)]
    beside = [tree.tokens[i] for i in indexes]
    return [t for t in beside if t.pos in VERBAL and not tree.children(t, "aux", "cop")]


def _modifies(tree: Tree, data: CertaintyData, child: Token, token: Token) -> bool:
    if child.pos == "ADV":
        after = tree.tokens[min(child.index + 1, len(tree.tokens) - 1)]
        return fold(after.text) not in data.negation.not_before
    if token.pos in ("VERB", "AUX") or child.dep.split(":")[0] not in MODIFIERS:
        return False
    return _agree(token, child) and not tree.children(child, "case", "det")


def _agree(noun: Token, modifier: Token) -> bool:
    """Whether their numbers let `modifier` belong to `noun`; genders are too often misread."""
    number = modifier.morph.get("Number")
    return number is None or noun.morph.get("Number", number) == number
