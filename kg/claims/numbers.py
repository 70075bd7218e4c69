"""Numbers in a sentence: digits, French number words, ranges, and the bound around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from kg.claims.forms import singular
from kg.claims.language import fold, language_data


@dataclass(frozen=True, slots=True)
class TollWords:
    """The words that tell the dead, or the wounded."""

    nouns: frozenset[str]
    verbs: frozenset[str]
    forms: frozenset[str]
    intransitive: frozenset[str]
    participles: frozenset[str]
    heads: frozenset[str]
    idioms: dict[str, list[str]] = field(hash=False)


@cache
def every_word(words: TollWords) -> frozenset[str]:
    """All words without one of which a sentence tells no such toll."""
    idioms = [noun for nouns in words.idioms.values() for noun in nouns]
    verbs = words.verbs | words.forms | words.intransitive
    return frozenset().union(words.nouns, verbs, words.participles, words.heads, idioms)


@dataclass(frozen=True, slots=True)
class CountData:
    """The content of counts.yaml."""

    units: dict[str, int]
    multipliers: dict[str, int]
    rounded: dict[str, int]
    vague: list[str]
    none: frozenset[str]
    before: dict[str, list[str]]
    after: dict[str, list[str]]
    range_joints: list[str]
    range_open: list[str]
    fatalities: TollWords
    injured: TollWords
    plain: frozenset[str]
    not_people: frozenset[str]
    subset: frozenset[str]
    measures: frozenset[str]
    linking: frozenset[str]
    among: frozenset[str]
    revised: frozenset[str]
    rising: list[str]
    sides_before: frozenset[str]
    sides_after: frozenset[str]
    one_of: frozenset[str]
    nobody: frozenset[str]
    not_one: frozenset[str]
    couples: dict[str, int]
    copulas: frozenset[str]
    relatives: frozenset[str]


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `start` to `end` of a text, its bound included; `value` is ">=32", "85-90"…"""

    start: int
    end: int
    value: str


def count_data() -> CountData:
    """The French data on counts."""
    return language_data("claims/counts", CountData)


def find_numbers(text: str) -> Iterator[Number]:
    """Every number of `text`, in order, with its bound: ">=32", ">50", "~20", "<=3", "85-90"."""
    plain = fold(text).replace("\u00a0", " ").replace("\u202f", " ")
    for match in _pattern().finditer(plain):
        if match["vague"]:
            yield Number(match.start(), match.end(), match["vague"])
            continue
        low = _value(match["low"])
        bound = _bound(match["before"], count_data().before) or bound_after(match["after"] or "")
        if singular(match["low"].split()[-1]) in count_data().rounded:
            bound = bound or "~"
        value = f"{bound}{low}"
        if match["high"] and _rises(plain[: match.start()]):
            value = str(_value(match["high"]))
        elif match["high"]:
            value = f"{low}-{_value(match['high'])}"
        yield Number(match.start(), match.end(), value)


def bound_after(text: str) -> str:
    """The bound that `text`, right behind a number or its noun, begins with, or ""."""
    words = " ".join(text.split())
    bounds = count_data().after.items()
    return next((b for b, listed in bounds if words.startswith(tuple(listed))), "")


def _rises(before: str) -> bool:
    """Whether a toll went from the first number to the second: « est passé de 12 à 15 »."""
    return before.rstrip().endswith(tuple(count_data().rising))


def _bound(wording: str | None, bounds: dict[str, list[str]]) -> str:
    wording = " ".join((wording or "").split())
    return next((bound for bound, listed in bounds.items() if wording in listed), "")


def _value(number: str) -> int:
    """The value of digits ("3 500", "10.000") or of number words ("deux cent trente")."""
    if number[0].isdigit():
        return int(re.sub(r"\D", "", number))
    total = current = 0
    for word in re.split(r"[\s-]+", number):
        factor = _factor(word)
        if factor is None:
            unit = count_data().units.get(word, 0)
            current += 76 if unit == 20 and current % 100 == 4 else unit  # four score: 80
        elif factor >= 1000 or word in count_data().rounded:
            total, current = total + (current or 1) * factor, 0
        else:
            current = (current or 1) * factor
    return total + current


def _factor(word: str) -> int | None:
    """What a word multiplies by ("cent", "millier"), or None for a plain number word."""
    factors = count_data().multipliers | count_data().rounded
    return factors.get(word, factors.get(singular(word)))


@cache
def _pattern() -> re.Pattern[str]:
    data = count_data()
    number = rf"(?:\d{{1,3}}(?:[ .]\d{{3}})+(?!\d)|\d+(?![.,]\d)|{_words(data)})"
    before = _any([w for listed in data.before.values() for w in listed])
    after = _any([w for listed in data.after.values() for w in listed])
    joints = _any(data.range_joints)
    opening = _any(data.range_open)
    return re.compile(
        rf"(?<![\w.,-])(?:(?P<vague>{_any(data.vague)})(?!\w)(?! ?\d)"
        rf"|(?:(?P<before>{before}) *)?(?:{opening} +)?(?P<low>{number})"
        rf"(?:(?P<joint> *{joints} *)(?P<high>{number}))?(?:(?P<after> +{after})|(?!\w)))"
    )


def _words(data: CountData) -> str:
    word = _any([*data.units, *data.multipliers])
    rounded = _any([f"{w}s?" for w in data.rounded], escape=False)
    compound = rf"{word}(?:(?:-| +et +|-et-| +){word})*"
    return rf"(?:(?:{compound} +)?{rounded}|{compound})(?!\w)"


def _any(words: list[str], *, escape: bool = True) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    joined = "|".join(re.escape(w) if escape else w for w in longest_first)
    return f"(?:{joined})"
