"""What the language folder declares about names, read once a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from kg.identity import fold
from kg.mentions.lexicon import Entry, Lexicon
from kg.ontology.authority import Actor
from kg.ontology.countries import CountryWords, country_names, country_words, territories
from kg.ontology.declaration import read_declared
from kg.ontology.languages import folder
from kg.ontology.plurals import plural
from kg.ontology.terms import ClassName

COUNTRY = "Country"


@cache
def lexicon(language: str, own: tuple[tuple[str, Entry], ...] = ()) -> Lexicon:
    """The wordings of organisations, places and countries, after a team's `own`.

    Raises:
        DeclarationError: a file of the language folder is broken.
    """
    return Lexicon([*own, *_countries(language), *_declared(language)])


def wordings_of(actors: Iterable[Actor]) -> tuple[tuple[str, Entry], ...]:
    """The wordings of `actors`, each with what it stands for."""
    return tuple((each, Entry(a.type, a.wordings[0])) for a in actors for each in a.wordings)


@cache
def nationalities(language: str) -> dict[str, Entry]:
    """The country behind each form of its adjectives, in small letters."""
    found: dict[str, Entry] = {}
    names = country_names(language)
    for code, country in country_words(language).items():
        entry = Entry(COUNTRY, names[code])
        for adjective in country.adjectives:
            for form in (adjective, plural(adjective, language)):
                found[form] = entry
    return found


@cache
def seats(language: str) -> dict[str, Entry]:
    """The country that is governed from each city, by the city's folded name."""
    names = country_names(language)
    return {
        fold(country.seat): Entry(COUNTRY, names[code])
        for code, country in country_words(language).items()
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
    words, usual = country_words(language), territories(language)
    for code, name in country_names(language).items():
        country = words.get(code, CountryWords())
        entry = Entry(COUNTRY, name)
        for wording in dict.fromkeys((name, usual[code], *country.aliases)):
            yield wording, entry
