"""Questions on how many were killed or wounded, as low and as high as is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from kg.questions.steps.rows import Row, groups, values
from kg.tolls import bounds

DOER = "perpetrator"
ENDLESS = 10**15
"""No toll is so high."""


def victims(rows: list[Row], told: Mapping[str, str]) -> list[Row]:
    """The tolls of all attacks of each actor, added up."""
    found = []
    for (_, name), attacks in groups(rows, "acteur_id", "acteur").items():
        spans = [_span(values(each, "bilan")) for each in groups(attacks, "evenement_id").values()]
        known = [span for span in spans if span]
        found.append(
            {
                "acteur": name,
                "attaques": len(spans),
                "morts_min": sum(low for low, _ in known),
                "morts_max": sum(high for _, high in known),
                "attaques_sans_bilan": len(spans) - len(known),
            }
        )
    return found


def bounds_by_source(rows: list[Row], told: Mapping[str, str]) -> list[Row]:
    """The lowest and the highest toll that each source gives."""
    found = []
    for given in groups(rows, "evenement_id", "relation", "source").values():
        span = _span(values(given, "bilan"))
        if span:
            found.append({**given[0], "min": span[0], "max": span[1]})
    return found


def contradictions(rows: list[Row], told: Mapping[str, str]) -> list[Row]:
    """What can't be true together of one event.

    These are tolls that exclude one another, and the perpetrators of documents of which two have
    none in common: two that one document names may have done it together.
    """
    found = []
    for (_, relation), given in groups(rows, "evenement_id", "relation").items():
        if relation == DOER:
            named = [set(values(each, "objet")) for each in groups(given, "document").values()]
            apart = any(one.isdisjoint(other) for one, other in combinations(named, 2))
        else:
            apart = _exclude(values(given, "objet"))
        found += given if apart else []
    return found


def _span(tolls: Iterable[str]) -> tuple[int, int] | None:
    """The lowest and the highest number that any toll names."""
    numbers = [number for toll in tolls for number in bounds(toll).values()]
    return (min(numbers), max(numbers)) if numbers else None


def _exclude(tolls: Iterable[str]) -> bool:
    """Whether two tolls can't both be true; one that is approximate excludes none."""
    told = (bounds(toll) for toll in tolls)
    spans = [(t.get("low", 0), t.get("high", ENDLESS)) for t in told if "low" in t or "high" in t]
    return any(a[1] < b[0] or b[1] < a[0] for a, b in combinations(spans, 2))
