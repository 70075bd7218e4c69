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
        names = {entity.id: entity.name for entity in graph.entities}
        for claim in graph.claims:
            if len(seen) < number and claim.relation not in seen and _is_telling(claim):
                seen.add(claim.relation)
                yield _fact(claim, names)
                break


def _is_telling(claim: Claim) -> bool:
    """Whether a claim joins two things that have names of their own."""
    return all(isinstance(end, str) and ":" in end for end in (claim.subject, claim.object))


def _fact(claim: Claim, names: dict[str, str]) -> Fact:
    return Fact(
        subject=names[claim.subject],
        relation=claim.relation,
        object=names[str(claim.object)],
        certainty=claim.certainty,
        sentence=claim.evidence.sentence,
    )
