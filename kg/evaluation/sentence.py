"""The sentence around a stretch of text, found without a parser."""

from __future__ import annotations

import re

from kg.evaluation.gold import Fact

_END = re.compile(r"[.!?…](?=[\s»\"])|\n")


def sentence_of(fact: Fact, text: str) -> str:
    """The sentence of `text` that holds the fact's evidence, or the evidence if it is not there."""
    start = text.find(fact.evidence) if fact.start is None else fact.start
    if start < 0 or not fact.evidence:
        return fact.evidence
    before = [match.end() for match in _END.finditer(text, 0, start)]
    after = _END.search(text, start + len(fact.evidence) - 1)
    return text[before[-1] if before else 0 : after.end() if after else len(text)].strip()
