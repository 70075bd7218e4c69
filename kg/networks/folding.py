"""A network with one edge for each pair: how many sources say that there is a link."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from networkx import DiGraph, Graph, MultiDiGraph

from kg.ontology import load

AnyGraph = TypeVar("AnyGraph", bound="Graph[str]")


def directed(network: MultiDiGraph[str]) -> DiGraph[str]:
    """One edge from each thing to each that it is linked with; denied claims make no link.

    An edge has `weight` (how many sources say it, copies of one another counted once), `distance`
    (1 / weight: what many say is near, as in Newman 2001, doi:10.1103/PhysRevE.64.016132), `claims`
    (their ids, in order), `relations` (their names, in order), `certainty` (that of the surest),
    `first` and `last` (the days on which their documents came out, or None).
    """
    return _folded(network, DiGraph(), ordered=True)


def undirected(network: MultiDiGraph[str]) -> Graph[str]:
    """One edge for each two things that are linked, whatever the direction; else as `directed`."""
    return _folded(network, Graph(), ordered=False)


def denied(edge: Mapping[str, Any]) -> bool:
    """Whether an edge of a network says that there is no such link."""
    return bool(edge["certainty"] == load().denial)


def _folded(network: MultiDiGraph[str], found: AnyGraph, *, ordered: bool) -> AnyGraph:
    pairs: dict[tuple[str, str], list[tuple[str, dict[str, Any]]]] = defaultdict(list)
    for one, other, claim, edge in network.edges(data=True, keys=True):
        if one != other and not denied(edge):
            first, second = (one, other) if ordered else sorted((one, other))
            pairs[first, second].append((claim, edge))
    found.add_nodes_from((node, dict(told)) for node, told in network.nodes(data=True))
    for (one, other), claims in sorted(pairs.items()):
        found.add_edge(one, other, **_link(claims))
    return found


def _link(claims: Iterable[tuple[str, dict[str, Any]]]) -> dict[str, Any]:
    told = sorted(claims, key=lambda each: each[0])
    edges = [edge for _, edge in told]
    days = sorted(edge["published"] for edge in edges if edge["published"])
    weight = len({edge["source"] for edge in edges})
    return {
        "weight": weight,
        "distance": 1 / weight,
        "claims": tuple(claim for claim, _ in told),
        "relations": tuple(sorted({edge["relation"] for edge in edges})),
        "certainty": min(edges, key=lambda edge: edge["rank"])["certainty"],
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
    }
