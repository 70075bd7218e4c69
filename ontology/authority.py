"""Where what is known beforehand, in no language of its own, lies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.ontology.declaration import read_declared
from kg.ontology.loading import load

AUTHORITY = Path(__file__).parent / "known"

_WIKIDATA = re.compile(r"Q[1-9][0-9]*")


@dataclass(frozen=True, slots=True)
class Actor:
    """What `actors.yaml` says of an organisation: its class, its names by language, its acronyms.

    `wikidata` is its number there, "" where none was checked.
    """

    type: str
    names: dict[str, tuple[str, ...]]
    acronyms: tuple[str, ...] = ()
    wikidata: str = ""

    @property
    def wordings(self) -> tuple[str, ...]:
        """All names and acronyms, the main one first."""
        return (*(name for each in self.names.values() for name in each), *self.acronyms)

    @property
    def family(self) -> str:
        """Its coarse kind, the first part of its id."""
        return load().family(self.type)


@cache
def known_actors() -> dict[str, Actor]:
    """The actors that everybody knows, by id."""
    return read_actors(AUTHORITY / "actors.yaml")


def read_actors(path: Path) -> dict[str, Actor]:
    """The actors of a file, by id.

    Raises:
        DeclarationError: it is missing or broken, or an entry has no name, a class that the
            ontology does not have, an id of another family, or no number of Wikidata.
    """
    declared = read_declared(path, dict[str, Actor])
    for identifier, actor in declared.value.items():
        if actor.type not in load().classes:
            message, cure = f"{actor.type} is no class", "write one that kg ontology lists"
            raise declared.error(message, cure, identifier, "type")
        if not actor.wordings:
            raise declared.error("no name", "write names: {fr: [...]}", identifier, "names")
        if identifier.split(":")[0] != actor.family:
            cure = f"begin it with {actor.family}:"
            raise declared.error(f"{identifier} is no id of a {actor.type}", cure, identifier)
        if actor.wikidata and not _WIKIDATA.fullmatch(actor.wikidata):
            message, cure = f"{actor.wikidata} is no number of Wikidata", "write it as Q42"
            raise declared.error(message, cure, identifier, "wikidata")
    return declared.value
