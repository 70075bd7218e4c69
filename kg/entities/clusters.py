"""Mentions that refer to one thing, gathered by their names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from kg import identity
from kg.records import Mention

fold = lru_cache(maxsize=2**16)(identity.fold)
"""The folded form of a wording, kept for the next time that it is told."""

NAME, DESCRIPTION, PRONOUN = "name", "description", "pronoun"
PERSON, COUNTRY, GROUP = "Person", "Country", "Group"
APPOSED = ("Facility", "Camp")
"""Classes whose name may go without its head: « café Starbucks », « Starbucks »."""


@dataclass(slots=True, eq=False)
class Cluster:
    """The mentions of one thing; `references` are those that do not name it."""

    names: list[Mention]
    references: list[Mention] = field(default_factory=list)
    _type: str = ""

    @property
    def type(self) -> str:
        """The class that most of its names have; of the lexicon's where it knows them."""
        if not self._type:
            known = [m.type for m in self.names if m.canonical] or [m.type for m in self.names]
            self._type = Counter(known).most_common(1)[0][0]
        return self._type

    @property
    def canonical(self) -> str:
        """The lexicon's name for it, or ""."""
        return next((m.canonical for m in self.names if m.canonical), "")

    def add(self, mention: Mention) -> None:
        """Take in a reference; the first of a thing without a name describes it."""
        (self.references if self.names else self.names).append(mention)

    def absorb(self, other: Cluster) -> None:
        """Take over the mentions of `other`."""
        self.names = sorted([*self.names, *other.names], key=lambda m: m.start)
        self.references = sorted([*self.references, *other.references], key=lambda m: m.start)
        self._type = ""


def cluster(mentions: Iterable[Mention]) -> list[Cluster]:
    """The named mentions, gathered by canonical name or wording, short names with long ones.

    A nationality counts as a name of its country.
    """
    by_name: dict[str, Cluster] = {}
    for mention in mentions:
        if mention.kind == NAME or (mention.canonical and mention.type == COUNTRY):
            key = fold(mention.canonical or mention.text)
            by_name.setdefault(key, Cluster([])).names.append(mention)
    return _merged_short_names(list(by_name.values()))


def _merged_short_names(clusters: list[Cluster]) -> list[Cluster]:
    by_part: defaultdict[tuple[str, ...], list[Cluster]] = defaultdict(list)
    for each in clusters:
        for part in dict.fromkeys(_parts(_words(each))):
            by_part[part].append(each)
    merged: set[int] = set()
    for short in clusters:
        near = by_part.get(tuple(_words(short)), ())
        longer = [c for c in near if id(c) not in merged and _is_short_for(short, c)]
        if longer:
            _nearest(short, longer).absorb(short)
            merged.add(id(short))
    return [each for each in clusters if id(each) not in merged]


def _parts(words: list[str]) -> Iterator[tuple[str, ...]]:
    """The first words and the last words of a longer name, as many as there may be of them."""
    for length in range(1, len(words)):
        yield tuple(words[:length])
        yield tuple(words[-length:])


def _is_short_for(short: Cluster, long: Cluster) -> bool:
    """« Stoltenberg » for « Jens Stoltenberg », « hôpital Pasteur » for the same with its city."""
    if short.canonical:
        return False
    few, many = _words(short), _words(long)
    if not few or len(few) >= len(many):
        return False
    if long.type == PERSON:
        return many[-len(few) :] == few
    if long.type in APPOSED and many[-len(few) :] == few:
        return not _stands_inside(short, long)
    return long.type == short.type and len(few) > 1 and many[: len(few)] == few


def _stands_inside(short: Cluster, long: Cluster) -> bool:
    """Whether the short name is told apart within the long one: « Nice » in « hôpital de Nice »."""
    return any(a.start >= b.start and a.end <= b.end for a in short.names for b in long.names)


def _words(cluster: Cluster) -> list[str]:
    return fold(max((m.text for m in cluster.names), key=len)).split()


def _nearest(short: Cluster, longer: list[Cluster]) -> Cluster:
    """The one named last before the short name, else the first one named."""
    start = short.names[0].start
    before = [c for c in longer if c.names[0].start < start]
    if before:
        return max(before, key=lambda c: max(m.start for m in c.names if m.start < start))
    return min(longer, key=lambda c: c.names[0].start)
