"""Comparing names and values by their words."""

from __future__ import annotations

import re
import unicodedata

from kg.evaluation.rules import rules, value_kind

_NUMBER = re.compile(r"\d+(?:[ .\u202f\u00a0]\d{3})*")
_BOUND = re.compile(r"[<>~]=?")


def fold(text: str) -> str:
    """`text` without accents, case, punctuation and leading article."""
    text = unicodedata.normalize("NFKD", text.replace("’", "'").replace("œ", "oe")).casefold()
    text = "".join(c for c in text if not unicodedata.combining(c))
    folded = re.sub(r"[^a-z0-9]+", " ", text).strip()
    first, _, rest = folded.partition(" ")
    return rest if rest and first in rules().articles else folded


def words(text: str) -> set[str]:
    """The content words of `text`, folded, without plural endings."""
    return {
        word.rstrip("sx")
        for word in fold(text).split()
        if word not in rules().stop_words and len(word) > 2
    }


def likeness(a: set[str], b: set[str]) -> float:
    """The share of common words (Jaccard), from 0 to 1."""
    return len(a & b) / len(a | b) if a | b else 0.0


def same_value(relation: str, gold: str, found: str) -> bool:
    """Whether two values of `relation` say the same: number and bound, date, or a content word."""
    kind = value_kind(relation)
    if kind == "count":
        return _same_count(gold, found)
    if kind == "date":
        return found.startswith(gold)
    return bool(words(gold) & words(found))


def _same_count(gold: str, found: str) -> bool:
    number = _number(gold)
    if number is None:
        return _number(found) is None and bool(words(gold) & words(found))
    return number == _number(found) and _BOUND.findall(gold) == _BOUND.findall(found)


def _number(text: str) -> str | None:
    match = _NUMBER.search(text)
    return re.sub(r"\D", "", match.group()) if match else None
