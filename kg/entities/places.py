"""« la ville », « le pays »: the place that the text is about, not one told in passing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.entities.clusters import COUNTRY, Cluster
from kg.entities.discourse import Discourse, Told
from kg.entities.language import small
from kg.records import Mention

CITY = "City"
LANDMARK_REACH = 4
"""How many words before a name may tell it to be a landmark."""
NEIGHBOURS = 4
"""How many mentions on either side may stand in one list."""
JOINING = ("PUNCT", "CCONJ", "ADP", "DET", "SPACE")


def only_one(told: Iterable[Told]) -> Cluster | None:
    """The thing that `told` speaks of, if it is one only."""
    found = {id(cluster): cluster for _, cluster in told}
    return next(iter(found.values())) if len(found) == 1 else None


class Places:
    """Chooses among the places that were told, the nearest first."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._words = discourse.words
        self._tokens = discourse.tree.tokens

    def main(self, told: list[Told]) -> Cluster | None:
        """The last one that is no landmark, no doer and stands in no list; else the only one."""
        for position, (mention, cluster) in enumerate(told):
            near = told[max(0, position - NEIGHBOURS) : position + NEIGHBOURS + 1]
            if not (self._is_passing(mention) or self._is_listed(mention, near)):
                return cluster
        return only_one(told)

    def country(self, mention: Mention, told: list[Told]) -> Cluster | None:
        """The main one of this sentence or the last, else the one that the text tells most."""
        found = self.main(told)
        last = next((m.sentence for m, cluster in told if cluster is found), mention.sentence)
        return found if mention.sentence - last <= 1 else self._most_told(mention)

    def _most_told(self, mention: Mention) -> Cluster | None:
        """The country most spoken of before, by name and adjective."""
        before = self._discourse.told_around(mention.start)[0]
        counts = Counter(id(cluster) for _, cluster in before if cluster.type == COUNTRY)
        first = counts.most_common(2)
        if not first or (len(first) == 2 and first[0][1] == first[1][1]):
            return None
        return next(cluster for _, cluster in before if id(cluster) == first[0][0])

    def _is_passing(self, mention: Mention) -> bool:
        """« à 40 kilomètres de X », « au nord de X », « soutenus par X »."""
        first = self._discourse.tokens_of(mention)[0].index
        before = [small(t.text) for t in self._tokens[max(0, first - LANDMARK_REACH) : first]]
        doer = bool(self._words.through & set(before[-2:]))
        return doer or (mention.type == CITY and bool(self._words.passing & set(before)))

    def _is_listed(self, mention: Mention, near: list[Told]) -> bool:
        """« X, Y ou Z »: one of several."""
        others = (other for other, _ in near if other is not mention)
        return any(
            self._joins(min(other, mention, key=_start), max(other, mention, key=_start))
            for other in others
            if other.sentence == mention.sentence
        )

    def _joins(self, one: Mention, other: Mention) -> bool:
        span = self._tokens[one.head + 1 : other.head]
        between = [token for token in span if one.end <= token.start < other.start]
        joints = [token for token in between if token.text == "," or token.pos == "CCONJ"]
        return bool(joints) and all(token.pos in JOINING for token in between)


def _start(mention: Mention) -> int:
    return mention.start
