"""The ontology in OWL: classes, properties, certainty levels, and their ties to standard terms."""

from __future__ import annotations

from collections.abc import Iterator

from kg.ontology.derive.turtle import blank, block, collection, prefixes, string, term, words
from kg.ontology.model import (
    Certainty,
    EntityClass,
    Ontology,
    Relation,
    StructureTerm,
)


def render(ontology: Ontology) -> str:
    """The ontology as Turtle."""
    return prefixes(ontology) + "".join(_blocks(ontology))


def _blocks(ontology: Ontology) -> Iterator[str]:
    yield block(f"<{ontology.base}ontology>", [("a", ["owl:Ontology"])])
    for each in ontology.classes.values():
        yield _entity_class(ontology, each)
    for relation in ontology.relations.values():
        yield _property(ontology, relation, _relation_traits(relation))
    for structural in ontology.structure.values():
        if not structural.iri:
            yield _structure(ontology, structural)
    for certainty in ontology.certainties.values():
        yield _certainty(certainty)


def _entity_class(ontology: Ontology, declared: EntityClass) -> str:
    parents = [f":{parent}" for parent in declared.parents]
    codes = ontology.codes(declared.name)
    return block(
        f":{declared.name}",
        [
            ("a", ["owl:Class"]),
            *_described(declared),
            ("rdfs:subClassOf", [*parents, *declared.links.broader]),
            ("owl:equivalentClass", declared.links.equivalents),
            ("skos:closeMatch", declared.links.close),
            *((f":{book}", [string(code)]) for book, code in codes.items()),
        ],
    )


def _structure(ontology: Ontology, declared: StructureTerm) -> str:
    if declared.kind == "class":
        return block(
            f":{declared.name}",
            [
                ("a", ["owl:Class"]),
                *_described(declared),
                ("rdfs:subClassOf", declared.links.broader),
                ("owl:equivalentClass", declared.links.equivalents),
                ("skos:closeMatch", declared.links.close),
            ],
        )
    if declared.kind == "annotation":
        return block(
            f":{declared.name}", [("a", ["owl:AnnotationProperty"]), *_described(declared)]
        )
    return _property(ontology, declared, [])


def _relation_traits(relation: Relation) -> list[str]:
    symmetric = ["owl:SymmetricProperty"] if relation.symmetric else []
    return symmetric + (["owl:TransitiveProperty"] if relation.transitive else [])


def _property(ontology: Ontology, declared: Relation | StructureTerm, traits: list[str]) -> str:
    values = [name for name in declared.range if name in ontology.values]
    things = [name for name in declared.range if name not in ontology.values]
    return block(
        f":{declared.name}",
        [
            ("a", [_property_kind(things, values), *traits]),
            *_described(declared),
            ("rdfs:domain", _union(ontology, declared.domain)),
            *_range(ontology, things, values),
            ("rdfs:subPropertyOf", declared.links.broader),
            ("owl:equivalentProperty", declared.links.equivalents),
            ("skos:closeMatch", declared.links.close),
        ],
    )


def _property_kind(things: list[str], values: list[str]) -> str:
    """OWL keeps properties of things and of values apart; one of both is a plain property."""
    if things and values:
        return "rdf:Property"
    return "owl:DatatypeProperty" if values else "owl:ObjectProperty"


def _range(
    ontology: Ontology, things: list[str], values: list[str]
) -> Iterator[tuple[str, list[str]]]:
    datatypes = [ontology.values[name].datatype or "rdfs:Literal" for name in values]
    if things and values:
        yield "schema:rangeIncludes", [*(term(ontology, name) for name in things), *datatypes]
    elif values:
        yield "rdfs:range", datatypes
    else:
        yield "rdfs:range", _union(ontology, things)


def _union(ontology: Ontology, names: tuple[str, ...] | list[str]) -> list[str]:
    """One class, or the union of several; nothing where none is declared."""
    terms = [term(ontology, name) for name in names]
    if len(terms) < 2:
        return terms
    return [blank([("a", ["owl:Class"]), ("owl:unionOf", [collection(terms)])])]


def _certainty(declared: Certainty) -> str:
    return block(
        f":{declared.name}",
        [
            ("a", ["owl:NamedIndividual", ":CertaintyLevel"]),
            *_described(declared),
            ("rdf:value", [str(declared.rank)]),
        ],
    )


def _described(
    declared: EntityClass | Relation | StructureTerm | Certainty,
) -> list[tuple[str, list[str]]]:
    return [
        ("rdfs:label", words(declared.labels)),
        ("skos:definition", words(declared.definitions)),
    ]
