"""When two spellings of a place's name are one: a key that transliterations share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from kg.identity import fold
from kg.ontology.authority import AUTHORITY
from kg.ontology.declaration import read

SHORTEST_KEY = 3
LEAST_ALIKE = 70
"""In hundredths: twice the letters in common, in order, of all letters."""

_PLAIN = str.maketrans("-‐‑’", "   '")


@dataclass(frozen=True, slots=True)
class Spelling:
    """The content of `spelling.yaml`; its top says what each key means."""

    articles: frozenset[str]
    same: dict[str, str]
    silent: str


def plain(name: str) -> str:
    """`name` in small letters, hyphens as spaces: quick, and enough for what is spelt the same."""
    return name.casefold().translate(_PLAIN)


def similar(one: str, other: str) -> bool:
    """Whether two names with one `key` are also written alike: two short names may share one."""
    return len(key(one)) >= SHORTEST_KEY and fuzz.ratio(_bare(one), _bare(other)) >= LEAST_ALIKE


def key(name: str) -> str:
    """What all transliterations of `name` have in common: its first letter and its consonants.

    « Deir Ezzor » and Deir ez-Zor give one key, and so do « Racca » and Raqqa.
    """
    sounds = _pattern().sub(lambda found: _spelling().same[found[0]], _bare(name))
    single = re.sub(r"(.)\1+", r"\1", sounds)
    return single[:1] + re.sub(f"[{_spelling().silent}]", "", single[1:])


def _bare(name: str) -> str:
    """The letters of `name` without its articles."""
    words = fold(name).split()
    return "".join(word for word in words if word not in _spelling().articles) or "".join(words)


@cache
def _spelling() -> Spelling:
    return read(AUTHORITY / "spelling.yaml", Spelling)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_spelling().same, key=lambda text: (-len(text), text))))
