"""What is derived from the declaration: OWL, SHACL, JSON-LD context, Cypher constraints."""

from kg.ontology.derive.generated import FORMATS, check, derive, write_generated

__all__ = ["FORMATS", "check", "derive", "write_generated"]
