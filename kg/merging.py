"""One entity from what several documents say of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from kg.ontology import load
from kg.records import Entity, Known, Location, Span


def merged(views: Iterable[tuple[Entity, int]]) -> Entity:
    """The entity of which each view is how so many documents see it; all have the same id.

    Its type is the deepest, its name the most frequent (then the longest, then the first in
    alphabetical order), its aliases all other wordings, its former ids those of all.  Mentions are
    left to the documents; its location, and what is known of it, is what most of them give.
    """
    views = list(views)
    names: Counter[str] = Counter()
    types: Counter[str] = Counter()
    wordings: set[str] = set()
    for entity, documents in views:
        names[entity.name] += documents
        types[entity.type] += documents
        wordings.update((entity.name, *entity.aliases))
    lineages = load().lineages
    name = min(names, key=lambda each: (-names[each], -len(each), each))
    type_ = min(types, key=lambda each: (-len(lineages.get(each, ())), -types[each], each))
    places, known = Counter[Location](), Counter[Known]()
    for entity, documents in views:
        places.update({entity.location: documents} if entity.location else {})
        known.update({entity.known: documents} if entity.known else {})
    return Entity(
        views[0][0].id,
        type_,
        name,
        tuple(sorted(wordings - {name})),
        location=min(places, key=lambda each: (-places[each], each.geonames), default=None),
        known=min(known, key=lambda each: (-known[each], each.wikidata, each.names), default=None),
        formerly=tuple(sorted({old for entity, _ in views for old in entity.formerly})),
    )


def one_an_id(entities: Iterable[Entity]) -> list[Entity]:
    """`entities`, those of one id joined with all their mentions; in order of first appearance."""
    by_id: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        by_id[entity.id].append(entity)
    return [_joined(same) for same in by_id.values()]


def _joined(same: list[Entity]) -> Entity:
    spans = {span for entity in same for span in entity.mentions}
    return replace(merged((entity, 1) for entity in same), mentions=tuple(sorted(spans, key=_ends)))


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
