"""What a language calls the countries: names, adjectives, seats of government."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale

from kg.ontology.declaration import read_declared
from kg.ontology.languages import folder


@dataclass(frozen=True, slots=True)
class CountryWords:
    """What `countries.yaml` says of a country."""

    name: str = ""
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    seat: str = ""


@cache
def country_names(language: str) -> dict[str, str]:
    """The name that news uses of each country, by ISO 3166 code."""
    words = country_words(language)
    return {
        code: words.get(code, CountryWords()).name or name
        for code, name in territories(language).items()
    }


@cache
def country_words(language: str) -> dict[str, CountryWords]:
    """What `countries.yaml` says of each country that it lists, by ISO 3166 code."""
    return read_countries(folder(language) / "names" / "countries.yaml", language)


def read_countries(path: Path, language: str) -> dict[str, CountryWords]:
    """What a file says of countries, by ISO 3166 code.

    Raises:
        DeclarationError: it is broken, has an unknown code, or gives an adjective to two countries.
    """
    declared = read_declared(path, dict[str, CountryWords])
    owners: dict[str, str] = {}
    for code, country in declared.value.items():
        if code not in territories(language):
            raise declared.error(f"{code} is no country", "write its ISO 3166 code", code)
        for adjective in country.adjectives:
            if adjective in owners:
                message = f"{adjective} is already an adjective of {owners[adjective]}"
                where = (code, "adjectives", adjective)
                raise declared.error(message, "remove it in one of the two", *where)
            owners[adjective] = code
    return declared.value


@cache
def territories(language: str) -> dict[str, str]:
    """Names of countries by ISO code, without the codes of continents and groupings."""
    names = Locale(language).territories
    return {c: n for c, n in sorted(names.items()) if c.isalpha() and c not in _NO_COUNTRY}


_NO_COUNTRY = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
