"""The tables of a graph."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from kg.ontology import load
from kg.records import Claim, Document, Entity, Graph, Value
from kg.tables.table import Row, Table
from kg.things import Things
from kg.tolls import bounds

CLAIMS = (
    *("id", "subject_id", "subject", "subject_type", "relation", "object_id", "object"),
    *("object_type", "certainty", "attributed_to", "time", "published", "document", "url"),
    *("quote", "sentence", "rule"),
)
ENTITIES = (
    *("id", "type", "name", "aliases", "wikidata", "geonames", "latitude", "longitude"),
    *("country", "claims", "documents"),
)
EVENTS = (
    *("id", "type", "name", "date", "places", "perpetrators", "claimed_by", "targets", "victims"),
    *("dead_low", "dead_best", "dead_high", "wounded_low", "wounded_best", "wounded_high"),
    *("documents", "claims"),
)
_ROLES = {
    "places": "occurredIn",
    "perpetrators": "perpetrator",
    "claimed_by": "claimedBy",
    "targets": "target",
    "victims": "victim",
}
_TOLLS = {"dead": "fatalities", "wounded": "injured"}


class Tables:
    """A graph as three tables; denied claims are in `claims` alone."""

    def __init__(self, graph: Graph, things: Things | None = None) -> None:
        """The tables of `graph`; `things` know the names of others too, such as of speakers."""
        self._graph = graph
        self._things = things or Things(graph.entities)
        self._documents = {document.id: document for document in graph.documents}

    @cached_property
    def claims(self) -> Table:
        """One row a claim, in order of id; `object_id` and `object_type` are None of a value."""
        return Table.of(CLAIMS, map(self._claim, self._graph.claims))

    @cached_property
    def entities(self) -> Table:
        """One row a thing, in order of id, with how many claims and documents speak of it."""
        told: Counter[str] = Counter()
        documents: dict[str, set[str]] = defaultdict(set)
        for claim in self._graph.claims:
            for end in {claim.subject, *([claim.object] if isinstance(claim.object, str) else [])}:
                told[end] += 1
                documents[end].add(claim.evidence.document)
        return Table.of(
            ENTITIES,
            (
                {**_entity(each), "claims": told[each.id], "documents": len(documents[each.id])}
                for each in self._graph.entities
            ),
        )

    @cached_property
    def events(self) -> Table:
        """One row an event, in order of id; `claims` are the ids of what the row comes from.

        Of several dates or tolls those of the newest document count, of places and actors all.
        """
        said: dict[str, list[Claim]] = defaultdict(list)
        for claim in self._graph.claims:
            if claim.certainty != load().denial:
                said[claim.subject].append(claim)
        events = (e for e in self._graph.entities if load().is_a(e.type, "Event"))
        return Table.of(EVENTS, (self._event(each, said[each.id]) for each in events))

    def _claim(self, claim: Claim) -> Row:
        document = self._documents[claim.evidence.document]
        thing = None if isinstance(claim.object, Value) else claim.object
        return {
            "id": claim.id,
            "subject_id": claim.subject,
            "subject": self._things.name(claim.subject),
            "subject_type": self._type(claim.subject),
            "relation": claim.relation,
            "object_id": thing,
            "object": self._things.name(claim.object),
            "object_type": self._type(thing),
            "certainty": claim.certainty,
            "attributed_to": self._things.name(claim.attributed_to) or None,
            "time": claim.time or None,
            "published": document.published,
            "document": document.id,
            "url": document.url or None,
            "quote": claim.evidence.quote,
            "sentence": claim.evidence.sentence,
            "rule": claim.rule,
        }

    def _type(self, end: str | None) -> str | None:
        thing = self._things.by_id.get(end or "")
        return thing.type if thing else None

    def _event(self, event: Entity, said: list[Claim]) -> Row:
        newest = sorted(said, key=lambda claim: _age(self._documents, claim), reverse=True)
        by_relation: dict[str, list[Claim]] = defaultdict(list)
        for claim in newest:
            by_relation[claim.relation].append(claim)
        names = {
            column: tuple(sorted({self._things.name(c.object) for c in by_relation[relation]}))
            for column, relation in _ROLES.items()
        }
        return {
            "id": event.id,
            "type": event.type,
            "name": event.name,
            "date": next((self._things.name(c.object) for c in by_relation["onDate"]), None),
            **names,
            **_tolls({name: by_relation[relation] for name, relation in _TOLLS.items()}),
            "documents": len({claim.evidence.document for claim in said}),
            "claims": tuple(claim.id for claim in said),
        }


def _entity(entity: Entity) -> dict[str, Any]:
    where = entity.location
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "aliases": entity.aliases,
        "wikidata": (entity.known.wikidata or None) if entity.known else None,
        "geonames": where.geonames if where else None,
        "latitude": where.latitude if where else None,
        "longitude": where.longitude if where else None,
        "country": where.country_code if where else None,
    }


def _age(documents: Mapping[str, Document], claim: Claim) -> tuple[str, str]:
    return str(documents[claim.evidence.document].published or ""), claim.id


def _tolls(told: Mapping[str, Iterable[Claim]]) -> dict[str, int | None]:
    """Low, best and high of each kind of toll, as the newest document tells them.

    Where it tells several, the lowest and the highest count, and there is no best.
    """
    found: dict[str, int | None] = {}
    for name, claims in told.items():
        counts: list[Mapping[str, int]] = []
        newest = ""
        for claim in claims:
            count = bounds(claim.object.text) if isinstance(claim.object, Value) else {}
            if count and claim.evidence.document == (newest or claim.evidence.document):
                newest = claim.evidence.document
                counts.append(count)
        found |= {f"{name}_{which}": value for which, value in _joined(counts).items()}
    return found


def _joined(counts: list[Mapping[str, int]]) -> dict[str, int | None]:
    bests = {count.get("best") for count in counts}
    highs = [count["high"] for count in counts if "high" in count]
    return {
        "low": min((count["low"] for count in counts if "low" in count), default=None),
        "best": bests.pop() if len(bests) == 1 else None,
        "high": max(highs) if counts and len(highs) == len(counts) else None,
    }
