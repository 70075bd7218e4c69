"""The one declaration of classes and relations, what is derived from it, and the language data."""

from kg.ontology.loading import load, load_from
from kg.ontology.model import (
    VALUE_KINDS,
    Certainty,
    EntityClass,
    Links,
    Ontology,
    Relation,
    StructureTerm,
    ValueKind,
    relationship_type,
)

__all__ = [
    "VALUE_KINDS",
    "Certainty",
    "EntityClass",
    "Links",
    "Ontology",
    "Relation",
    "StructureTerm",
    "ValueKind",
    "load",
    "load_from",
    "relationship_type",
]
