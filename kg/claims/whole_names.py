"""Names of several words that the parser takes apart, each as one part of the sentence.

« une faction rivale de Boko Haram a attaqué »: not Haram attacks.  Of the words of a name that
depend on others than one another, one stands for the name: that with the preposition before it,
else a subject or object, else the first; the others are part of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.records import Analysis, Entity, Span, Token
from kg.syntax import Tree

PART = "flat"
CORE = ("nsubj", "obj", "iobj", "root")
NOMINAL = ("NOUN", "PROPN", "X", "ADJ", "ADV", "PUNCT", "NUM")


def with_whole_names(analysis: Analysis, entities: Iterable[Entity]) -> Analysis:
    """`analysis` with each name of `entities` as one part of its sentence."""
    tree = Tree(analysis)
    changed: dict[int, Token] = {}
    spans = {span for entity in entities for span in entity.mentions}
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        changed |= _as_one(span, tree, changed)
    if not changed:
        return analysis
    sentences = tuple(
        replace(s, tokens=tuple(changed.get(t.index, t) for t in s.tokens))
        for s in analysis.sentences
    )
    return replace(analysis, sentences=sentences)


def _as_one(span: Span, tree: Tree, changed: dict[int, Token]) -> dict[int, Token]:
    inside = tree.covering(span.start, span.end)
    if len(inside) < 2 or not _is_name(inside) or any(t.index in changed for t in inside):
        return {}
    indexes = {token.index for token in inside}
    outer = [token for token in inside if token.head not in indexes or token.head == token.index]
    if len(outer) < 2:
        return {}
    first = inside[0]
    chosen = min(outer, key=lambda token: (not _has_case(token, first, tree), not _is_core(token)))
    return {t.index: replace(t, dep=PART, head=chosen.index) for t in outer if t is not chosen}


def _is_name(inside: list[Token]) -> bool:
    """Whether the words are a proper name: with capitals at both ends, and no verb or article."""
    capitals = inside[0].text[0].isupper() and inside[-1].text[0].isupper()
    return capitals and all(token.pos in NOMINAL for token in inside)


def _has_case(token: Token, first: Token, tree: Tree) -> bool:
    return any(case.index == first.index - 1 for case in tree.children(token, "case"))


def _is_core(token: Token) -> bool:
    return token.dep.split(":")[0].lower() in CORE
