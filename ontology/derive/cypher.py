"""The property graph's schema: a uniqueness constraint a key, an index a searched property."""

from __future__ import annotations

from collections.abc import Iterator

from kg.ontology.model import Ontology, relationship_type


def statements(ontology: Ontology) -> tuple[str, ...]:
    """The statements that prepare a database; each may be run again without harm."""
    return (*_constraints(ontology), *_indexes(ontology))


def render(ontology: Ontology) -> str:
    """The statements as a script."""
    return "".join(f"{statement};\n" for statement in statements(ontology))


def _constraints(ontology: Ontology) -> Iterator[str]:
    keys = [(each.name, each.key) for each in ontology.classes.values()]
    keys += [(each.name, each.key) for each in ontology.structure.values()]
    for label, key in keys:
        if key:
            yield (
                f"CREATE CONSTRAINT {_snake(label, key)} IF NOT EXISTS "
                f"FOR (node:`{label}`) REQUIRE node.`{key}` IS UNIQUE"
            )


def _indexes(ontology: Ontology) -> Iterator[str]:
    for term in ontology.structure.values():
        if term.indexed:
            for label in term.domain:
                yield (
                    f"CREATE INDEX {_snake(label, term.name)} IF NOT EXISTS "
                    f"FOR (node:`{label}`) ON (node.`{term.name}`)"
                )


def _snake(*names: str) -> str:
    return "_".join(relationship_type(name).lower() for name in names)
