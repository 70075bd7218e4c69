"""What may be a mention, before the overlapping ones are weighed against each other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

NAME, DESCRIPTION, PRONOUN = "name", "description", "pronoun"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a mention; `rank` 0 is surest.

    A `nested` one may stand inside a longer one; `wording` tells it in full where the stretch
    does not (« belge » for « police belge »); `source` is that of the mention.
    """

    start: int
    end: int
    type: str
    kind: str
    canonical: str = ""
    rank: int = 0
    nested: bool = False
    wording: str = ""
    source: str = ""


class Overlaps:
    """Candidates by place: which ones share text with a stretch."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._candidates = sorted(candidates, key=lambda c: c.start)
        self._longest = max((c.end - c.start for c in self._candidates), default=0)

    def with_span(self, start: int, end: int) -> Iterator[Candidate]:
        """The candidates that share text with the offsets `start` to `end`."""
        first = bisect_left(self._candidates, start - self._longest, key=lambda c: c.start)
        last = bisect_left(self._candidates, end, key=lambda c: c.start)
        return (c for c in self._candidates[first:last] if c.end > start)


def select(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The longest candidates, the surest of equal ones; nested ones stay inside longer ones."""
    kept: list[Candidate] = []
    for group in _overlapping_groups(sorted(candidates, key=lambda c: c.start)):
        chosen: list[Candidate] = []
        for candidate in sorted(group, key=_order):
            if all(_compatible(candidate, other) for other in chosen):
                chosen.append(candidate)
        kept += sorted(chosen, key=lambda c: (c.start, -c.end))
    return kept


def _overlapping_groups(candidates: list[Candidate]) -> Iterator[list[Candidate]]:
    group: list[Candidate] = []
    end = 0
    for candidate in candidates:
        if group and candidate.start >= end:
            yield group
            group = []
        group.append(candidate)
        end = max(end, candidate.end)
    if group:
        yield group


def outermost(candidates: list[Candidate]) -> Iterator[Candidate]:
    """The candidates, in order of `select`, that stand inside no other."""
    end = 0
    for candidate in candidates:
        if candidate.end > end:
            yield candidate
            end = candidate.end


def _order(candidate: Candidate) -> tuple[int, int, int, str]:
    length = candidate.end - candidate.start
    return (-length, candidate.rank, candidate.start, candidate.type)


def _compatible(candidate: Candidate, longer: Candidate) -> bool:
    if candidate.end <= longer.start or longer.end <= candidate.start:
        return True
    inside = longer.start <= candidate.start and candidate.end <= longer.end
    same = (candidate.start, candidate.end) == (longer.start, longer.end)
    is_head = candidate.kind == DESCRIPTION and candidate.start == longer.start
    return inside and candidate.nested and not same and not is_head
