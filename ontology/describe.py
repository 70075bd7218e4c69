"""The declaration as rows to print: classes with their depth, relations, certainty levels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from kg.ontology.model import Ontology

Language: TypeAlias = Literal["fr", "en"]


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A class under its first parent; `depth` 0 is the root of the tree."""

    depth: int
    name: str
    label: str
    definition: str
    codes: str
    external: str


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A relation; `subject` and `object` say what it joins."""

    name: str
    subject: str
    object: str
    symmetric: bool
    label: str
    definition: str
    external: str


@dataclass(frozen=True, slots=True)
class CertaintyRow:
    """A certainty level."""

    name: str
    label: str
    definition: str


def class_rows(ontology: Ontology, *, language: Language = "en") -> tuple[ClassRow, ...]:
    """The classes as a tree read from the top, each below its first parent."""

    def below(parent: str | None, depth: int) -> list[ClassRow]:
        rows: list[ClassRow] = []
        for each in ontology.classes.values():
            if (each.parents[:1] or (None,))[0] == parent:
                row = ClassRow(
                    depth=depth,
                    name=each.name,
                    label=each.labels[language],
                    definition=each.definitions[language],
                    codes=", ".join(ontology.codes(each.name).values()),
                    external=", ".join(each.links.all()),
                )
                rows += [row, *below(each.name, depth + 1)]
        return rows

    return tuple(below(None, 0))


def relation_rows(ontology: Ontology, *, language: Language = "en") -> tuple[RelationRow, ...]:
    """The relations in the order of declaration."""
    return tuple(
        RelationRow(
            name=each.name,
            subject=", ".join(each.domain),
            object=", ".join(each.range),
            symmetric=each.symmetric,
            label=each.labels[language],
            definition=each.definitions[language],
            external=", ".join(each.links.all()),
        )
        for each in ontology.relations.values()
    )


def certainty_rows(ontology: Ontology, *, language: Language = "en") -> tuple[CertaintyRow, ...]:
    """The certainty levels, the surest first."""
    return tuple(
        CertaintyRow(each.name, each.labels[language], each.definitions[language])
        for each in sorted(ontology.certainties.values(), key=lambda each: each.rank)
    )
