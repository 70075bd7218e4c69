"""SPARQL: the updates that write documents, and queries that can be stopped."""

from kg.loaders.sparql.asking import ask
from kg.loaders.sparql.updates import removal, replacement

__all__ = ["ask", "removal", "replacement"]
