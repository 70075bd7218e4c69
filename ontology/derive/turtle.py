"""Writes Turtle in the order of the declaration, so that the same ontology gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from rdflib import Literal

from kg.ontology.model import Ontology

Statements: TypeAlias = Iterable[tuple[str, Iterable[str]]]


_NONE: Mapping[str, str] = MappingProxyType({})


def prefixes(ontology: Ontology, more: Mapping[str, str] = _NONE) -> str:
    """The prefix lines; the empty prefix is that of our own terms."""
    declared = {"": f"{ontology.base}ontology#", **ontology.prefixes, **more}
    return "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in declared.items())


def block(subject: str, statements: Statements) -> str:
    """The statements of one subject; a predicate without objects is left out."""
    lines = [
        f"    {predicate} {objects}" for predicate, objects in _joined(statements, ",\n        ")
    ]
    return f"\n{subject}\n" + " ;\n".join(lines) + " .\n"


def blank(statements: Statements) -> str:
    """A node without a name, in square brackets."""
    return "[ " + " ; ".join(f"{name} {objects}" for name, objects in _joined(statements)) + " ]"


def collection(members: Iterable[str]) -> str:
    """An RDF list."""
    return f"( {' '.join(members)} )"


def words(texts: Mapping[str, str]) -> list[str]:
    """The texts as literals with their language."""
    return [Literal(text, lang=language).n3() for language, text in texts.items()]


def string(text: str) -> str:
    """A text as a plain literal."""
    return Literal(text).n3()


def term(ontology: Ontology, name: str) -> str:
    """How Turtle names one of the ontology's terms: the standard CURIE, or our own."""
    declared = ontology.structure.get(name)
    return declared.iri if declared and declared.iri else f":{name}"


def _joined(statements: Statements, comma: str = ", ") -> list[tuple[str, str]]:
    listed = [(predicate, comma.join(objects)) for predicate, objects in statements]
    return [(predicate, objects) for predicate, objects in listed if objects]
