"""What the language folder declares about names, read once a language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale

from kg.identity import fold
from kg.mentions.lexicon import Entry, Lexicon
from kg.ontology.declaration import read
from kg.ontology.languages import folder

COUNTRY = "Country"


@dataclass(frozen=True, slots=True)
class CountryWords:
    """What `countries.yaml` says of a country."""

    name: str = ""
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    seat: str = ""


@cache
def lexicon(language: str) -> Lexicon:
    """The wordings of organisations, places and countries.

    Raises:
        DeclarationError: a file of the language folder is broken.
    """
    return Lexicon([*_countries(language), *_declared(language)])


@cache
def nationalities(language: str) -> dict[str, Entry]:
    """The country behind each form of its adjectives, in small letters."""
    found: dict[str, Entry] = {}
    for code, country in _country_words(language).items():
        entry = Entry(COUNTRY, country.name or _territories(language)[code])
        for adjective in country.adjectives:
            for form in (adjective, adjective if adjective[-1] in "sx" else f"{adjective}s"):
                found[form] = entry
    return found


@cache
def seats(language: str) -> dict[str, Entry]:
    """The country that is governed from each city, by the city's folded name."""
    return {
        fold(country.seat): Entry(COUNTRY, country.name or _territories(language)[code])
        for code, country in _country_words(language).items()
        if country.seat
    }


def _declared(language: str) -> Iterator[tuple[str, Entry]]:
    for name in ("organisations", "places"):
        path = folder(language) / "names" / f"{name}.yaml"
        for type_, things in read(path, dict[str, dict[str, tuple[str, ...]]]).items():
            for canonical, wordings in things.items():
                for wording in (canonical, *wordings):
                    yield wording, Entry(type_, canonical)


def _countries(language: str) -> Iterator[tuple[str, Entry]]:
    words = _country_words(language)
    for code, name in _territories(language).items():
        country = words.get(code, CountryWords())
        entry = Entry(COUNTRY, country.name or name)
        for wording in dict.fromkeys((entry.canonical, name, *country.aliases)):
            yield wording, entry


@cache
def _country_words(language: str) -> dict[str, CountryWords]:
    return read(folder(language) / "names" / "countries.yaml", dict[str, CountryWords])


def _territories(language: str) -> dict[str, str]:
    """Names of countries by ISO code, without the codes of continents and groupings."""
    names = Locale(language).territories
    return {c: n for c, n in sorted(names.items()) if c.isalpha() and c not in _NO_COUNTRY}


_NO_COUNTRY = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
