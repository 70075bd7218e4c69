"""The French wordings of dates, as compiled patterns over a text."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from kg.claims.language import fold, language_data
from kg.errors import DeclarationError

BLANK = re.compile(r"(?P<class>\[[^\]]*\])|\\? (?P<optional>\??)")


@dataclass(frozen=True, slots=True)
class DatePattern:
    """A regular expression with named groups, and the rule that resolves them."""

    rule: str
    pattern: str


@dataclass(frozen=True, slots=True)
class DateData:
    """The content of dates.yaml."""

    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, str]
    quantities: dict[str, int]
    seasons: dict[str, int]
    parts_of_year: dict[str, str]
    days: dict[str, int]
    fixed_feasts: dict[str, str]
    easter_feasts: dict[str, int]
    anchored: dict[str, int]
    last: list[str]
    next: list[str]
    asides: list[str]
    parting: list[str]
    stretches: list[str]
    happening: list[str]
    pieces: dict[str, str]
    patterns: list[DatePattern]


@dataclass(frozen=True, slots=True)
class Wording:
    """A stretch of text that words a date, with its rule and its named groups in lower case."""

    start: int
    end: int
    rule: str
    groups: dict[str, str] = field(hash=False)


def date_data() -> DateData:
    """The French data on dates."""
    return language_data("claims/dates", DateData)


@lru_cache(maxsize=4)
def find_wordings(text: str) -> tuple[Wording, ...]:
    """Every wording of a date in `text`, in order, none overlapping; the longest wins."""
    plain = fold(text).replace("\u00a0", " ").replace("\u202f", " ")
    chosen: list[Wording] = []
    for wording in sorted(_matches(plain), key=lambda w: (w.start - w.end, w.start)):
        at = bisect_left(chosen, wording.end, key=_start)
        if at == 0 or chosen[at - 1].end <= wording.start:
            insort(chosen, wording, key=_start)
    return tuple(chosen)


def _start(wording: Wording) -> int:
    return wording.start


def _matches(text: str) -> Iterator[Wording]:
    for rule, pattern in _compiled():
        for match in pattern.finditer(text):
            groups = {k: v for k, v in match.groupdict().items() if v is not None}
            yield Wording(match.start(), match.end(), rule, groups)


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = date_data()
    lists: dict[str, Iterable[str]] = {
        "month": data.months,
        "weekday": data.weekdays,
        "unit": data.units,
        "quantity": [r"\d{1,3}", *data.quantities],
        "season": data.seasons,
        "part": data.parts_of_year,
        "days": data.days,
        "feast": [*data.fixed_feasts, *data.easter_feasts],
        "anchored": data.anchored,
        "last": data.last,
        "next": data.next,
    }
    pieces = {name: f"(?:{_alternatives(words)})" for name, words in lists.items()}
    pieces |= data.pieces
    return tuple((p.rule, _compile(p.pattern, pieces)) for p in data.patterns)


def _alternatives(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(w if w.startswith("\\") else re.escape(w) for w in longest_first)


def _blanks(match: re.Match[str]) -> str:
    """A blank of a pattern as any run of blanks; character classes stay as they are."""
    if match["class"]:
        return match["class"]
    return "[ ]*" if match["optional"] else "[ ]+"


def _compile(pattern: str, pieces: dict[str, str]) -> re.Pattern[str]:
    for name, piece in pieces.items():
        pattern = pattern.replace("{" + name + "}", piece)
    spaced = BLANK.sub(_blanks, pattern)
    try:
        return re.compile(rf"(?<![\w-])(?:{spaced})(?![\w])")
    except re.error as error:
        raise DeclarationError(f"dates.yaml: {pattern}: {error}; correct this pattern") from None
