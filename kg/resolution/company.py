"""Who is told of with whom: what decides where names leave it open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.resolution.tellings import PLACE
from kg.resolution.views import View

ENOUGH = 2
"""How many others two people must have in common for what their names leave open."""


@dataclass(frozen=True, slots=True)
class Company:
    """The ids that each document tells of."""

    told: Mapping[str, frozenset[str]]

    def support(self, one: View, other: View) -> bool:
        """Whether two people are told of in the same company, or hold the same post."""
        if share_post(one, other):
            return True
        shared = self._with(one) & self._with(other) - {one.id, other.id}
        return len(shared) >= ENOUGH and any(not id.startswith(PLACE) for id in shared)

    def _with(self, view: View) -> set[str]:
        return {id for document in view.documents for id in self.told.get(document, ())}


def share_post(one: View, other: View) -> bool:
    """Whether two people lead, or serve, the same."""
    return not one.posts.isdisjoint(other.posts)
