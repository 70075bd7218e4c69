"""The network of actors as it was told of in each period."""

from __future__ import annotations

from typing import Unpack

import networkx as nx

from kg.analysis.links import Link, claims_of, folded, links_of
from kg.analysis.periods import Period, period_of
from kg.networks import Filters
from kg.tables import Table
from kg.view import GraphView

COLUMNS = ("period", "actors", "links", "density", "new", "gone", "claims")


def slices(graph: GraphView, *, period: Period = "quarter", **filters: Unpack[Filters]) -> Table:
    """How large and how dense the network of each period is, and who is new in it or gone.

    `new` are the names of actors that no period before has, `gone` those of the period before
    that this one has not.  Links without a day are in no period.

    Columns: period, actors, links, density, new, gone, claims.

    Raises:
        InputError: there is no such period, or a filter names what there is not.
    """
    chosen = graph.merged(**filters)
    seen: dict[str, str] = {}
    before: dict[str, str] = {}
    rows = []
    for name, links in _by_period(links_of(chosen), period).items():
        network = folded(chosen, links)
        now: dict[str, str] = {node: network.nodes[node]["name"] for node in network}
        rows.append(
            {
                "period": name,
                "actors": len(network),
                "links": network.number_of_edges(),
                "density": round(nx.density(network), 4),
                "new": tuple(sorted(now[node] for node in now.keys() - seen.keys())),
                "gone": tuple(sorted(before[node] for node in before.keys() - now.keys())),
                "claims": claims_of(links),
            }
        )
        seen |= now
        before = now
    return Table.of(COLUMNS, rows)


def _by_period(links: list[Link], period: Period) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = {}
    for link in links:
        if link.day:
            found.setdefault(period_of(link.day, period), []).append(link)
    return dict(sorted(found.items()))
