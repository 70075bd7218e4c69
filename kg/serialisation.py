"""A document's graph as JSON, in the published shape (`kg/extraction.schema.json`), and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

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

Json = dict[str, Any]


def to_json(graph: DocumentGraph) -> Json:
    """`graph` as JSON data: keys `document`, `entities`, `claims`."""
    text = graph.document.text
    return {
        "document": document_to_json(graph.document),
        "entities": [entity_to_json(entity, text) for entity in graph.entities],
        "claims": [claim_to_json(claim) for claim in graph.claims],
    }


def from_json(data: Mapping[str, Any]) -> DocumentGraph:
    """The graph that `to_json` made `data` from."""
    document = document_from_json(data["document"])
    return DocumentGraph(
        document,
        tuple(entity_from_json(entity) for entity in data["entities"]),
        tuple(claim_from_json(claim, document.id) for claim in data["claims"]),
    )


def graph_digest(graph: DocumentGraph) -> str:
    """A hash of all that `graph` holds: equal for equal graphs."""
    payload = json.dumps(to_json(graph), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(payload.encode("utf8", "surrogatepass")).hexdigest()


def document_to_json(document: Document) -> Json:
    """`document` as JSON data; `published` is an ISO date or null, an empty `copyOf` left out."""
    data: Json = {
        "id": document.id,
        "lang": document.language,
        "published": document.published.isoformat() if document.published else None,
        "title": document.title,
        "url": document.url,
        "text": document.text,
    }
    return data | ({"copyOf": document.copy_of} if document.copy_of else {})


def document_from_json(data: Mapping[str, Any]) -> Document:
    """The document that `document_to_json` made `data` from."""
    published = data["published"]
    return Document(
        id=data["id"],
        text=data["text"],
        language=data["lang"],
        title=data["title"],
        url=data["url"],
        published=date.fromisoformat(published) if published else None,
        copy_of=data.get("copyOf", ""),
    )


def entity_to_json(entity: Entity, text: str) -> Json:
    """`entity` of the document with this `text` as JSON data.

    `location`, `known` and `formerly` only where it has them.
    """
    data: Json = {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "mentions": [
            {"start": span.start, "end": span.end, "text": text[span.start : span.end]}
            for span in entity.mentions
        ],
    }
    if entity.location:
        data["location"] = location_to_json(entity.location)
    if entity.known:
        data["known"] = known_to_json(entity.known)
    if entity.formerly:
        data["formerly"] = list(entity.formerly)
    return data


def known_to_json(known: Known) -> Json:
    """`known` as JSON data: `wikidata` where there is one, `labels` as [language, name]."""
    data: Json = {"wikidata": known.wikidata} if known.wikidata else {}
    return data | {"labels": [list(label) for label in known.names]}


def known_from_json(data: Mapping[str, Any]) -> Known:
    """What `known_to_json` made `data` from."""
    labels = ((language, name) for language, name in data["labels"])
    return Known(data.get("wikidata", ""), tuple(labels))


def location_to_json(location: Location) -> Json:
    """`location` as JSON data, by the ontology's names; what it lacks is left out."""
    data = {
        "geonames": location.geonames,
        "precision": location.precision,
        "countryCode": location.country_code,
        "regionCode": location.region_code,
        "latitude": location.latitude,
        "longitude": location.longitude,
    }
    return {name: value for name, value in data.items() if value not in ("", None)}


def location_from_json(data: Mapping[str, Any]) -> Location:
    """The location that `location_to_json` made `data` from."""
    return Location(
        geonames=data["geonames"],
        precision=data["precision"],
        country_code=data["countryCode"],
        region_code=data.get("regionCode", ""),
        latitude=data.get("latitude"),
        longitude=data.get("longitude"),
    )


def entity_from_json(data: Mapping[str, Any]) -> Entity:
    """The entity that `entity_to_json` made `data` from."""
    return Entity(
        id=data["id"],
        type=data["type"],
        name=data["name"],
        aliases=tuple(data["aliases"]),
        mentions=tuple(Span(mention["start"], mention["end"]) for mention in data["mentions"]),
        location=location_from_json(data["location"]) if "location" in data else None,
        known=known_from_json(data["known"]) if "known" in data else None,
        formerly=tuple(data.get("formerly", ())),
    )


def claim_to_json(claim: Claim) -> Json:
    """`claim` as JSON data; keys that say nothing (no speaker, time, qualifier) are left out."""
    data: Json = {
        "id": claim.id,
        "subject": claim.subject,
        "relation": claim.relation,
        "object": _end_to_json(claim.object),
        "evidence": claim.evidence.quote,
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        "sentence": claim.evidence.sentence,
        "certainty": claim.certainty,
        "rule": claim.rule,
    }
    if claim.attributed_to is not None:
        data["attributed_to"] = _end_to_json(claim.attributed_to)
    if claim.time:
        data["time"] = claim.time
    if claim.qualifiers:
        data["qualifiers"] = dict(claim.qualifiers)
    return data


def claim_from_json(data: Mapping[str, Any], document_id: str) -> Claim:
    """The claim of `document_id` that `claim_to_json` made `data` from."""
    speaker = data.get("attributed_to")
    return Claim(
        id=data["id"],
        subject=data["subject"],
        relation=data["relation"],
        object=_end_from_json(data["object"]),
        certainty=data["certainty"],
        evidence=Evidence(
            document_id, data["start"], data["end"], data["evidence"], data["sentence"]
        ),
        attributed_to=None if speaker is None else _end_from_json(speaker),
        time=data.get("time", ""),
        qualifiers=tuple(sorted(data.get("qualifiers", {}).items())),
        rule=data["rule"],
    )


def _end_to_json(end: str | Value) -> str | dict[str, str]:
    return {"literal": end.text} if isinstance(end, Value) else end


def _end_from_json(end: str | Mapping[str, str]) -> str | Value:
    return end if isinstance(end, str) else Value(end["literal"])
