"""Document graphs as text, in the syntaxes of RDF."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from kg.loaders.rdf.jsonld import json_ld
from kg.loaders.rdf.writing import to_quads, to_statements
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
    if name == "jsonld":
        return json_ld(graphs)
    if name == "turtle":
        statements = dict.fromkeys(s for graph in graphs for s in to_statements(graph))
        return _with_prefixes((Triple(*s) for s in statements), RdfFormat.TURTLE)
    quads = (quad for graph in graphs for quad in to_quads(graph))
    return (
        to_text(quads, FORMATS[name]) if name == "nquads" else _with_prefixes(quads, FORMATS[name])
    )


def to_text(
    statements: Iterable[Triple] | Iterable[Quad],
    format: RdfFormat,
    prefixes: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Triples or quads in an RDF syntax."""
    return (serialize(statements, format=format, prefixes=dict(prefixes)) or b"").decode()


def _with_prefixes(statements: Iterable[Triple] | Iterable[Quad], format: RdfFormat) -> str:
    """The text with the prefixes that it needs, in order; the serialiser writes all, in any."""
    text = to_text(statements, format, prefixes())
    *_, body = text.split("\n", len(prefixes()))
    used = [name for name in prefixes() if re.search(rf"(?<![\w:]){name}:", body)]
    return "".join(f"@prefix {name}: <{prefixes()[name]}> .\n" for name in used) + "\n" + body
