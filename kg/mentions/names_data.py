"""What the language folder declares about names, read once a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale

from kg.identity import fold
from kg.mentions.lexicon import Entry, Lexicon
from kg.ontology.declaration import read_declared
from kg.ontology.languages import folder
from kg.ontology.terms import ClassName

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
    names = folder(language) / "names"
    return read_names([names / "organisations.yaml", names / "places.yaml"])


def read_names(paths: Iterable[Path]) -> Iterator[tuple[str, Entry]]:
    """The wordings of the things in files of class, canonical name, other wordings.

    Raises:
        DeclarationError: a file is broken, or a wording stands for two things.
    """
    owners: dict[str, str] = {}
    for path in paths:
        declared = read_declared(path, dict[ClassName, dict[str, tuple[str, ...]]])
        for type_, things in declared.value.items():
            for canonical, wordings in things.items():
                for wording in (canonical, *wordings):
                    if wording in owners:
                        message = f"{wording} is already a wording of {owners[wording]}"
                        where = (type_, canonical, wording)
                        raise declared.error(message, "remove it in one of the two", *where)
                    owners[wording] = canonical
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
    return read_countries(folder(language) / "names" / "countries.yaml", language)


def read_countries(path: Path, language: str) -> dict[str, CountryWords]:
    """What a file says of countries, by ISO 3166 code.

    Raises:
        DeclarationError: it is broken, has an unknown code, or gives an adjective to two countries.
    """
    declared = read_declared(path, dict[str, CountryWords])
    owners: dict[str, str] = {}
    for code, country in declared.value.items():
        if code not in _territories(language):
            raise declared.error(f"{code} is no country", "write its ISO 3166 code", code)
        for adjective in country.adjectives:
            if adjective in owners:
                message = f"{adjective} is already an adjective of {owners[adjective]}"
                where = (code, "adjectives", adjective)
                raise declared.error(message, "remove it in one of the two", *where)
            owners[adjective] = code
    return declared.value


def _territories(language: str) -> dict[str, str]:
    """Names of countries by ISO code, without the codes of continents and groupings."""
    names = Locale(language).territories
    return {c: n for c, n in sorted(names.items()) if c.isalpha() and c not in _NO_COUNTRY}


_NO_COUNTRY = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
