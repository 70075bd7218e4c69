"""The names of large cities in all their spellings, from GeoNames."""

from __future__ import annotations

from functools import cache

from kg.geonames import cities
from kg.identity import fold


@cache
def city_names(population: int) -> frozenset[str]:
    """The folded names, in Latin letters, of cities with so many inhabitants."""
    large = (city for city in cities() if city.population >= population)
    return frozenset(fold(name) for city in large for name in city.names)
