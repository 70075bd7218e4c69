"""Nouns with a hyphen that the parser takes apart, put together again: « un attentat-suicide ».

The first noun gets the place of both in the sentence, and what depends on the second; the second
is part of it.
"""

from __future__ import annotations

from dataclasses import replace

from kg.records import Analysis, Sentence, Token

HYPHENS = ("-", "‐", "‑")
PART = "flat"
CORE = ("nsubj", "obj", "iobj", "root", "obl:agent", "obl:arg")


def with_compounds(analysis: Analysis) -> Analysis:
    """`analysis` with each noun that a hyphen makes of two as one phrase."""
    sentences = tuple(map(_joined, analysis.sentences))
    return replace(analysis, sentences=sentences)


def _joined(sentence: Sentence) -> Sentence:
    changed: dict[int, Token] = {}
    tokens = sentence.tokens
    for first, hyphen, second in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if hyphen.text in HYPHENS and _is_compound(first, hyphen, second):
            changed |= _as_one(first, hyphen, second, tokens)
    if not changed:
        return sentence
    return replace(sentence, tokens=tuple(changed.get(token.index, token) for token in tokens))


def _is_compound(first: Token, hyphen: Token, second: Token) -> bool:
    close = first.end == hyphen.start and hyphen.end == second.start
    nouns = first.pos == second.pos == "NOUN"
    return close and nouns and first.text.islower() and second.text.islower()


def _as_one(
    first: Token, hyphen: Token, second: Token, tokens: tuple[Token, ...]
) -> dict[int, Token]:
    inside = (first.index, hyphen.index, second.index)
    outer = [token for token in (first, second, hyphen) if _leads_out(token, inside, tokens)]
    place = min(outer or [first], key=lambda token: token.dep.lower().split(":pass")[0] not in CORE)
    head = first.index if place.head == place.index else place.head
    found = {
        token.index: replace(token, head=first.index)
        for token in tokens
        if token.head in inside[1:] and token.index not in inside
    }
    found[first.index] = replace(first, dep=place.dep, head=head)
    for part in (hyphen, second):
        found[part.index] = replace(part, dep=PART, head=first.index)
    return found


def _leads_out(token: Token, inside: tuple[int, ...], tokens: tuple[Token, ...]) -> bool:
    """Whether no head above `token` is one of those `inside`."""
    offset = tokens[0].index
    while token.head != token.index:
        token = tokens[token.head - offset]
        if token.index in inside:
            return False
    return True
