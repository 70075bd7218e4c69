"""When two spellings of a name are one: keys that transliterations share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

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
    bound: dict[str, str]
    same: dict[str, str]
    silent: str
    vowels: dict[str, str]
    diphthongs: dict[str, str]
    faint: str


def plain(name: str) -> str:
    """`name` in small letters, hyphens as spaces: quick, and enough for what is spelt the same."""
    return name.casefold().translate(_PLAIN)


def look_alike(one: str, other: str) -> bool:
    """Whether two names with one `key` are written alike: two short names may share one."""
    return len(key(one)) >= SHORTEST_KEY and fuzz.ratio(_bare(one), _bare(other)) >= LEAST_ALIKE


def sound_alike(one: str, other: str) -> bool:
    """Whether two names sound alike, as « Racca » and Raqqa do."""
    heard = sound(_bare(one))
    return len(heard) >= SHORTEST_KEY and heard == sound(_bare(other))


def key(name: str) -> str:
    """What all transliterations of `name` have in common: its first letter and its consonants.

    « Deir Ezzor » and Deir ez-Zor give one key, and so do « Racca » and Raqqa.
    """
    return consonants(_bare(name))


@lru_cache(maxsize=2**16)
def consonants(word: str) -> str:
    """The first letter of a folded word and its consonants, transliterations made one."""
    single = _single(_consonants(word))
    return single[:1] + re.sub(f"[{_spelling().silent}]", "", single[1:])


@lru_cache(maxsize=2**16)
def sound(word: str) -> str:
    """How a folded word sounds: transliterations made one, close vowels too.

    « Mohammed » and « Muhammad » sound alike, « Marine » and « Marion » do not.
    """
    spelling = _spelling()
    heard = _consonants(word)
    for each, one in (*spelling.vowels.items(), *spelling.diphthongs.items()):
        heard = heard.replace(each, one)
    heard = _single(heard)
    return heard.rstrip(spelling.faint) or heard


def words_of(name: str) -> tuple[str, ...]:
    """The folded words of `name` without its articles."""
    words = fold(name).split()
    return tuple(w for w in words if w not in _spelling().articles) or tuple(words)


@lru_cache(maxsize=2**17)
def parts_of(name: str) -> tuple[str, ...]:
    """The folded words of `name`, each with those that are bound to it: « ben laden » is one."""
    bound, parts, before = _spelling().bound, [], ""
    for word in words_of(name):
        if word in bound:
            before += bound[word]
        else:
            parts.append(before + word)
            before = ""
    return tuple(parts) or words_of(name)


def _consonants(word: str) -> str:
    return _pattern().sub(lambda found: _spelling().same[found[0]], word)


def _single(word: str) -> str:
    return re.sub(r"([^\W\d])\1+", r"\1", word)


def _bare(name: str) -> str:
    """The letters of `name` without its articles."""
    return "".join(words_of(name))


@cache
def _spelling() -> Spelling:
    return read(AUTHORITY / "spelling.yaml", Spelling)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_spelling().same, key=lambda text: (-len(text), text))))
