"""The rules of comparison, and what they take from the ontology."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.ontology import load
from kg.ontology.declaration import read

_ELSE = "organisation"


@dataclass(frozen=True)
class Rules:
    """`families` maps a class to the family of those below it."""

    articles: frozenset[str]
    stop_words: frozenset[str]
    families: dict[str, str]
    attack: str
    country: str
    either_way: frozenset[str]


@cache
def rules() -> Rules:
    """The rules, read once."""
    return read(Path(__file__).with_name("rules.yaml"), Rules)


@cache
def family(kind: str) -> str:
    """The family of a class: things of different families are never the same."""
    found = (rules().families.get(name) for name in _lineage(kind))
    return next(filter(None, found), _ELSE)


def is_attack(kind: str) -> bool:
    """Whether a class is a kind of attack."""
    return rules().attack in _lineage(kind)


def compatible(a: str, b: str) -> bool:
    """Whether things of the classes `a` and `b` may be one: a country is also an organisation."""
    families = {family(a), family(b)}
    return len(families) == 1 or (families == {"place", _ELSE} and rules().country in (a, b))


def value_kind(relation: str) -> str:
    """The kind of value that the object of a relation may be (date, count, text), or ""."""
    declared = load().relations.get(relation)
    return next(iter(declared.value_kinds), "") if declared else ""


def _lineage(kind: str) -> tuple[str, ...]:
    return load().lineages.get(kind, ())
