"""RDF terms: the ontology's vocabulary, and values with the datatype that fits them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache

from pyoxigraph import Literal, NamedNode

from kg.errors import InvalidGraph
from kg.ontology import load

XSD = "http://www.w3.org/2001/XMLSchema#"
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
INTEGER = NamedNode(f"{XSD}integer")
DECIMAL = NamedNode(f"{XSD}decimal")
STRING = NamedNode(f"{XSD}string")

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DATE_TYPES = (
    NamedNode(f"{XSD}gYear"),
    NamedNode(f"{XSD}gYearMonth"),
    NamedNode(f"{XSD}date"),
)


@cache
def term(name: str) -> NamedNode:
    """The ontology's term of this name.

    Raises:
        InvalidGraph: the ontology has none.
    """
    try:
        return NamedNode(load().term_iri(name))
    except KeyError:
        raise InvalidGraph(
            f"{name!r} is no term of the ontology; see: kg ontology, and build the documents anew"
        ) from None


@cache
def lineage(class_name: str) -> tuple[NamedNode, ...]:
    """The class and those above it.

    Raises:
        InvalidGraph: the ontology has no such class.
    """
    term(class_name)
    return tuple(term(name) for name in load().ancestors(class_name))


def name(node: NamedNode | Literal) -> str:
    """The name of a term of the ontology.

    Raises:
        KeyError: the ontology has no such term.
    """
    return _names()[node.value]


@cache
def _names() -> dict[str, str]:
    ontology = load()
    parts = (ontology.classes, ontology.relations, ontology.certainties, ontology.structure)
    return {ontology.term_iri(name): name for part in parts for name in part}


@cache
def assertion() -> str:
    """The surest certainty: the one whose claims are also plain triples."""
    return min(load().certainties.values(), key=lambda each: each.rank).name


def entity(identifier: str) -> NamedNode:
    """The node of an entity."""
    return NamedNode(load().entity_iri(identifier))


def document(identifier: str) -> NamedNode:
    """The node of a document, which is also its named graph."""
    return NamedNode(load().document_iri(identifier))


def claim(identifier: str) -> NamedNode:
    """The node of a claim."""
    return NamedNode(load().claim_iri(identifier))


def mention(document_id: str, start: int, end: int) -> NamedNode:
    """The node of a stretch of a document."""
    return NamedNode(load().mention_iri(document_id, start, end))


def identifier(node: NamedNode | Literal) -> str:
    """The id of an entity, document or claim behind its node; ValueError for any other."""
    return load().id_of(node.value)


def number(value: int) -> Literal:
    """A whole number."""
    return Literal(str(value), datatype=INTEGER)


def plain(value: str | int | float) -> Literal:
    """Words, a whole number, or a decimal number."""
    match value:
        case int():
            return number(value)
        case float():
            return Literal(f"{Decimal(str(value)):f}", datatype=DECIMAL)
        case str():
            return Literal(value)


def value(text: str) -> Literal:
    """A value: a day, month or year of the calendar as such, anything else as a string."""
    found = _DATE.fullmatch(text)
    if found is None or not _is_in_calendar(*found.groups(default="01")):
        return Literal(text)
    return Literal(text, datatype=_DATE_TYPES[text.count("-")])


def _is_in_calendar(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True
