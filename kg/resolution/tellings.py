"""What a document tells of a thing: all that resolution needs to know of the document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kg.ontology import load
from kg.records import Claim, Document, DocumentGraph, Entity, Value
from kg.resolution.telling import telling_relations
from kg.spelling import parts_of

PERSON, ORGANISATION, PLACE, EVENT = "person", "organisation", "place", "event"
FAMILIES = (PERSON, ORGANISATION, PLACE, EVENT)
"""What is resolved; all else is what its id says."""
UNDATED = "9999-99-99"

Tie = tuple[str, str]
"""A relation and the id of its other end."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What one document tells of one thing.

    `since` is the day on which the document came out, or UNDATED; `posts` are what a person leads
    or serves; `said` is what is told of an event, by relation.
    """

    document: str
    since: str
    family: str
    entity: Entity
    posts: tuple[Tie, ...] = ()
    said: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def own_key(self) -> str:
        """The key of what this document alone calls so."""
        return key_in(self.entity.id, self.document)

    def key(self, apart: Collection[str]) -> str:
        """The key of the view that it is part of.

        `apart` are keys of one document that stand alone; so does a person told by one word only,
        who may be another in each document.
        """
        alone = self.family == PERSON and is_short(self.entity)
        return self.own_key if alone or self.own_key in apart else self.entity.id


def key_in(entity_id: str, document_id: str) -> str:
    """The key of what one document alone calls by an id."""
    return f"{entity_id}@{document_id}"


def is_short(entity: Entity) -> bool:
    """Whether the documents call `entity` by one word only."""
    return all(len(parts_of(name)) == 1 for name in (entity.name, *entity.aliases))


def since(document: Document) -> str:
    """The day on which a document came out, in ISO 8601; UNDATED if nobody knows."""
    return document.published.isoformat() if document.published else UNDATED


def tellings(graph: DocumentGraph) -> Iterator[Telling]:
    """What a document tells of each person, organisation, place and event."""
    posts, said = _posts(graph), _said(graph)
    for entity in graph.entities:
        family = load().family(entity.type) or ""
        if family in FAMILIES:
            yield Telling(
                graph.document.id,
                since(graph.document),
                family,
                replace(entity, mentions=()),
                tuple(sorted(posts.get(entity.id, ()))),
                said.get(entity.id, {}) if family == EVENT else {},
            )


def _posts(graph: DocumentGraph) -> Mapping[str, set[Tie]]:
    found: dict[str, set[Tie]] = defaultdict(set)
    for claim in graph.claims:
        if claim.relation in telling_relations().posts and isinstance(claim.object, str):
            found[claim.subject].add((claim.relation, claim.object))
    return found


def _said(graph: DocumentGraph) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """By subject and relation; without denials, and without countries as places."""
    entities = {entity.id: entity for entity in graph.entities}
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for claim in graph.claims:
        if claim.certainty != load().denial and not _is_wide(claim, entities):
            obj = claim.object
            told = obj.text if isinstance(obj, Value) else obj
            found[claim.subject][claim.relation].add(told)
    return {
        subject: {relation: tuple(sorted(told)) for relation, told in relations.items()}
        for subject, relations in found.items()
    }


def _is_wide(claim: Claim, entities: Mapping[str, Entity]) -> bool:
    """Whether the claim says that something happened in a country, which tells little."""
    place = entities.get(claim.object) if isinstance(claim.object, str) else None
    wide = place and (load().family(place.type) == "country")
    return bool(wide) and claim.relation == telling_relations().place
