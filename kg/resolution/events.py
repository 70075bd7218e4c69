"""Which events of several documents are one: by kind, day, place, and what else is told of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from kg.ontology import load
from kg.resolution.clusters import Match, match
from kg.resolution.naming import DOUBT, SAME
from kg.resolution.telling import telling_relations
from kg.resolution.tellings import EVENT, UNDATED, Telling
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


@dataclass(frozen=True, slots=True)
class Happening:
    """What one document says of an event; `said` by relation.

    One for which no date at all is told may be `recent`: of the days before it came out.
    """

    key: str
    document: str
    since: str
    kind: str
    said: Mapping[str, Collection[str]]

    def told(self, relation: str) -> set[str]:
        """What is said of the event with this relation."""
        return set(self.said.get(relation, ()))

    @property
    def recent(self) -> bool:
        """Whether nothing but the document's date tells when it was."""
        return not self.told(telling_relations().day)

    @property
    def days(self) -> list[str]:
        """The days (ISO 8601) on which it may have been; none where only a year is told."""
        if self.recent and self.since != UNDATED:
            published = date.fromisoformat(self.since)
            return [(published - timedelta(days=ago)).isoformat() for ago in range(RECENT)]
        return [day for day in self.told(telling_relations().day) if len(day) == DAY]

    @property
    def circumstances(self) -> list[tuple[str, str]]:
        """The days and places of which it is: where others like it are looked for."""
        return [(day, at) for day in self.days for at in self.told(telling_relations().place)]


def happening(telling: Telling, apart: Collection[str] = ()) -> Happening:
    """What a document says of an event."""
    return Happening(
        telling.key(apart), telling.document, telling.since, telling.entity.type, telling.said
    )


def by_circumstance(tellings: Iterable[Telling], apart: Collection[str] = ()) -> Iterator[Match]:
    """Pairs of events of two documents that may be one."""
    blocks: dict[tuple[str, str], list[Happening]] = defaultdict(list)
    for telling in tellings:
        if telling.family == EVENT:
            each = happening(telling, apart)
            for at in each.circumstances:
                blocks[at].append(each)
    pairs = {
        (one.key, other.key): (one, other)
        for members in blocks.values()
        for one, other in combinations(sorted(members, key=lambda h: (h.key, h.document)), 2)
        if one.document != other.document
    }
    for one, other in pairs.values():
        yield from _compared(one, other)


def _compared(one: Happening, other: Happening) -> Iterator[Match]:
    told = telling_relations()
    tolls = [_tolls(one, other, name) for name in told.tolls]
    if not _kinds_fit(one.kind, other.kind) or "differ" in tolls:
        return
    same = {n for n in (*told.strong, *told.weak) if one.told(n) & other.told(n)}
    same -= set(told.tolls)
    same |= {n for n, toll in zip(told.tolls, tolls, strict=True) if toll == "agree"}
    if one.recent or other.recent:
        sure = not same.isdisjoint(told.tolls)
        if not sure:
            return
    else:
        sure = not same.isdisjoint(told.strong) or len(same & set(told.weak)) >= LEAST_WEAK
    why = ", ".join((told.day, told.place, *sorted(same)))
    yield match(one.key, other.key, SAME if sure else DOUBT, why)


def _tolls(one: Happening, other: Happening, name: str) -> str:
    """Whether two tolls "agree" or "differ"; "" where neither can be said."""
    a, b = _number(one.told(name)), _number(other.told(name))
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
