"""A network to explore in a notebook or a browser, in one piece: nothing is fetched.

The drawing is done by Cytoscape.js, which ships with the package for the page of `kg serve`.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Unpack

import jinja2
import networkx as nx
from markupsafe import Markup

import kg
from kg.disk import write_whole
from kg.networks import Filters
from kg.ontology import load
from kg.pictures.styles import COLORS, INK, LINES, family_label, line_color, short
from kg.things import Things
from kg.view import GraphView

LIBRARY = Path(kg.__file__).with_name("serve") / "page" / "vendor" / "cytoscape.mjs"
HEIGHT = 560
"""Pixels in a notebook."""


@dataclass(frozen=True, repr=False)
class Explorable:
    """A page in one piece; a notebook shows it in a frame that can't reach the notebook."""

    html: str

    def save(self, path: str | Path) -> None:
        """Write the page, to open in a browser or to send."""
        write_whole(Path(path), self.html.encode())

    def _repr_html_(self) -> str:
        frame = Markup(
            '<iframe sandbox="allow-scripts" srcdoc="{}" '
            'style="width:100%;height:{}px;border:1px solid #ddd"></iframe>'
        )
        return str(frame.format(self.html, HEIGHT))


def explore(graph: GraphView, *, most: int = 200, **filters: Unpack[Filters]) -> Explorable:
    """The network to drag, zoom and search; a click on a link shows each sentence behind it.

    Of a larger network it holds the `most` best linked things.  Links look as in `draw_network`.

    Raises:
        InputError: a filter names what there is not.
    """
    whole = graph.network(**filters)
    linked = sorted((n for n in whole if whole.degree(n)), key=lambda n: (-whole.degree(n), n))
    network = whole.subgraph(linked[:most])
    elements = [*_nodes(network), *_edges(network, Things(graph.entities()))]
    certainties = load().certainties
    page = _template().render(
        title=f"{len(network)} des {len(linked)} choses reliées",
        kinds=[(color, family_label(family)) for family, color in COLORS.items()],
        lines=[
            (line_color(name), _css(line), certainties[name].labels["fr"])
            for name, line in LINES.items()
        ],
        data=_inline(json.dumps({"elements": elements}, ensure_ascii=False)),
        library=_library(),
        script=Markup(Path(__file__).with_suffix(".js").read_text(encoding="utf8")),  # noqa: S704
    )
    return Explorable(page)


def _nodes(network: nx.MultiDiGraph[str]) -> list[Mapping[str, Any]]:
    return [
        {
            "data": {
                "id": node,
                "name": network.nodes[node]["name"],
                "label": short(network.nodes[node]["name"]),
                "color": COLORS.get(network.nodes[node]["family"], INK),
                "size": 14 + 2 * min(network.degree(node), 12),
            }
        }
        for node in sorted(network)
    ]


def _edges(network: nx.MultiDiGraph[str], things: Things) -> list[Mapping[str, Any]]:
    """One an ordered pair and relation, with its claims, the surest first."""
    links: dict[tuple[str, str, str], list[tuple[int, str, Mapping[str, Any]]]] = defaultdict(list)
    for one, other, claim, told in network.edges(data=True, keys=True):
        links[one, other, told["relation"]].append((told["rank"], claim, told))
    return [
        {
            "data": {
                "id": f"{one} {relation} {other}",
                "source": one,
                "target": other,
                "label": load().relations[relation].labels["fr"],
                "line": _css(LINES[_surest(told)]),
                "color": line_color(_surest(told)),
                "width": 1 + min(len(told), 5) / 2,
                "claims": [_claim(one, other, each, things) for *_, each in told],
            }
        }
        for (one, other, relation), claims in sorted(links.items())
        for told in [sorted(claims, key=lambda each: each[:2])]
    ]


def _surest(told: list[tuple[int, str, Mapping[str, Any]]]) -> str:
    """The certainty of the first of claims that are in order."""
    certainty: str = told[0][2]["certainty"]
    return certainty


def _claim(one: str, other: str, told: Mapping[str, Any], things: Things) -> Mapping[str, str]:
    relation = load().relations[told["relation"]].labels["fr"]
    certainty = load().certainties[told["certainty"]].labels["fr"]
    speaker = f"selon {things.name(told['attributed_to'])}" if told["attributed_to"] else ""
    note = (certainty, speaker, told["time"], str(told["published"] or ""), told["document"])
    return {
        "fact": f"{things.name(one)} {relation} {things.name(other)}",
        "note": ", ".join(filter(None, note)),
        "sentence": told["sentence"],
    }


def _css(line: str) -> str:
    """The line in the words of style sheets, which know no dash-dot."""
    return "dashed" if line == "dashdot" else line


def _inline(text: str) -> Markup:
    """JSON that no element of the page can end."""
    return Markup(text.replace("<", "\\u003c").replace("\u2028", " ").replace("\u2029", " "))  # noqa: S704


@cache
def _library() -> Markup:
    """The library as part of a script: what it exports is a global."""
    text = LIBRARY.read_text(encoding="utf8")
    made = re.sub(r"export\s*\{\s*(\w+) as default\s*\};?\s*$", r"globalThis.cytoscape=\1;", text)
    return Markup(made)  # noqa: S704 - ships with the package


@cache
def _template() -> jinja2.Template:
    text = Path(__file__).with_suffix(".html").read_text(encoding="utf8")
    return jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined).from_string(text)
