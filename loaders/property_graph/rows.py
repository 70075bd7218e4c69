"""A document's graph as rows that statements take, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.loaders.property_graph.work import Row
from kg.records import (
    Claim,
    Document,
    DocumentGraph,
    Entity,
    Evidence,
    Known,
    Location,
    Span,
    Value,
)
from kg.serialisation import graph_digest, location_from_json, location_to_json

LOCATION = ("geonames", "precision", "countryCode", "regionCode", "latitude", "longitude")
"""The properties of a place that tell where it lies."""
IDENTITY = ("wikidata", "knownAs", "formerly")
"""The properties that tell what else an entity is known by."""


def document_row(graph: DocumentGraph) -> Row:
    """The properties of the document's node."""
    document = graph.document
    return {
        "id": document.id,
        "title": document.title or None,
        "url": document.url or None,
        "copyOf": document.copy_of or None,
        "published": document.published,
        "language": document.language,
        "text": document.text,
        "digest": graph_digest(graph),
    }


def mention_rows(graph: DocumentGraph) -> Iterator[Row]:
    """For each entity, how this document names it and where."""
    for entity in graph.entities:
        yield {
            "document": graph.document.id,
            "entity": entity.id,
            "properties": {
                "type": entity.type,
                "name": entity.name,
                "aliases": list(entity.aliases),
                **location_row(entity),
                **identity_row(entity),
                "starts": [span.start for span in entity.mentions],
                "ends": [span.end for span in entity.mentions],
            },
        }


def identity_row(entity: Entity) -> Row:
    """The properties that tell what else an entity is known by; a name as `name@language`."""
    known = entity.known or Known("")
    row: Row = {
        "wikidata": known.wikidata,
        "knownAs": [f"{name}@{language}" for language, name in known.names],
        "formerly": list(entity.formerly),
    }
    return {name: value for name, value in row.items() if value}


def to_known(row: Mapping[str, Any]) -> Known | None:
    """What is known, which `identity_row` made part of `row` from."""
    number, names = row.get("wikidata") or "", row.get("knownAs") or ()
    told = (tuple(reversed(name.rsplit("@", 1))) for name in names)
    return (
        Known(number, tuple((language, name) for language, name in told))
        if number or names
        else None
    )


def location_row(entity: Entity) -> Row:
    """The properties that tell where an entity lies; none for one that is not located."""
    return location_to_json(entity.location) if entity.location else {}


def to_location(row: Mapping[str, Any]) -> Location | None:
    """The location that `location_row` made part of `row` from."""
    told = {name: row[name] for name in LOCATION if row.get(name) is not None}
    return location_from_json(told) if told else None


def claim_rows(graph: DocumentGraph) -> Iterator[Row]:
    """For each claim, its node's properties and the ids of what the node is tied to."""
    for claim in graph.claims:
        yield {
            "id": claim.id,
            "document": graph.document.id,
            "subject": claim.subject,
            "object": _entity_id(claim.object),
            "speaker": _entity_id(claim.attributed_to),
            "properties": {**own_properties(claim), **dict(claim.qualifiers)},
        }


def own_properties(claim: Claim) -> Row:
    """The properties of a claim's node, beside its qualifiers."""
    return {
        "id": claim.id,
        "relation": claim.relation,
        "certainty": claim.certainty,
        "quote": claim.evidence.quote,
        "sentence": claim.evidence.sentence,
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        "time": claim.time or None,
        "rule": claim.rule or None,
        "value": _words(claim.object),
        "attributedTo": _words(claim.attributed_to),
        "qualifiers": [name for name, _ in claim.qualifiers] or None,
    }


def _entity_id(end: str | Value | None) -> str | None:
    return end if isinstance(end, str) else None


def _words(end: str | Value | None) -> str | None:
    return end.text if isinstance(end, Value) else None


def to_graph(document: Row, mentions: Iterable[Row], claims: Iterable[Row]) -> DocumentGraph:
    """The graph of a document's properties, and of what MENTIONS and CLAIMS return for it."""
    return DocumentGraph(
        _to_document(document),
        tuple(map(_to_entity, mentions)),
        tuple(map(_to_claim, claims)),
    )


def _to_document(properties: Mapping[str, Any]) -> Document:
    published = properties.get("published")
    return Document(
        id=properties["id"],
        text=properties["text"],
        language=properties["language"],
        title=properties.get("title", ""),
        url=properties.get("url", ""),
        published=published and published.to_native(),
        copy_of=properties.get("copyOf", ""),
    )


def _to_entity(row: Row) -> Entity:
    view = row["properties"]
    return Entity(
        id=row["entity"],
        type=view["type"],
        name=view["name"],
        aliases=tuple(view["aliases"]),
        mentions=tuple(map(Span, view["starts"], view["ends"])),
        location=to_location(view),
        known=to_known(view),
        formerly=tuple(view.get("formerly") or ()),
    )


def _to_claim(row: Row) -> Claim:
    said = row["properties"]
    return Claim(
        id=said["id"],
        subject=row["subject"],
        relation=said["relation"],
        object=_to_end(row["object"], said.get("value")),
        certainty=said["certainty"],
        evidence=Evidence(
            row["document"], said["start"], said["end"], said["quote"], said["sentence"]
        ),
        attributed_to=_to_speaker(row["speaker"], said.get("attributedTo")),
        time=said.get("time", ""),
        qualifiers=tuple((name, said[name]) for name in said.get("qualifiers", ())),
        rule=said.get("rule", ""),
    )


def _to_end(entity: str | None, words: str | None) -> str | Value:
    return Value(words or "") if entity is None else entity


def _to_speaker(entity: str | None, words: str | None) -> str | Value | None:
    return None if entity is None and words is None else _to_end(entity, words)
