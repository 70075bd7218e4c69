"""How alike two names are, whatever their transliteration, and where to look for such names.

All scores are from 0 to 1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from kg.identity import fold
from kg.spelling import consonants, parts_of, sound

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
LONG_NAME, SHORT_WORD = 20, 4
"""In a name of so many letters, a word of so many is long enough."""
FEWEST = 2
"""A name of so many words that lacks one is another."""
_ACRONYM = re.compile(r"[A-Z][A-Z0-9-]{1,9}")
_DIGIT = re.compile(r"[0-9]")
_INNER_VOWELS = str.maketrans("aiu", "...")


def is_acronym(name: str) -> bool:
    """Whether `name` is written as an acronym is: « GSIM », « ISIS-K »."""
    return _ACRONYM.fullmatch(name) is not None


@lru_cache(maxsize=2**17)
def sounds(name: str) -> tuple[str, ...]:
    """How the words of `name` sound, articles left out."""
    return tuple(map(sound, parts_of(name)))


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


@dataclass(frozen=True, slots=True)
class BlockKeys:
    """Where a name is looked for; two names may be one only where they share a key.

    `whole` are the consonants of all words.  `but` leave out one word after its first letter and
    but for its last consonant, where it may be misspelt.  `less` leave out one word, and are the
    whole of a name that lacks it.
    """

    whole: str
    but: tuple[str, ...]
    less: tuple[str, ...]


@lru_cache(maxsize=2**17)
def block_keys(name: str) -> BlockKeys:
    """The keys of `name`."""
    words = parts_of(name)
    heard = tuple(map(consonants, words))
    but, less = [], []
    for at in range(len(heard) if len(heard) > 1 else 0):
        rest = " ".join(heard[:at] + heard[at + 1 :])
        but.append(f"{at} {words[at][0]}{heard[at][-1:]} {rest}")
        if len(heard) > FEWEST:
            less.append(rest.replace(" ", ""))
    return BlockKeys("".join(heard), tuple(but), tuple(less))


def _slips(one: str, other: str) -> float:
    """The likeness of two names of as many words: one word may differ a little."""
    words = [(a, b) for a, b in zip(parts_of(one), parts_of(other), strict=True)]
    apart = [(a, b) for a, b in words if sound(a) != sound(b)]
    if len(apart) != 1 or len(words) == 1:
        return 0.0
    ((a, b),) = apart
    if _one_vowel_apart(sound(a), sound(b)):
        return VOWEL
    least = SHORT_WORD if len("".join(parts_of(one))) >= LONG_NAME else LONG
    long = min(len(a), len(b)) >= least
    near = long and a[0] == b[0] and not _DIGIT.search(a + b) and OSA.distance(a, b) == 1
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
