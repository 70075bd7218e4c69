"""Which of the places of one name an article means; none rather than a doubtful one."""

from __future__ import annotations

from collections.abc import Iterable
from math import log10

from kg.geonames import Feature
from kg.places.context import Context
from kg.places.gazetteer import Kind, alike, bearers

TOLD, BESIDE = 1.5, 1.5
"""What it weighs that the article tells the country, or tells it in one sentence with the place.

A city ten times larger weighs one more.
"""
LEAD = 0.3
"""How much the best must weigh more than the second: twice the inhabitants."""
LARGE = 100_000
"""How many inhabitants tell a city whose country the article does not name."""


def choose(kind: Kind, names: Iterable[str], context: Context) -> Feature | None:
    """The place of the gazetteer that `names` stand for in this context, if that is plain."""
    for name in names:
        found = _best(bearers(kind, name), context) or _best(_alike(kind, name, context), context)
        if found is not None:
            return found
    return None


def _alike(kind: Kind, name: str, context: Context) -> tuple[Feature, ...]:
    countries = sorted(context.told)
    return tuple(feature for code in countries for feature in alike(kind, name, code))


def _best(features: Iterable[Feature], context: Context) -> Feature | None:
    ranked = sorted(((_weight(each, context), -each.id, each) for each in features), reverse=True)
    if not ranked:
        return None
    weight, _, best = ranked[0]
    rival = ranked[1][0] if len(ranked) > 1 else 0.0
    sure = best.country in context.told or best.population >= LARGE
    return best if sure and weight - rival >= LEAD else None


def _weight(feature: Feature, context: Context) -> float:
    size = log10(max(feature.population, 1))
    told = TOLD * (feature.country in context.told)
    return size + told + BESIDE * (feature.country in context.beside)
