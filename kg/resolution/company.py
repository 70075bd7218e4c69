"""Who is told of with whom: what decides where names leave it open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.records import DocumentGraph
from kg.resolution.telling import telling_relations
from kg.resolution.views import PLACE, View, key_in

ENOUGH = 2
"""How many others two people must have in common for what their names leave open."""

Tie = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Company:
    """The ids that each document tells of, and the posts of people: a relation and its other end.

    Posts are kept by id and by the key of the id in one document.
    """

    told: Mapping[str, frozenset[str]]
    posts: Mapping[str, frozenset[Tie]]

    def share_post(self, one: View, other: View) -> bool:
        """Whether two people lead, or serve, the same."""
        return not self._posts(one).isdisjoint(self._posts(other))

    def support(self, one: View, other: View) -> bool:
        """Whether two people are told of in the same company, or hold the same post."""
        if self.share_post(one, other):
            return True
        shared = self._with(one) & self._with(other) - {one.id, other.id}
        return len(shared) >= ENOUGH and any(not id.startswith(PLACE) for id in shared)

    def _posts(self, view: View) -> frozenset[Tie]:
        return self.posts.get(view.key, frozenset())

    def _with(self, view: View) -> set[str]:
        return {id for document in view.documents for id in self.told.get(document, ())}


def company_of(graphs: Iterable[DocumentGraph]) -> Company:
    """Who is told of with whom in `graphs`."""
    told: dict[str, frozenset[str]] = {}
    posts: dict[str, set[Tie]] = defaultdict(set)
    for graph in graphs:
        told[graph.document.id] = frozenset(entity.id for entity in graph.entities)
        for claim in graph.claims:
            if claim.relation in telling_relations().posts and isinstance(claim.object, str):
                tie = (claim.relation, claim.object)
                posts[claim.subject].add(tie)
                posts[key_in(claim.subject, graph.document.id)].add(tie)
    return Company(told, {key: frozenset(ties) for key, ties in posts.items()})
