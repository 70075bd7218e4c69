"""Reads a schema folder into an `Ontology`; a broken declaration names file, line and cure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field

from kg.errors import DeclarationError
from kg.ontology import checks
from kg.ontology.declaration import Declared, read_declared
from kg.ontology.model import (
    Certainty,
    EntityClass,
    Links,
    Ontology,
    Relation,
    Section,
    Stance,
    StructureKind,
    StructureTerm,
    ValueKind,
    ValueKindName,
)

SCHEMA = Path(__file__).parent / "schema"
Record = TypeVar("Record")
Words = Annotated[str, Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text in both languages of the declaration."""

    fr: Words
    en: Words


@dataclass(frozen=True, slots=True)
class ClassEntry:
    """A class as written in YAML; its name is the key."""

    labels: Bilingual
    definitions: Bilingual
    parents: tuple[str, ...] = ()
    family: str = ""
    codes: dict[Literal["acled", "plover"], Words] = field(default_factory=dict)
    key: str = ""
    links: Links = field(default_factory=Links)


@dataclass(frozen=True, slots=True)
class RelationEntry:
    """A relation as written in YAML; its name is the key."""

    domain: Annotated[tuple[str, ...], Field(min_length=1)]
    range: Annotated[tuple[str, ...], Field(min_length=1)]
    labels: Bilingual
    definitions: Bilingual
    symmetric: bool = False
    transitive: bool = False
    stance: Stance = ""
    links: Links = field(default_factory=Links)


@dataclass(frozen=True, slots=True)
class CertaintyEntry:
    """A certainty level as written in YAML; its name is the key."""

    rank: int
    labels: Bilingual
    definitions: Bilingual


@dataclass(frozen=True, slots=True)
class StructureEntry:
    """A structural term as written in YAML; its name is the key."""

    kind: StructureKind
    labels: Bilingual
    definitions: Bilingual
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    iri: str = ""
    key: str = ""
    required: bool = False
    repeatable: bool = False
    indexed: bool = False
    one_of: Section = ""
    before: str = ""
    links: Links = field(default_factory=Links)


@dataclass(frozen=True, slots=True)
class ValueEntry:
    """A kind of value as written in YAML; its name is the key."""

    labels: Bilingual
    definitions: Bilingual
    pattern: str = ""
    datatype: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """The content of `ontology.yaml`."""

    base: Annotated[str, Field(pattern=r"^https?://\S+/$")]
    prefixes: dict[str, Words]


@dataclass(frozen=True, slots=True)
class Terms:
    """The content of every other file of a schema folder."""

    classes: dict[str, ClassEntry] = field(default_factory=dict)
    relations: dict[str, RelationEntry] = field(default_factory=dict)
    certainties: dict[str, CertaintyEntry] = field(default_factory=dict)
    structure: dict[str, StructureEntry] = field(default_factory=dict)
    values: dict[ValueKindName, ValueEntry] = field(default_factory=dict)


@cache
def load() -> Ontology:
    """The shipped ontology."""
    return load_from(SCHEMA)


def load_from(folder: Path) -> Ontology:
    """The ontology declared in `folder`: `ontology.yaml`, then every other `*.yaml` by name.

    Raises:
        DeclarationError: a file is missing or malformed, or the declarations contradict each other.
    """
    head = read_declared(folder / "ontology.yaml", Head)
    paths = sorted(path for path in folder.glob("*.yaml") if path != head.path)
    files = [read_declared(path, Terms) for path in paths]
    if not files:
        raise DeclarationError(f"{folder}:1: no term is declared; restore the schema files")
    checks.refuse_repeated_names(files)
    ontology = _assembled(head.value, files)
    checks.refuse_bad_references(ontology, files)
    return ontology


def _assembled(head: Head, files: list[Declared[Terms]]) -> Ontology:
    classes = {name: EntityClass(name, **entry) for name, entry in _entries(files, "classes")}
    checks.refuse_bad_parents(classes, files)
    return Ontology(
        base=head.base,
        prefixes=MappingProxyType(head.prefixes),
        classes=MappingProxyType(classes),
        relations=_records(Relation, files, "relations"),
        certainties=_records(Certainty, files, "certainties"),
        structure=_records(StructureTerm, files, "structure"),
        values=_records(ValueKind, files, "values"),
        lineages=MappingProxyType(_lineages(classes)),
    )


def _records(
    record: Callable[..., Record], files: list[Declared[Terms]], section: str
) -> Mapping[str, Record]:
    return MappingProxyType(
        {name: record(name, **entry) for name, entry in _entries(files, section)}
    )


def _entries(files: list[Declared[Terms]], section: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The entries of one section over all files, as keyword arguments of their record."""
    for file in files:
        for name, entry in getattr(file.value, section).items():
            fields: dict[str, Any] = {key: getattr(entry, key) for key in entry.__slots__}
            fields["labels"] = MappingProxyType(asdict(entry.labels))
            fields["definitions"] = MappingProxyType(asdict(entry.definitions))
            yield name, fields


def _lineages(classes: Mapping[str, EntityClass]) -> dict[str, tuple[str, ...]]:
    """Each class with its ancestors: deepest first, then in order of declaration."""
    order = list(classes)

    def depth(name: str) -> int:
        return 1 + max(map(depth, classes[name].parents), default=0)

    def above(name: str) -> set[str]:
        return {name}.union(*map(above, classes[name].parents))

    return {
        name: tuple(sorted(above(name), key=lambda each: (-depth(each), order.index(each))))
        for name in order
    }
