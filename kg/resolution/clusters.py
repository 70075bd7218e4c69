"""Groups of views that are one thing, joined pair by pair, the surest first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.resolution.names import ALIKE
from kg.resolution.views import View

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """Two views that may be one: how surely, from 0 to 1, and why."""

    score: float
    one: str
    other: str
    why: str = ""


def match(one: str, other: str, score: float, why: str) -> Match:
    """A match of two views, in whatever order they come."""
    return Match(score, min(one, other), max(one, other), why)


@dataclass(slots=True)
class Cluster:
    """Views that are one thing; `known` is the id that an authority gives it, or ""."""

    keys: set[str]
    documents: set[str] = field(default_factory=set)
    known: str = ""


class Clusters:
    """Every view in one cluster, at first its own.

    Two things that the authorities tell apart are never joined, nor two that one document tells
    apart, unless their names sound alike; nor views that were decided to be different.
    """

    def __init__(
        self, views: Mapping[str, View], known: Collection[str], different: Collection[Pair]
    ) -> None:
        self._of = {
            key: Cluster({key}, set(view.documents), view.id if view.id in known else "")
            for key, view in views.items()
        }
        self._different = {frozenset(pair) for pair in different}

    def __iter__(self) -> Iterator[Cluster]:
        return iter({id(cluster): cluster for cluster in self._of.values()}.values())

    def of(self, key: str) -> Cluster:
        """The cluster of a view."""
        return self._of[key]

    def are_one(self, one: str, other: str) -> bool:
        """Whether two views are in one cluster."""
        return self._of[one] is self._of[other]

    def join_all(self, matches: Iterable[Match]) -> list[Match]:
        """Join what the matches say, the surest first, where nothing speaks against it.

        Returns the matches that joined two clusters.
        """
        joins = []
        for found in sorted(matches, key=lambda m: (-m.score, m.one, m.other)):
            apart = not self.are_one(found.one, found.other)
            if apart and self.may_join(found.one, found.other, score=found.score):
                self.join(found.one, found.other)
                joins.append(found)
        return joins

    def may_join(self, one: str, other: str, *, score: float) -> bool:
        """Whether nothing speaks against two views being one."""
        a, b = self._of[one], self._of[other]
        if a.known and b.known and a.known != b.known:
            return False
        if score < ALIKE and not a.documents.isdisjoint(b.documents):
            return False
        return not self._told_apart(a, b)

    def join(self, one: str, other: str) -> None:
        """Make the clusters of two views one."""
        large, small = sorted((self._of[one], self._of[other]), key=lambda c: -len(c.keys))
        if large is small:
            return
        large.keys |= small.keys
        large.documents |= small.documents
        large.known = large.known or small.known
        for key in small.keys:
            self._of[key] = large

    def _told_apart(self, a: Cluster, b: Cluster) -> bool:
        return any(
            pair & a.keys and pair & b.keys and not pair <= a.keys and not pair <= b.keys
            for pair in self._different
        )
