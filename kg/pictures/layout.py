"""Where the nodes of a drawing stand."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx

ROW = 1.6
"""How wide a row of parts is, as a multiple of the widest part."""
GAP = 0.6
SPREAD = 0.75
"""How the size of a part grows with its nodes: as a square of them would by a half."""

Places = Mapping[str, tuple[float, float]]


def layout(network: nx.MultiDiGraph[str]) -> Places:
    """Each connected part by itself (Kamada and Kawai 1989), as large as its nodes are many.

    The parts stand in rows, the largest first.
    """
    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from(sorted(network))
    plain.add_edges_from(sorted((one, other) for one, other in network.edges()))
    parts = sorted(nx.connected_components(plain), key=lambda part: (-len(part), min(part)))
    found: dict[str, tuple[float, float]] = {}
    left = top = height = 0.0
    widest = len(parts[0]) ** SPREAD * ROW if parts else 0.0
    for part in parts:
        size = len(part) ** SPREAD
        if left and left + size > widest:
            left, top, height = 0.0, top + height + GAP, 0.0
        nodes: nx.Graph[str] = nx.Graph()
        nodes.add_nodes_from(sorted(part))
        nodes.add_edges_from(sorted(plain.subgraph(part).edges()))
        for node, (x, y) in nx.kamada_kawai_layout(nodes, scale=size / 2).items():
            found[node] = (left + size / 2 + float(x), -(top + size / 2 + float(y)))
        left, height = left + size + GAP, max(height, size)
    return found
