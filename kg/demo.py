"""A first look: twelve invented dispatches, and what the graph of them tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.ontology import load
from kg.opened import OpenGraph
from kg.records import Claim, DocumentGraph

if TYPE_CHECKING:
    from networkx import MultiDiGraph

DISPATCHES = Path(__file__).with_name("dispatches") / "dispatches.jsonl"
"""The dispatches, as JSON Lines that `kg build` reads."""

_ACTOR = "Actor"
_NAMED = ("person", "organisation", "country", "place")
"""The families of things that have names of their own."""


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor and with how many others the graph connects it."""

    name: str
    type: str
    neighbours: int


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim in words."""

    subject: str
    relation: str
    object: str
    certainty: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Tour:
    """What there is to see in a graph."""

    documents: int
    entities: int
    claims: int
    actors: tuple[Actor, ...]
    facts: tuple[Fact, ...]


def tour(graph: OpenGraph, *, actors: int = 5, facts: int = 3) -> Tour:
    """The counts of `graph`, its best-connected actors, and facts of different relations."""
    graphs = list(graph.graphs())
    return Tour(
        documents=len(graphs),
        entities=len(graph.entities()),
        claims=sum(len(each.claims) for each in graphs),
        actors=tuple(_best_connected(graph)[:actors]),
        facts=tuple(_examples(graphs, facts)),
    )


def _best_connected(graph: OpenGraph) -> list[Actor]:
    network = graph.network()
    found = [
        Actor(entity.name, entity.type, _neighbours(network, entity.id))
        for entity in graph.entities()
        if load().is_a(entity.type, _ACTOR) and entity.id in network
    ]
    return sorted(found, key=lambda actor: (-actor.neighbours, actor.name))


def _neighbours(network: MultiDiGraph[str], node: str) -> int:
    return len({*network.successors(node), *network.predecessors(node)} - {node})


def _examples(graphs: list[DocumentGraph], number: int) -> Iterator[Fact]:
    seen: set[str] = set()
    for graph in graphs:
        names = {e.id: e.name for e in graph.entities if load().family(e.type) in _NAMED}
        actors = {e.id for e in graph.entities if load().is_a(e.type, _ACTOR)}
        for claim in graph.claims:
            if (
                _is_telling(claim, names, actors)
                and claim.relation not in seen
                and len(seen) < number
            ):
                seen.add(claim.relation)
                yield _fact(claim, names)
                break


def _is_telling(claim: Claim, names: dict[str, str], actors: set[str]) -> bool:
    """Whether an actor with a name does something, to a thing that has one."""
    return claim.subject in actors and {claim.subject, claim.object} <= names.keys()


def _fact(claim: Claim, names: dict[str, str]) -> Fact:
    return Fact(
        subject=names[claim.subject],
        relation=claim.relation,
        object=names[str(claim.object)],
        certainty=claim.certainty,
        sentence=claim.evidence.sentence,
    )
