"""GraphML and GEXF, read back by networkx."""

from __future__ import annotations

import io
from xml.etree import ElementTree

import networkx as nx

from kg.exports.networks import gexf, graphml
from kg.exports.source import Source
from kg.networks import network

SPACE = "{http://www.gexf.net/1.2draft}"


def test_graphml_comes_back(source: Source) -> None:
    """The same nodes and edges, with their sentences."""
    found = nx.read_graphml(io.BytesIO(graphml(source).encode()), force_multigraph=True)
    wanted = network(source.graph)
    assert set(found.nodes) == set(wanted.nodes)
    assert {key for *_, key in found.edges(keys=True)} == {k for *_, k in wanted.edges(keys=True)}
    sentences = {edge["sentence"] for *_, edge in found.edges(data=True)}
    assert sentences == {edge["sentence"] for *_, edge in wanted.edges(data=True)}


def test_gexf_has_dates(source: Source) -> None:
    """An edge stands at the day of its claim, or on which its document came out."""
    root = ElementTree.fromstring(gexf(source))  # noqa: S314 - what we wrote
    graph = root.find(f"{SPACE}graph")
    assert graph is not None
    assert graph.get("mode") == "dynamic"
    edges = list(root.iter(f"{SPACE}edge"))
    assert len(edges) == network(source.graph).number_of_edges()
    days = {day for graph in source.graph.documents if (day := str(graph.published))}
    told = {claim.time for claim in source.graph.claims}
    assert {edge.get("start") for edge in edges} <= days | told
    assert all(edge.get("start") == edge.get("end") for edge in edges)


def test_the_bytes_are_the_same_each_time(source: Source) -> None:
    """Of both."""
    assert graphml(source) == graphml(source)
    edges = [line for line in gexf(source).splitlines() if "<edge" in line]
    assert edges == [line for line in gexf(source).splitlines() if "<edge" in line]
