"""Questions on who is linked with whom: paths, communities, and who stands between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

import networkx as nx

from kg.ontology import load
from kg.questions.steps.rows import Row, groups

SEED = 20240306
SAMPLE = 500
"""From how many nodes betweenness is estimated in a larger network (Brandes and Pich 2007)."""


def path(rows: list[Row], told: Mapping[str, str]) -> list[Row]:
    """The links of a shortest path, each with all that says it; of several, always the same."""
    network = _network(rows)
    try:
        nodes = nx.shortest_path(network, told["un"], told["autre"])
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        return []
    links = groups(
        ({**row, "ends": frozenset((row["sujet_id"], row["objet_id"]))} for row in rows), "ends"
    )
    return [
        {**row, "pas": step}
        for step, ends in enumerate(pairwise(nodes), start=1)
        for row in sorted(links[(frozenset(ends),)], key=_surest)
    ]


def bridges(rows: list[Row], told: Mapping[str, str]) -> list[Row]:
    """Actors that are linked with those of another community."""
    network, names = _network(rows), _names(rows)
    sample = min(len(network), SAMPLE)
    between = nx.betweenness_centrality(network, k=sample or None, seed=SEED)
    home = {node: n for n, nodes in enumerate(_communities(network), start=1) for node in nodes}
    found = []
    for node in network:
        others = {home[other] for other in network[node]} - {home[node]}
        if others:
            found.append(
                {
                    "acteur": names[node],
                    "communaute": home[node],
                    "autres_communautes": len(others),
                    "intermediarite": round(between[node], 3),
                    "liens": len(network[node]),
                }
            )
    return found


def communities(rows: list[Row], told: Mapping[str, str]) -> list[Row]:
    """The communities of each quarter."""
    names = _names(rows)
    dated = ({**row, "trimestre": _quarter(row["publie"])} for row in rows if row["publie"])
    return [
        {
            "trimestre": quarter,
            "communaute": number,
            "taille": len(nodes),
            "acteurs": ", ".join(sorted(names[node] for node in nodes)),
        }
        for (quarter,), told_then in groups(dated, "trimestre").items()
        for number, nodes in enumerate(_communities(_network(told_then)), start=1)
    ]


def _network(rows: Iterable[Row]) -> nx.Graph[str]:
    """Who is linked with whom, each link as heavy as often it is told; in order of ids."""
    found: nx.Graph[str] = nx.Graph()
    for ends in sorted((row["sujet_id"], row["objet_id"]) for row in rows):
        one, other = sorted(ends)
        weight = found.edges[one, other]["weight"] + 1 if found.has_edge(one, other) else 1
        found.add_edge(one, other, weight=weight)
    return found


def _communities(network: nx.Graph[str]) -> list[set[str]]:
    """By modularity (Blondel et al. 2008), the largest first."""
    found = nx.community.louvain_communities(network, seed=SEED) if network else []
    return sorted(found, key=lambda nodes: (-len(nodes), min(nodes)))


def _names(rows: Iterable[Row]) -> dict[str, str]:
    return {row[f"{end}_id"]: row[end] for row in rows for end in ("sujet", "objet")}


def _quarter(day: str) -> str:
    return f"{day[:4]}-T{(int(day[5:7]) + 2) // 3}"


def _surest(row: Row) -> tuple[int, str, str, str]:
    rank = load().certainties[row["certitude"]].rank
    return rank, row["document"], row["relation"], row["phrase"]
