"""What is compared: an id with all that the documents call by it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from kg.decisions import Decision
from kg.merging import merged
from kg.records import Entity
from kg.resolution.tellings import Telling, Tie, is_short


@dataclass(frozen=True, slots=True)
class View:
    """One id as documents see it.

    `key` is the id, or `id@document` where documents that share the id may mean different things.
    `names` begins with the one most used; `documents` are in order of publication; `posts` are
    what a person leads or serves.
    """

    key: str
    family: str
    entity: Entity
    names: tuple[str, ...]
    documents: tuple[str, ...]
    since: str
    posts: frozenset[Tie] = frozenset()

    @property
    def id(self) -> str:
        """The id that the documents give."""
        return self.entity.id

    @property
    def age(self) -> tuple[str, bool, str, str]:
        """What orders views: the day of the first document, full names first, then ids."""
        document = self.documents[0] if self.documents else ""
        return self.since, is_short(self.entity), document, self.key


def views(tellings: Iterable[Telling], apart: Collection[str] = ()) -> dict[str, View]:
    """The views of all that is told, by key; `apart` are keys of one document that stand alone."""
    seen: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        seen[telling.key(apart)].append(telling)
    return {key: _view(key, told) for key, told in seen.items()}


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


def _view(key: str, told: list[Telling]) -> View:
    documents = sorted({(telling.since, telling.document) for telling in told})
    names = Counter[str]()
    for telling in told:
        names[telling.entity.name] += len(told)
        names.update(telling.entity.aliases)
    return View(
        key,
        told[0].family,
        merged((telling.entity, 1) for telling in told),
        tuple(sorted(names, key=lambda name: (-names[name], name))),
        tuple(id for _, id in documents),
        documents[0][0],
        frozenset(tie for telling in told for tie in telling.posts),
    )
