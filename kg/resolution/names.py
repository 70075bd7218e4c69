"""How alike two names are, whatever their transliteration, and where to look for such names.

All scores are from 0 to 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from kg.identity import fold
from kg.spelling import consonants, sound, words_of

ALIKE = 0.98
"""Sound alike word for word."""
VOWEL = 0.95
"""One inner vowel apart."""
SLIP = 0.92
"""One letter apart, in a long word."""
PART = 0.8
"""One has words that the other lacks."""
LONG = 7
"""From how many letters on a word that is one letter apart is taken for a slip."""
_ACRONYM = re.compile(r"[A-Z][A-Z0-9-]{1,9}")
_INNER_VOWELS = str.maketrans("aiu", "...")


def is_acronym(name: str) -> bool:
    """Whether `name` is written as an acronym is: « GSIM », « ISIS-K »."""
    return _ACRONYM.fullmatch(name) is not None


@lru_cache(maxsize=2**17)
def sounds(name: str) -> tuple[str, ...]:
    """How the words of `name` sound, articles left out."""
    return tuple(map(sound, words_of(name)))


def likeness(one: str, other: str) -> float:
    """How surely two names are spellings of one."""
    if is_acronym(one) or is_acronym(other):
        return ALIKE if fold(one) == fold(other) else 0.0
    a, b = sounds(one), sounds(other)
    if a == b or "".join(a) == "".join(b):
        return ALIKE
    if len(a) == len(b):
        return _slips(one, other)
    shorter, longer = sorted((a, b), key=len)
    return PART if _is_within(shorter, longer) else 0.0


def block_keys(name: str) -> Iterator[tuple[str, ...]]:
    """What two names that may be one have in common: at least one of these.

    The consonants of all words; and those of all words but one, so that one word may be misspelt
    after its first letter, or missing where two are left.
    """
    words = words_of(name)
    heard = tuple(map(consonants, words))
    yield ("whole", "".join(heard))
    for left_out in range(len(heard) if len(heard) > 1 else 0):
        rest = heard[:left_out] + heard[left_out + 1 :]
        yield ("but", str(left_out), words[left_out][0], *rest)
        if len(rest) > 1:
            yield ("of", *rest)
    if len(heard) > 1:
        yield ("of", *heard)


def _slips(one: str, other: str) -> float:
    """The likeness of two names of as many words: one word may differ a little."""
    words = [(a, b) for a, b in zip(words_of(one), words_of(other), strict=True)]
    apart = [(a, b) for a, b in words if sound(a) != sound(b)]
    if len(apart) != 1 or len(words) == 1:
        return 0.0
    ((a, b),) = apart
    if _one_vowel_apart(sound(a), sound(b)):
        return VOWEL
    long = min(len(a), len(b)) >= LONG
    near = long and a[0] == b[0] and not (a + b).isdigit() and OSA.distance(a, b) == 1
    return SLIP if near else 0.0


def _one_vowel_apart(a: str, b: str) -> bool:
    """« Youssef » and « Yusuf »: the same but for one vowel that neither begins nor ends them."""
    if len(a) != len(b) or a[0] != b[0] or a[-1] != b[-1]:
        return False
    same_consonants = a.translate(_INNER_VOWELS) == b.translate(_INNER_VOWELS)
    return same_consonants and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _is_within(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether `longer` is `shorter` with more words: the last is the same, the order too."""
    if len(shorter) < 2 or shorter[-1] != longer[-1] or shorter[0] != longer[0]:
        return False
    rest = iter(longer)
    return all(word in rest for word in shorter)


def short_form_of(short: str, name: str) -> bool:
    """Whether `short` is the last word of `name`, as people are called the second time."""
    a, b = sounds(short), sounds(name)
    return len(a) == 1 and len(b) > 1 and a[0] == b[-1]


def initials(name: str) -> str:
    """The first letters of the words of `name`."""
    return "".join(word[0] for word in fold(name).split())
