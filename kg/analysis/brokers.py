"""Who stands between others."""

from __future__ import annotations

from typing import Unpack

import networkx as nx

from kg.analysis.centrality import MEASURES
from kg.analysis.communities import partition
from kg.analysis.links import actor_network, claims_at
from kg.networks import Filters
from kg.tables import Table
from kg.view import GraphView

COLUMNS = (
    *("actor_id", "actor", "constraint", "effective_size", "betweenness", "communities", "claims"),
)


def brokers(graph: GraphView, *, most: int = 20, **filters: Unpack[Filters]) -> Table:
    """The actors with at least two links, those first whose links bind one another least.

    `constraint` and `effective_size` are Burt's (Structural Holes, 1992): a broker has little of
    the first and much of the second; `communities` is how many its links reach, its own included.

    Columns: actor_id, actor, constraint, effective_size, betweenness, communities, claims.

    Raises:
        InputError: a filter names what there is not.
    """
    network = actor_network(graph, **filters)
    several = [node for node in network if network.degree(node) > 1]
    constraint = nx.constraint(network, several, weight="weight")
    effective = nx.effective_size(network, several)
    between = MEASURES["betweenness"](network)
    home = {node: n for n, nodes in enumerate(partition(network)) for node in nodes}
    rows = [
        {
            "actor_id": node,
            "actor": network.nodes[node]["name"],
            "constraint": round(constraint[node], 4),
            "effective_size": round(effective[node], 4),
            "betweenness": round(between[node], 4),
            "communities": len({home[node], *(home[other] for other in network[node])}),
            "claims": claims_at(network, [node]),
        }
        for node in several
    ]
    rows.sort(key=lambda row: (row["constraint"], row["actor_id"]))
    return Table.of(COLUMNS, rows[:most])
