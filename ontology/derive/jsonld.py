"""The JSON-LD context: the ontology's names as keys of plain JSON."""

from __future__ import annotations

import json
from typing import Any

from kg.ontology.model import Ontology, Relation, StructureTerm


def context(ontology: Ontology) -> dict[str, Any]:
    """The value of `@context`; with IRIs in full, so that no prefix is taken for a key."""
    terms: dict[str, Any] = {"id": "@id", "type": "@type"}
    for name in (*ontology.classes, *ontology.certainties):
        terms[name] = ontology.term_iri(name)
    for relation in ontology.relations.values():
        terms[relation.name] = _property(ontology, relation)
    for structural in ontology.structure.values():
        if structural.kind == "class":
            terms[structural.name] = ontology.term_iri(structural.name)
        else:
            terms[structural.name] = _property(ontology, structural)
    return terms


def render(ontology: Ontology) -> str:
    """The context as a JSON document."""
    return json.dumps({"@context": context(ontology)}, ensure_ascii=False, indent=2) + "\n"


def _property(ontology: Ontology, declared: Relation | StructureTerm) -> dict[str, str]:
    found = {"@id": ontology.term_iri(declared.name)}
    values = [ontology.values[name] for name in declared.range if name in ontology.values]
    if not values and declared.range:
        found["@type"] = "@id"
    elif len(values) == len(declared.range) == 1 and values[0].datatype:
        found["@type"] = ontology.expand(values[0].datatype)
    return found
