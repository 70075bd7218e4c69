"""Text as folded words with their place: what wordings are matched on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.identity import fold

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[\s\-‐‑’'ʼ]*")
_AFTER_LETTER = re.compile(r"\.?[\s\-‐‑’'ʼ]*")

folded = lru_cache(maxsize=2**16)(fold)
"""The folded form of a word, kept for the next time that it stands in a text."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: `key` is its folded form; `joined` says that the last one is its neighbour.

    Neighbours have only spaces, hyphens and apostrophes between them, or the stop of an initial.
    """

    start: int
    end: int
    text: str
    key: str
    joined: bool


def words_of(text: str) -> list[Word]:
    """The words of `text`."""
    found: list[Word] = []
    for match in _WORD.finditer(text):
        joined = bool(found) and _are_neighbours(found[-1], text[found[-1].end : match.start()])
        found.append(Word(match.start(), match.end(), match[0], folded(match[0]), joined))
    return found


def _are_neighbours(word: Word, gap: str) -> bool:
    between = _AFTER_LETTER if len(word.text) == 1 else _BETWEEN
    return "\n" not in gap and between.fullmatch(gap) is not None


def keys_of(text: str) -> tuple[str, ...]:
    """The folded words of `text`."""
    return tuple(word.key for word in words_of(text))
