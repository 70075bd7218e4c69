"""The network as a drawing for a report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Unpack

import networkx as nx

from kg.networks import Filters
from kg.networks import network as network_of
from kg.ontology import load
from kg.pictures.layout import Places, layout
from kg.pictures.picture import Picture, blank
from kg.pictures.styles import COLORS, INK, LINES, add_legend, line_color, short
from kg.view import GraphView

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.text import Text

NAMED = 40
"""In a larger network only the best linked of the nodes bear names."""
RELATIONS_NAMED = 25
"""With more links, relations are not written on them."""


@dataclass(frozen=True, slots=True)
class _Line:
    one: str
    other: str
    certainty: str
    relations: tuple[str, ...]
    claims: int


def draw_network(graph: GraphView, *, most: int = 80, **filters: Unpack[Filters]) -> Picture:
    """Things and what links them: colour by kind, line by the surest claim, denied ones in red.

    Of a larger network the `most` best linked things are drawn, which the picture says.  Relations
    are written on the links where there are few.  The same graph gives the same picture.

    Raises:
        InputError: a filter names what there is not.
        NotInstalled: matplotlib is not there.
    """
    whole = network_of(graph.merged(**filters))
    linked = sorted((node for node in whole if whole.degree(node)), key=_rank(whole))
    network = whole.subgraph(linked[:most])
    lines, places = _lines(network), layout(network)
    figure, axes = blank(12, 8)
    axes.set_axis_off()
    for line in lines:
        _draw(axes, line, places, named=len(lines) <= RELATIONS_NAMED)
    for node, (x, y) in places.items():
        told = network.nodes[node]
        size = 60 + 25 * min(network.degree(node), 12)
        color = COLORS.get(told["family"], INK)
        axes.scatter([x], [y], s=size, color=color, edgecolors="white", zorder=3)
    _write_names(axes, network, places)
    add_legend(
        axes,
        {told["family"] for _, told in network.nodes(data=True)},
        {line.certainty for line in lines},
    )
    if len(linked) > most:
        axes.set_title(f"les {most} mieux reliés de {len(linked)}", fontsize=9, color=INK)
    return Picture(figure)


def _rank(network: nx.MultiDiGraph[str]) -> Callable[[str], tuple[int, str]]:
    return lambda node: (-network.degree(node), node)


def _lines(network: nx.MultiDiGraph[str]) -> list[_Line]:
    """One a pair and direction, as sure as its surest claim."""
    pairs: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for one, other, edge in network.edges(data=True):
        if one != other:
            pairs[one, other].append(edge)
    found = []
    for one, other in sorted(pairs):
        told = pairs[one, other]
        surest = min(told, key=lambda each: each["rank"])["certainty"]
        names = {load().relations[e["relation"]].labels["fr"] for e in told}
        found.append(_Line(one, other, surest, tuple(sorted(names)), len(told)))
    return found


def _draw(axes: Axes, line: _Line, places: Places, *, named: bool) -> None:
    color = line_color(line.certainty)
    start, end = places[line.one], places[line.other]
    axes.annotate(
        "",
        end,
        start,
        arrowprops={
            "arrowstyle": "-|>",
            "color": color,
            "linestyle": LINES[line.certainty],
            "linewidth": 0.9 + 0.4 * min(line.claims, 5),
            "shrinkA": 8,
            "shrinkB": 9,
            "connectionstyle": "arc3,rad=0.08",
        },
    )
    if named:
        axes.text(
            (start[0] + end[0]) / 2,
            (start[1] + end[1]) / 2,
            ", ".join(line.relations),
            fontsize=6.5,
            color=color,
            ha="center",
            va="center",
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.6, "alpha": 0.85},
        )


def _write_names(axes: Axes, network: nx.MultiDiGraph[str], places: Places) -> None:
    """Names beside their nodes, moved apart; a "$" in a name is no formula."""
    from adjustText import adjust_text
    from matplotlib.patheffects import withStroke

    nodes = sorted(places, key=lambda node: (-network.degree(node), node))[:NAMED]
    names: list[Text] = [
        axes.text(
            *places[node],
            short(network.nodes[node]["name"]),
            fontsize=8.5,
            color=INK,
            zorder=4,
            parse_math=False,
            path_effects=[withStroke(linewidth=2.5, foreground="white")],
        )
        for node in nodes
    ]
    if names:
        xs, ys = zip(*places.values(), strict=True)
        line = {"arrowstyle": "-", "color": "#BBBBBB", "linewidth": 0.6}
        adjust_text(names, x=list(xs), y=list(ys), ax=axes, expand=(1.1, 1.3), arrowprops=line)
