"""Which country of the world an entity is."""

from __future__ import annotations

from functools import cache

from kg.geonames import countries
from kg.identity import named_id
from kg.ontology import load
from kg.ontology.countries import country_names
from kg.places.gazetteer import lists
from kg.records import Entity


@cache
def codes(language: str) -> dict[str, str]:
    """The ISO 3166 code behind the id of each country, as a language names them."""
    (country,) = lists()["country"]
    family = load().family(country) or country
    known = countries()
    return {
        named_id(family, name): code
        for code, name in country_names(language).items()
        if code in known
    }


def code_of(entity: Entity, language: str) -> str:
    """The ISO 3166 code of the country that `entity` is, or ""."""
    return codes(language).get(entity.id, "")
