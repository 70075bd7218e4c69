"""Which actors are central, by several measures, and how that changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, TypeAlias, Unpack

import networkx as nx

from kg.analysis.links import actor_network, claims_at, folded, links_of
from kg.analysis.periods import Period, period_of
from kg.errors import InputError
from kg.networks import Filters
from kg.tables import Table
from kg.view import GraphView

Measure: TypeAlias = Literal["links", "weight", "betweenness", "closeness", "core"]

SEED = 20240306
SAMPLE = 500
"""From how many nodes betweenness is estimated in a larger network (Brandes and Pich 2007)."""


def _betweenness(network: nx.Graph[str]) -> Mapping[str, float]:
    sample = min(len(network), SAMPLE)
    found: Mapping[str, float] = nx.betweenness_centrality(
        network, k=sample or None, weight="distance", seed=SEED
    )
    return found


MEASURES: Mapping[Measure, Callable[[nx.Graph[str]], Mapping[str, float]]] = {
    "links": lambda network: dict(network.degree()),
    "weight": lambda network: dict(network.degree(weight="weight")),
    "betweenness": _betweenness,
    "closeness": lambda network: nx.closeness_centrality(network, distance="distance"),
    "core": nx.core_number,
}
"""How many others an actor is linked with; how many sources tell of its links; on how many shortest
paths it stands (Freeman 1977); how near it is to all (Freeman 1979); the largest k of a part of the
network in which it and all others have k links (Seidman 1983)."""


def central_actors(
    graph: GraphView, *, by: Measure = "weight", most: int = 20, **filters: Unpack[Filters]
) -> Table:
    """The most central actors, a row each, with all measures.

    Columns: actor_id, actor, type, links, weight, betweenness, closeness, core, claims.

    Raises:
        InputError: there is no such measure, or a filter names what there is not.
    """
    _check(by)
    network = actor_network(graph, **filters)
    found = {name: measure(network) for name, measure in MEASURES.items()}
    rows = [
        {
            "actor_id": node,
            "actor": told["name"],
            "type": told["type"],
            **{name: round(values[node], 4) for name, values in found.items()},
            "claims": claims_at(network, [node]),
        }
        for node, told in network.nodes(data=True)
    ]
    rows.sort(key=lambda row: (-row[by], row["actor_id"]))
    return Table.of(("actor_id", "actor", "type", *MEASURES, "claims"), rows[:most])


def centrality_over_time(
    graph: GraphView,
    *,
    by: Measure = "weight",
    period: Period = "quarter",
    **filters: Unpack[Filters],
) -> Table:
    """A measure of each actor in each period in which it has a link, and its change.

    The day of a link is that of its claim's time, else of its document; links without count not.
    `change` is the difference from the period before among those told; None in the first.

    Columns: period, actor_id, actor, value, change, claims.

    Raises:
        InputError: there is no such measure or period, or a filter names what there is not.
    """
    _check(by)
    chosen = graph.merged(**filters)
    links = links_of(chosen)
    periods = sorted({period_of(link.day, period) for link in links if link.day})
    rows, before = [], None
    for name in periods:
        told = [link for link in links if link.day and period_of(link.day, period) == name]
        network = folded(chosen, told)
        values = {node: round(value, 4) for node, value in MEASURES[by](network).items()}
        rows += [
            {
                "period": name,
                "actor_id": node,
                "actor": network.nodes[node]["name"],
                "value": value,
                "change": None if before is None else round(value - before.get(node, 0), 4),
                "claims": claims_at(network, [node]),
            }
            for node, value in sorted(values.items(), key=lambda each: (-each[1], each[0]))
        ]
        before = values
    return Table.of(("period", "actor_id", "actor", "value", "change", "claims"), rows)


def _check(by: str) -> None:
    if by not in MEASURES:
        raise InputError(f"{by!r:.50}: no measure; say {', '.join(MEASURES)}")
