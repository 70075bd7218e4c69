"""People whom a document tells by one word: one with whom a fuller name can be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from kg.resolution.clusters import Clusters, Match, match
from kg.resolution.company import Company, share_post
from kg.resolution.names import sounds
from kg.resolution.naming import BLOCK, DOUBT, SAME
from kg.resolution.tellings import PERSON, is_short
from kg.resolution.views import View

ALONE = 0.7
"""The score where only one person of the corpus has that last name, and nothing else speaks."""


def by_company(views: Mapping[str, View], clusters: Clusters, company: Company) -> Iterator[Match]:
    """Matches with the one person so named in whose company they are; or of the same post."""
    named: dict[str, list[View]] = defaultdict(list)
    short: dict[str, list[View]] = defaultdict(list)
    for view in views.values():
        if view.family == PERSON:
            group = short if is_short(view.entity) else named
            group[sounds(view.entity.name)[-1]].append(view)
    for word, people in short.items():
        for person in people:
            yield from _full(person, named[word], clusters, company)
        for one, other in combinations(people[:BLOCK], 2):
            score = SAME if share_post(one, other) else DOUBT
            yield match(one.key, other.key, score, word)


def _full(person: View, named: list[View], clusters: Clusters, company: Company) -> Iterator[Match]:
    fitting = [v for v in named if clusters.may_join(person.key, v.key, score=DOUBT)]
    alone = len({id(clusters.of(view.key)) for view in fitting}) == 1
    for view in fitting:
        sure = alone and company.support(person, view)
        score = SAME if sure else ALONE if alone else DOUBT
        why = f"{person.entity.name} ~ {view.entity.name}"
        yield match(person.key, view.key, score, why)
