"""Document graphs as text, in the syntaxes of RDF."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from kg.loaders.rdf.jsonld import json_ld
from kg.loaders.rdf.writing import to_quads
from kg.ontology import load
from kg.records import DocumentGraph

FORMATS = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
}
"""By name.  Turtle has no named graphs: what several documents say stands together in it."""


@cache
def prefixes() -> Mapping[str, str]:
    """The prefixes that queries may use and texts are written with."""
    ontology = load()
    data = {kind: f"{ontology.base}{kind}/" for kind in ("claim", "entity")}
    return dict(sorted({**ontology.prefixes, **data}.items()))


def serialise(graphs: Iterable[DocumentGraph], name: str) -> str:
    """`graphs` in one of `FORMATS`; the same graphs in the same order give the same text.

    Raises:
        InvalidGraph: a class, relation, certainty or qualifier is none of the ontology's.
    """
    quads = [quad for graph in graphs for quad in to_quads(graph)]
    if name == "jsonld":
        return json_ld(quads)
    if name == "nquads":
        return serialize(quads, format=RdfFormat.N_QUADS).decode()
    if name == "turtle":
        return _with_prefixes(dict.fromkeys(quad.triple for quad in quads), RdfFormat.TURTLE)
    return _with_prefixes(quads, FORMATS[name])


def _with_prefixes(statements: Iterable[Quad | Triple], format: RdfFormat) -> str:
    """The text with the prefixes that it needs, in order; the serialiser writes all, in any."""
    text = serialize(statements, format=format, prefixes=dict(prefixes())).decode()
    *_, body = text.split("\n", len(prefixes()))
    used = (item for item in prefixes().items() if f"{item[0]}:" in body)
    return "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in used) + "\n" + body
