"""Names that say what a body is, but not whose: « ministère de la Défense »."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.entities.clusters import fold
from kg.ontology.declaration import read
from kg.ontology.languages import folder


@dataclass(frozen=True, slots=True)
class UnspecificWords:
    """The content of `unspecific.yaml`; its comments say what each key means."""

    bodies: frozenset[str]
    what_for: frozenset[str]
    qualities: frozenset[str]
    linking: frozenset[str]


def is_specific(name: str, language: str) -> bool:
    """Whether `name` has a word that tells whose body it is."""
    return not set(fold(name).split()) <= _unspecific(language)


@cache
def _unspecific(language: str) -> frozenset[str]:
    words = read(folder(language) / "names" / "unspecific.yaml", UnspecificWords)
    told = (*words.bodies, *words.what_for, *words.qualities, *words.linking)
    return frozenset(part for word in told for part in fold(word).split())
