"""Which events of several documents are one: by kind, day, place, and what else is told of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import combinations

from kg.ontology import load
from kg.records import Claim, Document, DocumentGraph, Entity, Value
from kg.resolution.clusters import Match, match
from kg.resolution.naming import DOUBT, SAME
from kg.resolution.telling import telling_relations
from kg.resolution.views import EVENT
from kg.tolls import bounds

DAY = len("2017-03-20")
ALMOST = 0.8
"""The share of the larger that the smaller of two tolls has where they agree."""
NEAR, HALF = 3, 0.5
"""Two tolls of one event, one of them revised, are so near or the smaller has such a share."""
RECENT = 3
"""News without a date is of the day on which it came out, or so many days less one before it."""
LEAST_WEAK = 2
"""How many weak relations must agree where no strong one does."""


@dataclass(slots=True)
class Happening:
    """What one document says of an event; `said` by relation.

    One for which no date at all is told may be `recent`: of the days before it came out.
    """

    id: str
    document: Document
    kind: str
    said: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @property
    def recent(self) -> bool:
        """Whether nothing but the document's date tells when it was."""
        return not self.said[telling_relations().day]

    @property
    def days(self) -> list[str]:
        """The days (ISO 8601) on which it may have been; none where only a year is told."""
        published = self.document.published
        if self.recent and published:
            return [(published - timedelta(days=ago)).isoformat() for ago in range(RECENT)]
        return [day for day in self.said[telling_relations().day] if len(day) == DAY]


def by_circumstance(graphs: Iterable[DocumentGraph]) -> Iterator[Match]:
    """Pairs of events of two documents that may be one."""
    blocks: dict[tuple[str, str], list[Happening]] = defaultdict(list)
    told = telling_relations()
    for graph in graphs:
        for happening in _happenings(graph):
            for day in happening.days:
                for place in happening.said[told.place]:
                    blocks[day, place].append(happening)
    pairs = {
        (one.id, other.id): (one, other)
        for members in blocks.values()
        for one, other in combinations(sorted(members, key=lambda h: h.id), 2)
        if one.document.id != other.document.id
    }
    for one, other in pairs.values():
        yield from _compared(one, other)


def _compared(one: Happening, other: Happening) -> Iterator[Match]:
    told = telling_relations()
    tolls = [_tolls(one, other, name) for name in told.tolls]
    if not _kinds_fit(one.kind, other.kind) or "differ" in tolls:
        return
    same = {n for n in (*told.strong, *told.weak) if one.said[n] & other.said[n]}
    same -= set(told.tolls)
    same |= {n for n, toll in zip(told.tolls, tolls, strict=True) if toll == "agree"}
    if one.recent or other.recent:
        sure = not same.isdisjoint(told.tolls)
        if not sure:
            return
    else:
        sure = not same.isdisjoint(told.strong) or len(same & set(told.weak)) >= LEAST_WEAK
    why = ", ".join((told.day, told.place, *sorted(same)))
    yield match(one.id, other.id, SAME if sure else DOUBT, why)


def _tolls(one: Happening, other: Happening, name: str) -> str:
    """Whether two tolls "agree" or "differ"; "" where neither can be said."""
    a, b = _number(one.said[name]), _number(other.said[name])
    if not a or not b:
        return ""
    low, high = sorted((a, b))
    if low >= ALMOST * high:
        return "agree"
    return "differ" if high - low > NEAR and low < HALF * high else ""


def _number(counts: set[str]) -> int:
    """The highest toll that is told; 0 if none is."""
    return max((number for count in counts for number in bounds(count).values()), default=0)


def _kinds_fit(one: str, other: str) -> bool:
    """Whether one class is above the other, or both are kinds of the same that is not any event."""
    a, b = (set(load().ancestors(kind)) for kind in (one, other))
    shared = {kind for kind in a & b if load().family(kind) == EVENT}
    return len(shared) > 1 or shared == {one} or shared == {other}


def _happenings(graph: DocumentGraph) -> list[Happening]:
    """The events of a document, each with what is said of it."""
    ontology, entities = load(), {entity.id: entity for entity in graph.entities}
    denial = max(ontology.certainties.values(), key=lambda each: each.rank).name
    found = {
        entity.id: Happening(entity.id, graph.document, entity.type)
        for entity in graph.entities
        if ontology.family(entity.type) == EVENT
    }
    for claim in graph.claims:
        if claim.subject in found and claim.certainty != denial and not _is_wide(claim, entities):
            found[claim.subject].said[claim.relation].add(_said(claim))
    return list(found.values())


def _is_wide(claim: Claim, entities: dict[str, Entity]) -> bool:
    """Whether the claim says that something happened in a country, which tells little."""
    place = entities.get(claim.object) if isinstance(claim.object, str) else None
    wide = place and (load().family(place.type) == "country")
    return bool(wide) and claim.relation == telling_relations().place


def _said(claim: Claim) -> str:
    return claim.object.text if isinstance(claim.object, Value) else claim.object
