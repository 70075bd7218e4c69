"""Small graphs told in few words, for tests of what several documents say together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from kg.graph import canonical
from kg.identity import claim_id
from kg.records import Claim, Document, DocumentGraph, Entity, Evidence, Span, Value

TEXT = "Le Front du Levant tient Kolvar."


def entity(id: str, type: str, name: str = "", *aliases: str) -> Entity:
    """An entity, named by its id if no name is given."""
    return Entity(id, type, name or id, aliases, (Span(0, 2),))


def claim(
    subject: str,
    relation: str,
    object: str | Value,
    certainty: str = "asserted",
    *,
    speaker: str | Value | None = None,
    time: str = "",
) -> Claim:
    """A claim without evidence, which `story` adds."""
    nowhere = Evidence("", 0, len(TEXT), TEXT, TEXT)
    return Claim("", subject, relation, object, certainty, nowhere, speaker, time)


def story(
    document_id: str, entities: Iterable[Entity], claims: Iterable[Claim] = (), *, day: int = 1
) -> DocumentGraph:
    """The graph of a document of that day of March 2024."""
    address = f"https://exemple.org/{document_id}"
    document = Document(document_id, TEXT, "fr", "Kolvar", address, date(2024, 3, day))
    placed = [
        replace(each, evidence=replace(each.evidence, document=document_id)) for each in claims
    ]
    named = tuple(replace(each, id=claim_id(each)) for each in placed)
    return canonical(DocumentGraph(document, tuple(entities), named))
