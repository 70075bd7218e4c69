"""FollowTheMoney entities (https://followthemoney.tech), made with its own library."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from kg.errors import NotInstalled
from kg.exports.source import Source
from kg.identity import digest
from kg.networks.days import span
from kg.ontology import load
from kg.records import Claim, Document, Entity, Value

SCHEMATA: Mapping[str, str] = {
    "person": "Person",
    "organisation": "Organization",
    "group": "LegalEntity",
    "country": "PublicBody",
    "place": "Address",
    "event": "Event",
}
"""By family; a country acts as its state."""
POSTS: Mapping[str, tuple[str, str, str]] = {
    "leads": ("Directorship", "director", "organization"),
    "memberOf": ("Membership", "member", "organization"),
    "holdsPositionIn": ("Membership", "member", "organization"),
}
"""The links that have a schema, with the names of their ends; others are of an unknown kind."""
ANY_LINK = ("UnknownLink", "subject", "object")
DAY = "onDate"
WHERE = "occurredIn"


def ftm(source: Source) -> str:
    """JSON Lines: articles, things, and a link for each claim between two, with its article.

    `status` of a link is how sure the article is of it, `summary` its sentence.  Denied claims are
    left out, since a link says that it is so.

    Raises:
        NotInstalled: the library is not there.
    """
    try:
        from followthemoney import model
    except ModuleNotFoundError:
        raise NotInstalled(
            "FollowTheMoney needs its library and ICU: pip install 'faisceau[ftm]'"
        ) from None
    lines = (
        json.dumps(made.to_dict(), ensure_ascii=False, sort_keys=True)
        for made in _Maker(source, model).entities()
    )
    return "".join(f"{line}\n" for line in lines)


def _id(kind: str, name: str) -> str:
    return f"{kind}-{digest(name, length=32)}"


class _Maker:
    def __init__(self, source: Source, model: Any) -> None:  # noqa: ANN401 - ships no types
        self._source = source
        self._model = model

    def entities(self) -> Iterator[Any]:
        """Articles and things first, links last."""
        yield from map(self._article, self._source.graph.documents)
        yield from map(self._thing, self._source.graph.entities)
        for claim in self._source.graph.claims:
            if claim.certainty != load().denial and not isinstance(claim.object, Value):
                yield self._link(claim, claim.object)

    def _made(self, schema: str, id: str, told: Mapping[str, Any]) -> Any:  # noqa: ANN401
        made = self._model.make_entity(schema)
        made.id = id
        for name, values in told.items():
            made.add(name, values)
        return made

    def _article(self, document: Document) -> Any:  # noqa: ANN401
        told = {
            "title": document.title or document.id,
            "sourceUrl": document.url,
            "publishedAt": str(document.published or ""),
            "language": document.language,
            "bodyText": document.text,
        }
        return self._made("Article", _id("document", document.id), told)

    def _thing(self, entity: Entity) -> Any:  # noqa: ANN401
        family = load().family(entity.type)
        told: dict[str, Any] = {"name": entity.name, "alias": entity.aliases}
        if entity.known:
            told["wikidataId"] = entity.known.wikidata
        if entity.location:
            told["country"] = entity.location.country_code.lower()
        if family == "place":
            told |= {"full": entity.name, **_point(entity)}
        if family == "event":
            told |= self._event(entity)
        return self._made(SCHEMATA[family], _id("thing", entity.id), told)

    def _event(self, event: Entity) -> dict[str, Any]:
        """When and where, as everything that is said and not denied tells it."""
        days = (span(self._source.name(claim.object)) for claim in self._source.held(event, DAY))
        first = next(filter(None, days), None)
        places = [self._source.name(claim.object) for claim in self._source.held(event, WHERE)]
        dates = {"startDate": str(first[0]), "endDate": str(first[1])} if first else {}
        return {"location": places, **dates}

    def _link(self, claim: Claim, other: str) -> Any:  # noqa: ANN401
        schema, start, end = self._schema(claim.relation, other)
        document = self._source.documents[claim.evidence.document]
        told = {
            start: _id("thing", claim.subject),
            end: _id("thing", other),
            "role": load().relations[claim.relation].labels["fr"],
            "status": load().certainties[claim.certainty].labels["fr"],
            "date": claim.time.partition("/")[0],
            "summary": claim.evidence.sentence,
            "publisher": self._source.name(claim.attributed_to),
            "recordId": claim.id,
            "sourceUrl": document.url,
            "proof": _id("document", document.id),
        }
        return self._made(schema, _id("claim", claim.id), told)

    def _schema(self, relation: str, other: str) -> tuple[str, str, str]:
        """A post is one in an organisation; one in a place is a link like any other."""
        family = load().family(self._source.entities[other].type)
        organisation = self._model.get(SCHEMATA[family]).is_a("Organization")
        return POSTS[relation] if relation in POSTS and organisation else ANY_LINK


def _point(entity: Entity) -> dict[str, str]:
    where = entity.location
    if where is None or where.latitude is None or where.longitude is None:
        return {}
    return {"latitude": str(where.latitude), "longitude": str(where.longitude)}
