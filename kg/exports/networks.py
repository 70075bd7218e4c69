"""The network as GraphML and as GEXF, which Gephi opens with its dates."""

from __future__ import annotations

import io
import re
from typing import Any

import networkx as nx

from kg.exports.source import Source
from kg.networks import network
from kg.networks.days import span

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 can't hold."""


def graphml(source: Source) -> str:
    """GraphML (http://graphml.graphdrawing.org): one edge a claim."""
    out = io.BytesIO()
    nx.write_graphml(_plain(source), out, named_key_ids=True)
    return out.getvalue().decode()


def gexf(source: Source) -> str:
    """GEXF 1.2 (https://gexf.net): an edge holds in the time of its claim, or its document's day.

    networkx writes the day of today and calls days texts; both are mended, so that the same graph
    gives the same bytes, and Gephi a time line.
    """
    found = _plain(source)
    found.graph["mode"] = "dynamic"
    for *_, edge in found.edges(data=True):
        first, last = span(edge["time"]) or (edge["published"], edge["published"])
        if first:
            edge |= {"start": str(first), "end": str(last)}
    out = io.BytesIO()
    nx.write_gexf(found, out)
    text = re.sub(r' lastmodifieddate="[^"]*"', "", out.getvalue().decode(), count=1)
    return text.replace('timeformat="string"', 'timeformat="date"', 1)


def _plain(source: Source) -> nx.MultiDiGraph[str]:
    """The network with attributes that are texts and numbers."""
    found = network(source.graph)
    for _, node in found.nodes(data=True):
        node["aliases"] = "; ".join(node["aliases"])
        node["label"] = node["name"]
    for *_, edge in found.edges(data=True):
        edge["published"] = str(edge["published"] or "")
        edge["url"] = source.documents[edge["document"]].url
    for *_, attributes in (*found.nodes(data=True), *found.edges(data=True)):
        for name, value in attributes.items():
            attributes[name] = _writable(value)
    return found


def _writable(value: Any) -> Any:  # noqa: ANN401 - an attribute is a text or a number
    return _NO_XML.sub("\ufffd", value) if isinstance(value, str) else value
