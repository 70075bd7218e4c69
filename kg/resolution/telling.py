"""Which relations tell that two things are one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.ontology.authority import AUTHORITY
from kg.ontology.declaration import read


@dataclass(frozen=True, slots=True)
class TellingRelations:
    """The content of `identity.yaml`, which says what each key means."""

    posts: frozenset[str]
    day: str
    place: str
    tolls: tuple[str, ...]
    strong: tuple[str, ...]
    weak: tuple[str, ...]


@cache
def telling_relations() -> TellingRelations:
    """The relations that tell that two things are one."""
    return read(AUTHORITY / "identity.yaml", TellingRelations)
