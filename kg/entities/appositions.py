"""Phrases that explain the name before them: « X, une branche dissidente de Y »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.entities.clusters import DESCRIPTION, NAME
from kg.ontology import load
from kg.records import Analysis, Mention, Token


def with_appositions(analysis: Analysis, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, those that only explain a name made into descriptions of it."""
    tokens = [token for sentence in analysis.sentences for token in sentence.tokens]
    ends = {m.end: m for m in mentions if m.kind == NAME and not m.text[0].islower()}
    return tuple(
        replace(m, kind=DESCRIPTION) if _explains(m, tokens, ends) else m for m in mentions
    )


def _explains(mention: Mention, tokens: list[Token], ends: dict[int, Mention]) -> bool:
    if mention.kind != NAME or mention.canonical or not mention.text[0].islower():
        return False
    index = mention.head
    while index and tokens[index].start > mention.start:
        index -= 1
    index -= 1
    while index > 0 and tokens[index].pos in ("DET", "NUM"):
        index -= 1
    if index < 1 or tokens[index].text != ",":
        return False
    named = ends.get(tokens[index - 1].end)
    return named is not None and _same_kind(named.type, mention.type)


def _same_kind(one: str, other: str) -> bool:
    ontology = load()
    return ontology.is_a(one, other) or ontology.is_a(other, one)
