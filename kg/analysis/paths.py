"""How two actors are linked, by the links that most sources tell of."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import Unpack

import networkx as nx

from kg.analysis.links import actor_network
from kg.networks import Filters
from kg.tables import Table
from kg.things import Things
from kg.view import GraphView

COLUMNS = ("path", "step", "one_id", "one", "other_id", "other", "relations", "sources", "claims")


def evidence_paths(
    graph: GraphView, one: str, other: str, *, most: int = 3, **filters: Unpack[Filters]
) -> Table:
    """The shortest paths between two actors (names or ids), a row a step, the shortest path first.

    A link is as long as 1 / how many sources tell of it (Newman 2001), so that a way over links
    that many tell of may be shorter than one with fewer steps; paths by Yen's algorithm (1971).
    No row where there is no path.

    Columns: path, step, one_id, one, other_id, other, relations, sources, claims.

    Raises:
        InputError: nothing is called so, or several things are; a filter names what there is not.
    """
    things = Things(graph.entities())
    ends = things.find(one).id, things.find(other).id
    network = actor_network(graph, **filters)
    if not all(end in network for end in ends):
        return Table.of(COLUMNS, ())
    try:
        paths = list(islice(nx.shortest_simple_paths(network, *ends, weight="distance"), most))
    except nx.NetworkXNoPath:
        paths = []
    return Table.of(
        COLUMNS,
        (
            {
                "path": number,
                "step": step,
                "one_id": a,
                "one": network.nodes[a]["name"],
                "other_id": b,
                "other": network.nodes[b]["name"],
                "relations": network.edges[a, b]["relations"],
                "sources": network.edges[a, b]["weight"],
                "claims": network.edges[a, b]["claims"],
            }
            for number, path in enumerate(paths, start=1)
            for step, (a, b) in enumerate(pairwise(path), start=1)
        ),
    )
