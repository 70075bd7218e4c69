"""The property graph: Neo4j, or the embedded ArcadeDB, by the same driver and the same Cypher."""

from kg.loaders.property_graph.dialects import ARCADEDB, NEO4J, Dialect
from kg.loaders.property_graph.loader import PropertyGraph

__all__ = ["ARCADEDB", "NEO4J", "Dialect", "PropertyGraph"]
