"""The network as GraphML and as GEXF, which Gephi opens with its dates."""

from __future__ import annotations

import io
import re

import networkx as nx

from kg.exports.source import Source
from kg.network import network

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 can't hold."""


def graphml(source: Source) -> str:
    """GraphML (http://graphml.graphdrawing.org): attributes are texts, one edge a claim."""
    out = io.BytesIO()
    nx.write_graphml(_plain(source), out, named_key_ids=True)
    return out.getvalue().decode()


def gexf(source: Source) -> str:
    """GEXF 1.2 (https://gexf.net): an edge holds at the day of its claim, or of its document."""
    found = _plain(source)
    found.graph["mode"] = "dynamic"
    for *_, edge in found.edges(data=True):
        day = _DAY.match(edge["time"]) or _DAY.match(edge["published"])
        if day:
            edge["start"] = edge["end"] = day[0]
    out = io.BytesIO()
    nx.write_gexf(found, out)
    return out.getvalue().decode()


def _plain(source: Source) -> nx.MultiDiGraph[str]:
    """The network with texts for attributes, and the day on which each claim was published."""
    found = network(source.graph)
    for _, node in found.nodes(data=True):
        node["aliases"] = "; ".join(node["aliases"])
        node["label"] = node["name"]
    for *_, edge in found.edges(data=True):
        document = source.documents[edge["document"]]
        edge["published"] = document.published.isoformat() if document.published else ""
        edge["url"] = document.url
    for *_, attributes in (*found.nodes(data=True), *found.edges(data=True)):
        for name, value in attributes.items():
            attributes[name] = _NO_XML.sub("\ufffd", value)
    return found
