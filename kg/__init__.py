"""Faisceau: a knowledge graph of armed conflict from French news, every claim with its source."""

from kg.api import build, extract, open
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
    "OpenGraph",
    "Value",
    "build",
    "extract",
    "open",
]
