"""A STIX 2.1 bundle (https://docs.oasis-open.org/cti/stix/v2.1/), made with the `stix2` library."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

from kg.errors import NotInstalled
from kg.exports.source import Source
from kg.ontology import load
from kg.records import Claim, Document, Entity, Value

EPOCH = date(1970, 1, 1)
"""When a document came out that does not say."""


def stix(source: Source) -> str:
    """The bundle: a report a document, a relationship a claim between two, tolls as notes.

    The same graph gives the same ids and the same bytes.  How sure a document is of a claim is a
    label; denied claims are left out, since a relationship says that it is so.

    Raises:
        NotInstalled: the library is not there.
    """
    try:
        import stix2
    except ModuleNotFoundError:
        raise NotInstalled("STIX needs a library: pip install 'faisceau[stix]'") from None
    maker = _Maker(source, stix2)
    bundle = stix2.Bundle(*maker.objects(), id=_id("bundle", "all"), allow_custom=False)
    text: str = bundle.serialize(pretty=True)
    return text + "\n"


def _id(kind: str, name: str) -> str:
    return f"{kind}--{uuid.uuid5(uuid.NAMESPACE_URL, load().base + kind + '/' + name)}"


class _Maker:
    def __init__(self, source: Source, stix2: Any) -> None:  # noqa: ANN401 - ships no types
        self._source = source
        self._stix2 = stix2
        days = [each.published for each in source.graph.documents if each.published]
        self._first = _moment(min(days, default=EPOCH))

    def objects(self) -> Iterator[Any]:
        """All objects, things first."""
        held = [c for c in self._source.graph.claims if c.certainty != load().denial]
        named = {end for c in held for end in (c.subject, c.object) if isinstance(end, str)}
        things = [self._thing(e) for e in self._source.graph.entities if e.id in named]
        yield from things
        claims = [(c, self._claim(c)) for c in held]
        yield from (made for _, made in claims)
        for document in self._source.graph.documents:
            told = [made for c, made in claims if c.evidence.document == document.id]
            if told:
                yield self._report(document, told)

    def _thing(self, entity: Entity) -> Any:  # noqa: ANN401
        common = {
            "id": _id(self._kind(entity), entity.id),
            "name": entity.name,
            "created": self._first,
            "modified": self._first,
        }
        match self._kind(entity):
            case "location":
                return self._stix2.Location(**common, **_location(entity))
            case "threat-actor":
                aliases = {"aliases": list(entity.aliases)} if entity.aliases else {}
                return self._stix2.ThreatActor(**common, **aliases)
            case "incident":
                return self._stix2.Incident(**common)
        person = load().is_a(entity.type, "Person")
        group = entity.type == "Group"
        kind = "individual" if person else "group" if group else "organization"
        return self._stix2.Identity(**common, identity_class=kind)

    def _kind(self, entity: Entity) -> str:
        ontology = load()
        if ontology.is_a(entity.type, "Event"):
            return "incident"
        if ontology.is_a(entity.type, "Place"):
            return "location"
        return "threat-actor" if ontology.is_a(entity.type, "ArmedGroup") else "identity"

    def _ref(self, identifier: str) -> str:
        return _id(self._kind(self._source.entities[identifier]), identifier)

    def _claim(self, claim: Claim) -> Any:  # noqa: ANN401
        document = self._source.documents[claim.evidence.document]
        moment = _moment(document.published or EPOCH)
        common = {
            "created": moment,
            "modified": moment,
            "labels": [claim.certainty],
            "external_references": [_reference(document)],
        }
        if isinstance(claim.object, Value):
            return self._stix2.Note(
                id=_id("note", claim.id),
                abstract=f"{claim.relation}: {claim.object.text}",
                content=claim.evidence.sentence,
                object_refs=[self._ref(claim.subject)],
                **common,
            )
        return self._stix2.Relationship(
            id=_id("relationship", claim.id),
            relationship_type=load().relationship_type(claim.relation).lower().replace("_", "-"),
            source_ref=self._ref(claim.subject),
            target_ref=self._ref(claim.object),
            description=claim.evidence.sentence,
            **common,
        )

    def _report(self, document: Document, told: list[Any]) -> Any:  # noqa: ANN401
        moment = _moment(document.published or EPOCH)
        return self._stix2.Report(
            id=_id("report", document.id),
            name=document.title or document.id,
            published=moment,
            created=moment,
            modified=moment,
            object_refs=[made.id for made in told],
            external_references=[_reference(document)],
        )


def _location(entity: Entity) -> dict[str, Any]:
    """What is required: a region, a country or a point; of a place that is not located its name."""
    where = entity.location
    if where is None:
        return {"region": entity.name}
    country = {"country": where.country_code} if where.country_code else {}
    if where.latitude is None or where.longitude is None:
        return country or {"region": entity.name}
    return {**country, "latitude": where.latitude, "longitude": where.longitude}


def _reference(document: Document) -> dict[str, str]:
    told = {"source_name": document.title or document.id, "external_id": document.id}
    return {**told, "url": document.url} if document.url.startswith("http") else told


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
