"""Places that the model takes for people, told by the small words before them in the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.identity import fold
from kg.mentions.candidates import Candidate
from kg.mentions.text import Text
from kg.records import Token

PERSON, CITY, REGION, COUNTRY = "Person", "City", "Region", "Country"
LOCATIVE = ("obl:mod", "nmod", "obl")


@dataclass(frozen=True, slots=True)
class PlaceSigns:
    """Words that stand before places only; `articles` stand before countries and regions."""

    before_regions: frozenset[str]
    before_cities: frozenset[str]
    articles: frozenset[str]


class UnknownPlaces:
    """One-word names that no list knows, and what the whole document shows them to be."""

    def __init__(self, text: Text, names: Iterable[Candidate], signs: PlaceSigns) -> None:
        self._text = text
        self._signs = signs
        self._regions: set[str] = set()
        self._cities: set[str] = set()
        self._acting: set[str] = set()
        for name in filter(self._is_open, names):
            self._learn(name)

    def corrected(self, name: Candidate) -> Candidate:
        """The name as a country where it acts, a region after « en », a city after « à »."""
        key = fold(self._slice(name))
        if not self._is_open(name):
            return name
        if key in self._regions:
            return replace(name, type=COUNTRY if key in self._acting else REGION)
        if name.type == PERSON and key in self._cities:
            return replace(name, type=CITY)
        return name

    def _is_open(self, name: Candidate) -> bool:
        return not name.canonical and " " not in self._slice(name)

    def _learn(self, name: Candidate) -> None:
        tokens = self._text.covering(name.start, name.end)
        if not tokens:
            return
        key, head = fold(self._slice(name)), tokens[0]
        if self._opens_title(head):
            self._cities.add(key)
        if not head.index:
            return
        before = self._text.tokens[head.index - 1]
        small = before.text.lower().replace("’", "'")
        if small in self._signs.before_regions and before.pos == "ADP":
            self._regions.add(key)
        if small in self._signs.articles:
            if name.type == PERSON or (name.type == CITY and before.text.islower()):
                self._regions.add(key)
            if self._is_doer(head):
                self._acting.add(key)
        if small in self._signs.before_cities and head.dep in LOCATIVE:
            self._cities.add(key)

    def _opens_title(self, token: Token) -> bool:
        """« Kirkouk : trois morts dans un attentat »."""
        following = self._text.tokens[token.index + 1 : token.index + 2]
        return token.index == 0 and any(t.text == ":" for t in following)

    def _is_doer(self, token: Token) -> bool:
        return token.dep == "nsubj" and self._text.tokens[token.head].pos == "VERB"

    def _slice(self, name: Candidate) -> str:
        return self._text.document.text[name.start : name.end]
