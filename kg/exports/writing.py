"""The formats by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kg.exports.acled import acled
from kg.exports.ftm import ftm
from kg.exports.neo4j_csv import neo4j_csv
from kg.exports.networks import gexf, graphml
from kg.exports.report import report
from kg.exports.source import Source
from kg.exports.stix import stix
from kg.exports.ucdp import ucdp
from kg.folder import GraphFolder
from kg.graph import merge
from kg.loaders.rdf import serialise

Text = str | Mapping[str, str]

_OF_GRAPH: dict[str, Callable[[Source], Text]] = {
    "graphml": graphml,
    "gexf": gexf,
    "neo4j-csv": neo4j_csv,
    "ucdp": ucdp,
    "stix": stix,
    "ftm": ftm,
}
FORMATS = (*_OF_GRAPH, "acled", "jsonld", "report")
"""What `export` writes."""


def export(folder: GraphFolder, format: str, *, about: str = "") -> Text:
    """The graph in one of `FORMATS`: its text, or the texts of its files by name.

    A report is on the thing of the id or name `about`.

    Raises:
        InputError: nothing is called `about`, or several things are.
        NotInstalled: the format needs a library that is not there.
    """
    if format == "acled":
        return acled(folder)
    if format == "jsonld":
        return serialise(folder.identified.graphs(), "jsonld")
    source = Source(merge(folder.identified.graphs()))
    return report(source, about) if format == "report" else _OF_GRAPH[format](source)
