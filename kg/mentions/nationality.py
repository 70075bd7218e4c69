"""Adjectives of countries: those that are known, and those that a document's own places explain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.mentions.candidates import Candidate
from kg.mentions.lexicon import Entry
from kg.mentions.text import Text
from kg.mentions.words import folded

COUNTRY, REGION = "Country", "Region"
EXPLAINING = (COUNTRY, REGION)
SHORTEST_NAME = 6
ENDING = 2
"""How many letters of a name its adjective may lack: « Ligurie », « ligure »."""
LONGEST_ENDING = 4


def adjectives_of(
    text: Text, names: Iterable[Candidate], known: Mapping[str, Entry]
) -> dict[str, Entry]:
    """The country or region behind each adjective of `text`, in small letters.

    A region of the document that no list knows is a country where an adjective is made of it.
    """
    places = {stem: entry for name in names for stem, entry in _stem(text, name)}
    found = dict(known)
    for token in text.tokens if places else ():
        word = token.text
        if not word.islower() or word in found or len(word) < SHORTEST_NAME - ENDING:
            continue
        for length in range(len(word), SHORTEST_NAME - ENDING - 1, -1):
            entry = places.get(folded(word)[:length])
            if entry and len(word) - length <= LONGEST_ENDING:
                found[word] = entry
                break
    return found


def _stem(text: Text, name: Candidate) -> Iterable[tuple[str, Entry]]:
    told = text.document.text[name.start : name.end]
    if name.type in EXPLAINING and told.isalpha() and len(told) >= SHORTEST_NAME:
        type_ = name.type if name.canonical else COUNTRY
        yield folded(told)[:-ENDING], Entry(type_, name.canonical or told)


def with_adjective(text: Text, name: Candidate, countries: Mapping[str, Entry]) -> Candidate:
    """The name, as a country if an adjective of the document makes it one."""
    told = Entry(COUNTRY, text.document.text[name.start : name.end])
    if name.type == REGION and not name.canonical and told in countries.values():
        return replace(name, type=COUNTRY)
    return name
