"""What differs between the servers that speak Bolt and Cypher; everything else is one code."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a server departs from Neo4j.

    `keeps_relabelled`: an entity may get other labels, and stays the same node for the rest of
    the transaction; otherwise it is created again.
    `enforces_reading`: nothing can be written, nor the schema changed, in a transaction opened
    for reading.
    `first_column`: the number of a line's first column in its error messages.
    """

    name: str
    keeps_relabelled: bool
    enforces_reading: bool
    first_column: int


NEO4J = Dialect("Neo4j", keeps_relabelled=True, enforces_reading=True, first_column=1)
ARCADEDB = Dialect("ArcadeDB", keeps_relabelled=False, enforces_reading=False, first_column=0)


def dialect_of(agent: str) -> Dialect:
    """The dialect of a server by what it calls itself; ArcadeDB says that it resembles Neo4j."""
    return ARCADEDB if ARCADEDB.name in agent else NEO4J
