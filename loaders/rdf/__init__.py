"""Document graphs as RDF: one named graph a document, in terms of the ontology, no blank nodes."""

from kg.loaders.rdf.formats import FORMATS, prefixes, serialise, to_text
from kg.loaders.rdf.reading import to_graph
from kg.loaders.rdf.writing import Statement, to_quads, to_statements

__all__ = [
    "FORMATS",
    "Statement",
    "prefixes",
    "serialise",
    "to_graph",
    "to_quads",
    "to_statements",
    "to_text",
]
