"""SHACL shapes for entities, documents, mentions and claims, with messages in French and English.

Only SHACL Core.  The shape of a relation is aimed at the relation itself: the path from it back to
the claims that state it, and on to their subjects or objects, checks all of them in one step.
Every property shape has its own target: nested shapes are checked node by node, ten times slower.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.ontology.derive.turtle import (
    Statements,
    blank,
    block,
    collection,
    prefixes,
    string,
    term,
    words,
)
from kg.ontology.model import EntityClass, Ontology, Relation, StructureTerm, ValueKind

_SHACL = "http://www.w3.org/ns/shacl#"


def render(ontology: Ontology) -> str:
    """The shapes as Turtle."""
    more = {"sh": _SHACL, "shape": f"{ontology.base}shapes#"}
    return prefixes(ontology, more) + "".join(_blocks(ontology))


def _blocks(ontology: Ontology) -> Iterator[str]:
    for each in ontology.classes.values():
        for parent in each.parents:
            yield _lineage_shape(each, parent)
    for structural in ontology.structure.values():
        if structural.kind == "property":
            for class_name in structural.domain:
                yield _property_shape(ontology, structural, class_name)
    for relation in ontology.relations.values():
        yield from _relation_shapes(ontology, relation)


def _lineage_shape(declared: EntityClass, parent: str) -> str:
    """A thing of a class also carries the classes above it, for queries without reasoning."""
    message = {
        "fr": f"{declared.name} : la classe supérieure {parent} manque",
        "en": f"{declared.name}: the class above it, {parent}, is missing",
    }
    return block(
        f"shape:{declared.name}-{parent}",
        [
            ("a", ["sh:PropertyShape"]),
            ("sh:targetClass", [f":{declared.name}"]),
            ("sh:path", ["rdf:type"]),
            ("sh:hasValue", [f":{parent}"]),
            ("sh:message", words(message)),
        ],
    )


def _property_shape(ontology: Ontology, declared: StructureTerm, class_name: str) -> str:
    """A structural property of a class: how often, and of what kind."""
    return block(
        f"shape:{class_name}-{declared.name}",
        [
            ("a", ["sh:PropertyShape"]),
            ("sh:targetClass", [f":{class_name}"]),
            ("sh:path", [term(ontology, declared.name)]),
            ("sh:minCount", ["1"] if declared.required else []),
            ("sh:maxCount", [] if declared.repeatable else ["1"]),
            *_admitted(ontology, declared),
            ("sh:message", words(_property_message(ontology, declared))),
        ],
    )


def _admitted(ontology: Ontology, declared: StructureTerm) -> Statements:
    """What the values of a structural property must be."""
    if declared.before:
        yield "sh:lessThan", [term(ontology, declared.before)]
    if declared.one_of:
        names = getattr(ontology, declared.one_of)
        yield "sh:in", [collection(term(ontology, name) for name in names)]
    else:
        yield from _one_of(ontology, declared.range)


def _one_of(ontology: Ontology, names: Iterable[str]) -> Statements:
    """A constraint for one class or kind of value, or the choice between several."""
    choices = [_admits(ontology, name) for name in names]
    if len(choices) == 1:
        yield from choices[0]
    else:
        yield "sh:or", [collection(blank(choice) for choice in choices)]


def _admits(ontology: Ontology, name: str) -> list[tuple[str, list[str]]]:
    value = ontology.values.get(name)
    if value is None:
        return [("sh:class", [term(ontology, name)])]
    if value.datatype:
        return [("sh:datatype", [value.datatype])]
    pattern = [string(value.pattern)] if value.pattern else []
    return [("sh:nodeKind", ["sh:Literal"]), ("sh:pattern", pattern)]


def _relation_shapes(ontology: Ontology, relation: Relation) -> Iterator[str]:
    """Domain and range of a relation, in its claims and in the plain triples."""
    predicate, subject, object_ = (
        term(ontology, name) for name in ("predicate", "subject", "object")
    )
    ends = (
        ("domain", relation.domain, subject, "sh:targetSubjectsOf"),
        ("range", relation.range, object_, "sh:targetObjectsOf"),
    )
    for end, names, path, target in ends:
        constraint = [
            *_one_of(ontology, names),
            ("sh:message", words(_end_message(ontology, relation, end, names))),
        ]
        yield block(
            f"shape:{relation.name}-claim-{end}",
            [
                ("a", ["sh:PropertyShape"]),
                ("sh:targetNode", [f":{relation.name}"]),
                ("sh:path", [f"( [ sh:inversePath {predicate} ] {path} )"]),
                *constraint,
            ],
        )
        yield block(
            f"shape:{relation.name}-{end}",
            [("a", ["sh:NodeShape"]), (target, [f":{relation.name}"]), *constraint],
        )


def _end_message(
    ontology: Ontology, relation: Relation, end: str, names: Iterable[str]
) -> Mapping[str, str]:
    french, english = (_listed(ontology, names, language) for language in ("fr", "en"))
    role = {"domain": ("le sujet", "the subject"), "range": ("l'objet", "the object")}[end]
    return {
        "fr": f"{relation.name} ({relation.labels['fr']}) : {role[0]} doit être {french}",
        "en": f"{relation.name} ({relation.labels['en']}): {role[1]} must be {english}",
    }


def _property_message(ontology: Ontology, declared: StructureTerm) -> Mapping[str, str]:
    """What the property must be: how often, then what kind of value."""
    french, english = (_listed(ontology, declared.range, each) for each in ("fr", "en"))
    often = {
        (True, False): ("une fois exactement", "exactly once"),
        (True, True): ("au moins une fois", "at least once"),
        (False, False): ("une fois au plus", "at most once"),
        (False, True): ("à volonté", "any number of times"),
    }[declared.required, declared.repeatable]
    kinds = (f" ({french})", f" ({english})") if declared.range else ("", "")
    return {
        "fr": f"{declared.name} ({declared.labels['fr']}) : attendu {often[0]}{kinds[0]}",
        "en": f"{declared.name} ({declared.labels['en']}): expected {often[1]}{kinds[1]}",
    }


def _listed(ontology: Ontology, names: Iterable[str], language: str) -> str:
    """The labels of classes and kinds of value, joined by "or"."""
    declared: dict[str, StructureTerm | ValueKind | EntityClass] = {}
    declared.update(ontology.structure)
    declared.update(ontology.values)
    declared.update(ontology.classes)
    return {"fr": " ou ", "en": " or "}[language].join(
        declared[name].labels[language] for name in names
    )
