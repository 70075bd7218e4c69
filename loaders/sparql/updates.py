"""Updates, each to be carried out as one step.  Text goes in as RDF terms, escaped as such."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import RdfFormat, Triple

from kg.loaders.rdf import to_statements, to_text
from kg.loaders.rdf.retractions import retractions_graph, to_triples
from kg.loaders.rdf.terms import document
from kg.records import DocumentGraph, Retraction


def replacement(graph: DocumentGraph) -> str:
    """The update that puts `graph` in the place of what its document said before."""
    triples = (Triple(*statement) for statement in to_statements(graph))
    text = to_text(triples, RdfFormat.N_TRIPLES)
    name = document(graph.document.id)
    return f"DROP SILENT GRAPH {name} ;\nINSERT DATA {{ GRAPH {name} {{\n{text}}} }}"


def removal(document_id: str) -> str:
    """The update that drops what a document says."""
    return f"DROP SILENT GRAPH {document(document_id)}"


def notes(retractions: Iterable[Retraction]) -> str:
    """The update that makes `retractions` all the traces that are kept."""
    text, name = to_text(to_triples(retractions), RdfFormat.N_TRIPLES), retractions_graph()
    added = f" ;\nINSERT DATA {{ GRAPH {name} {{\n{text}}} }}" if text else ""
    return f"DROP SILENT GRAPH {name}{added}"


def withdrawal(document_id: str) -> str:
    """The update that takes out of the default graph what no other document says."""
    name = document(document_id)
    elsewhere = f"GRAPH ?other {{ ?s ?p ?o }} FILTER (?other != {name})"
    return (
        f"DELETE {{ ?s ?p ?o }} WHERE {{ GRAPH {name} {{ ?s ?p ?o }} "
        f"FILTER NOT EXISTS {{ {elsewhere} }} }}"
    )


def addition(document_id: str) -> str:
    """The update that adds what a document says to the default graph, where each triple is once."""
    return f"ADD GRAPH {document(document_id)} TO DEFAULT"
