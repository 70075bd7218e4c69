"""SPARQL: the updates that write documents, and queries that can be stopped."""

from kg.loaders.sparql.answers import answer
from kg.loaders.sparql.asking import ask
from kg.loaders.sparql.checking import check
from kg.loaders.sparql.updates import addition, notes, removal, replacement, withdrawal

__all__ = ["addition", "answer", "ask", "check", "notes", "removal", "replacement", "withdrawal"]
