"""What people should look at: pairs that may be one, and joins that may be wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from kg.resolution.clusters import Clusters, Match, Pair
from kg.resolution.naming import SAME

CLEAR = 0.95
"""From which score on a join is not shown."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two things that may be one; where they were `joined`, they may be two.

    `one` and `other` are ids of the documents, or `id@document`.
    """

    one: str
    other: str
    score: float
    why: str
    joined: bool


def doubts_of(
    matches: Iterable[Match],
    joins: Collection[Match],
    clusters: Clusters,
    decided: Sequence[Pair],
) -> tuple[Doubt, ...]:
    """The most doubtful first; one for two clusters, none for what people decided.

    Of what is one, only the matches that joined it (`joins`) can be doubted.
    """
    settled = {frozenset(pair) for pair in decided}
    joins, shown = set(joins), set[frozenset[int]]()
    found = []
    for match in sorted(matches, key=_doubtfulness):
        joined = clusters.are_one(match.one, match.other)
        if frozenset((match.one, match.other)) in settled:
            continue
        if joined and (match not in joins or match.score >= CLEAR):
            continue
        if not joined:
            pair = frozenset(id(clusters.of(key)) for key in (match.one, match.other))
            if pair in shown or not clusters.may_join(match.one, match.other, score=match.score):
                continue
            shown.add(pair)
        found.append(Doubt(match.one, match.other, round(match.score, 2), match.why, joined))
    return tuple(found)


def _doubtfulness(match: Match) -> tuple[float, str, str]:
    return round(abs(match.score - SAME), 3), match.one, match.other
