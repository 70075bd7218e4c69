"""Updates, each to be carried out as one step.  Text goes in as RDF terms, escaped as such."""

from __future__ import annotations

from pyoxigraph import RdfFormat, serialize

from kg.loaders.rdf import to_quads
from kg.loaders.rdf.terms import document
from kg.records import DocumentGraph


def replacement(graph: DocumentGraph) -> str:
    """The update that puts `graph` in the place of what its document said before."""
    triples = (quad.triple for quad in to_quads(graph))
    text = serialize(triples, format=RdfFormat.N_TRIPLES).decode()
    name = document(graph.document.id)
    return f"DROP SILENT GRAPH {name} ;\nINSERT DATA {{ GRAPH {name} {{\n{text}}} }}"


def removal(document_id: str) -> str:
    """The update that drops what a document says."""
    return f"DROP SILENT GRAPH {document(document_id)}"
