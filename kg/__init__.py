"""Faisceau: a knowledge graph of armed conflict from French news, every claim with its source."""

from kg.api import build, extract, open
from kg.connected import Neo4jGraph, SparqlGraph, connect
from kg.errors import FaisceauError
from kg.opened import OpenGraph
from kg.records import Claim, Document, DocumentGraph, Entity, Evidence, Value

__all__ = [
    "Claim",
    "Document",
    "DocumentGraph",
    "Entity",
    "Evidence",
    "FaisceauError",
    "Neo4jGraph",
    "OpenGraph",
    "SparqlGraph",
    "Value",
    "build",
    "connect",
    "extract",
    "open",
]
