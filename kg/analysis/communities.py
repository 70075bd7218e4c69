"""Which actors belong together."""

from __future__ import annotations

from typing import Unpack

import networkx as nx

from kg.analysis.links import actor_network
from kg.networks import Filters
from kg.tables import Table
from kg.view import GraphView

SEED = 20240306
NAMED = 3
"""How many actors give a community its name."""


def communities(graph: GraphView, **filters: Unpack[Filters]) -> Table:
    """The communities of actors, the largest first, named after those with the most links inside.

    Columns: community, name, size, actors (ids), claims (of the links inside).

    Raises:
        InputError: a filter names what there is not.
    """
    network = actor_network(graph, **filters)
    rows = []
    for number, nodes in enumerate(partition(network), start=1):
        inside = network.subgraph(nodes)
        ranked = sorted(inside, key=lambda node: (-inside.degree(node, weight="weight"), node))
        claims = {claim for end in inside.edges for claim in inside.edges[end]["claims"]}
        rows.append(
            {
                "community": number,
                "name": ", ".join(network.nodes[node]["name"] for node in ranked[:NAMED]),
                "size": len(nodes),
                "actors": tuple(ranked),
                "claims": tuple(sorted(claims)),
            }
        )
    return Table.of(("community", "name", "size", "actors", "claims"), rows)


def partition(network: nx.Graph[str]) -> list[set[str]]:
    """By modularity, each link as heavy as its sources are many (Blondel et al. 2008)."""
    if not network:
        return []
    found = nx.community.louvain_communities(network, weight="weight", seed=SEED)
    return sorted(found, key=lambda nodes: (-len(nodes), min(nodes)))
