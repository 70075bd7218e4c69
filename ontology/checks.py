"""What a declaration must satisfy beyond its shape; each failure names file, line and cure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, TypeAlias

from kg.errors import DeclarationError
from kg.ontology.declaration import Declared
from kg.ontology.model import EntityClass, Links, Ontology, relationship_type

if TYPE_CHECKING:
    from kg.ontology.loading import Terms

Files: TypeAlias = "Sequence[Declared[Terms]]"

SECTIONS = ("classes", "relations", "certainties", "structure")


def refuse_repeated_names(files: Files) -> None:
    """One name, one term: IRIs are made of names."""
    seen: dict[str, str] = {}
    for file in files:
        for section in SECTIONS:
            for name in getattr(file.value, section):
                if name in seen:
                    raise file.error(
                        f"{name} is already declared in {seen[name]}",
                        "rename or remove one of the two",
                        section,
                        name,
                    )
                seen[name] = f"{file.path.name}, {section}"


def refuse_bad_parents(classes: Mapping[str, EntityClass], files: Files) -> None:
    """Every parent is a class, and no class is above itself."""
    for file, name in _names(files, "classes"):
        for parent in classes[name].parents:
            if parent not in classes:
                raise _unknown(file, parent, classes, "classes", name, "parents")
    try:
        TopologicalSorter({name: each.parents for name, each in classes.items()}).prepare()
    except CycleError as error:
        circle = error.args[1]
        message = f"{circle[0]} is above itself ({' > '.join(circle)})"
        raise _error_at(
            files, "classes", circle[0], message, "break the circle of parents"
        ) from None


def refuse_bad_references(ontology: Ontology, files: Files) -> None:
    """Domains, ranges and CURIEs point to something, and no relationship type equals a label."""
    _refuse_bad_domains(ontology, files)
    _refuse_bad_prefixes(ontology, files)
    _refuse_bad_values(ontology, files)
    _refuse_types_equal_to_labels(ontology, files)


def _refuse_bad_domains(ontology: Ontology, files: Files) -> None:
    structural = [name for name, term in ontology.structure.items() if term.kind == "class"]
    for section, known in (
        ("relations", [*ontology.classes, *ontology.values]),
        ("structure", [*ontology.classes, *structural, *ontology.values]),
    ):
        for file, name in _names(files, section):
            term = getattr(file.value, section)[name]
            for end in ("domain", "range"):
                allowed = [each for each in known if end == "range" or each not in ontology.values]
                for each in getattr(term, end):
                    if each not in allowed:
                        raise _unknown(file, each, allowed, section, name, end)


def _refuse_bad_prefixes(ontology: Ontology, files: Files) -> None:
    for section in ("classes", "relations", "structure"):
        for file, name in _names(files, section):
            term = getattr(file.value, section)[name]
            links: Links = term.links
            for curie in filter(None, (*links.all(), getattr(term, "iri", ""))):
                prefix, colon, _ = curie.partition(":")
                if not colon or prefix not in ontology.prefixes:
                    raise file.error(
                        f"{name}: {curie} has no declared prefix",
                        "write prefix:name with a prefix of ontology.yaml",
                        section,
                        name,
                        "links" if curie in links.all() else "iri",
                    )


def _refuse_bad_values(ontology: Ontology, files: Files) -> None:
    """Patterns compile, and `before` names a property."""
    for file, name in _names(files, "values"):
        try:
            re.compile(ontology.values[name].pattern)
        except re.error as error:
            message = f"{name}: the pattern is no regular expression: {error}"
            raise file.error(message, "mend it", "values", name, "pattern") from None
    properties = [name for name, each in ontology.structure.items() if each.kind == "property"]
    for file, name in _names(files, "structure"):
        before = ontology.structure[name].before
        if before and before not in properties:
            raise _unknown(file, before, properties, "structure", name, "before")


def _refuse_types_equal_to_labels(ontology: Ontology, files: Files) -> None:
    labels = {
        name.upper(): name
        for name in (
            *ontology.classes,
            *(name for name, term in ontology.structure.items() if term.kind == "class"),
        )
    }
    types: dict[str, str] = {}
    for section in ("relations", "structure"):
        for file, name in _names(files, section):
            if section == "structure" and ontology.structure[name].kind == "class":
                continue
            made = relationship_type(name)
            if made in labels or made in types:
                other = labels.get(made) or types[made]
                raise file.error(
                    f"{name}: its relationship type {made} is also that of {other}",
                    "rename one of the two: a property graph can't hold both",
                    section,
                    name,
                )
            types[made] = name


def _names(files: Files, section: str) -> Iterator[tuple[Declared[Terms], str]]:
    for file in files:
        for name in getattr(file.value, section):
            yield file, name


def _unknown(
    file: Declared[Terms],
    name: str,
    known: Iterator[str] | Sequence[str] | Mapping[str, object],
    *location: str,
) -> DeclarationError:
    return file.error(
        f"{location[1]}: {location[2]}: {name} is not declared",
        f"use one of: {', '.join(known)}",
        *location,
    )


def _error_at(files: Files, section: str, name: str, message: str, cure: str) -> DeclarationError:
    file = next(file for file, each in _names(files, section) if each == name)
    return file.error(message, cure, section, name)
