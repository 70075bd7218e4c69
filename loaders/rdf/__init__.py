"""Document graphs as RDF: one named graph a document, in terms of the ontology, no blank nodes."""

from kg.loaders.rdf.formats import FORMATS, prefixes, serialise
from kg.loaders.rdf.reading import to_graph
from kg.loaders.rdf.writing import to_quads

__all__ = ["FORMATS", "prefixes", "serialise", "to_graph", "to_quads"]
