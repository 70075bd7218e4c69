"""One entity from what several documents say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.ontology import load
from kg.records import Entity


def merged(views: Iterable[tuple[Entity, int]]) -> Entity:
    """The entity of which each view is how so many documents see it; all have the same id.

    Its type is the deepest, its name the most frequent (then the longest, then the first in
    alphabetical order), its aliases all other wordings.  Mentions are left to the documents.
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
    return Entity(views[0][0].id, type_, name, tuple(sorted(wordings - {name})))
