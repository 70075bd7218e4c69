"""What is compared: an id with all that the documents call by it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from kg.decisions import Decision
from kg.merging import merged
from kg.ontology import load
from kg.records import Document, DocumentGraph, Entity
from kg.spelling import parts_of

PERSON, ORGANISATION, PLACE, EVENT = "person", "organisation", "place", "event"
UNDATED = "9999-99-99"


@dataclass(frozen=True, slots=True)
class View:
    """One id as documents see it.

    `key` is the id, or `id@document` where documents that share the id may mean different things.
    `names` begins with the one most used; `documents` are in order of publication.
    """

    key: str
    family: str
    entity: Entity
    names: tuple[str, ...]
    documents: tuple[str, ...]
    since: str

    @property
    def id(self) -> str:
        """The id that the documents give."""
        return self.entity.id

    @property
    def age(self) -> tuple[str, bool, str, str]:
        """What orders views: the day of the first document, full names first, then ids."""
        document = self.documents[0] if self.documents else ""
        return self.since, is_short(self.entity), document, self.key


def key_in(entity_id: str, document_id: str) -> str:
    """The key of what one document alone calls by an id."""
    return f"{entity_id}@{document_id}"


def views(graphs: Iterable[DocumentGraph], apart: Collection[str] = ()) -> dict[str, View]:
    """The views of all people, organisations, places and events, by key.

    `apart` are keys of one document that stand alone; so does a person told by one word only, who
    may be another in each document.
    """
    seen: dict[str, list[tuple[Entity, Document]]] = defaultdict(list)
    families: dict[str, str] = {}
    for graph in graphs:
        for entity in graph.entities:
            family = load().family(entity.type) or ""
            if family not in (PERSON, ORGANISATION, PLACE, EVENT):
                continue
            key = key_in(entity.id, graph.document.id)
            if key not in apart and not (family == PERSON and is_short(entity)):
                key = entity.id
            families[key] = family
            seen[key].append((entity, graph.document))
    return {key: _view(key, families[key], told) for key, told in seen.items()}


def is_short(entity: Entity) -> bool:
    """Whether the documents call `entity` by one word only."""
    return all(len(parts_of(name)) == 1 for name in (entity.name, *entity.aliases))


def pairs_of(
    decisions: Iterable[Decision], verb: str, seen: Mapping[str, View]
) -> list[tuple[str, str]]:
    """The keys of the views that decisions with that verb are about; only those there are."""
    by_id: dict[str, list[str]] = defaultdict(list)
    for key, view in seen.items():
        by_id[view.id].append(key)

    def keys(told: str) -> list[str]:
        return [told] if told in seen else by_id.get(told, [])

    return [
        (one, other)
        for decision in decisions
        if decision.verb == verb
        for one in keys(decision.one)
        for other in keys(decision.other)
    ]


def _view(key: str, family: str, told: list[tuple[Entity, Document]]) -> View:
    documents = sorted({_when(document) for _, document in told})
    names = Counter[str]()
    for entity, _ in told:
        names[entity.name] += len(told)
        names.update(entity.aliases)
    return View(
        key,
        family,
        merged((entity, 1) for entity, _ in told),
        tuple(sorted(names, key=lambda name: (-names[name], name))),
        tuple(id for _, id in documents),
        documents[0][0],
    )


def _when(document: Document) -> tuple[str, str]:
    return document.published.isoformat() if document.published else UNDATED, document.id
