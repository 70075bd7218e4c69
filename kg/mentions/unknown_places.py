"""Places that the model takes for people or for nothing, told by the words before them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.identity import fold
from kg.mentions.candidates import NAME, Candidate, Overlaps
from kg.mentions.text import Text
from kg.records import Token

PERSON, CITY, REGION, COUNTRY = "Person", "City", "Region", "Country"
LOCATIVE = ("obl:mod", "nmod", "obl")
OBJECTS = ("obj", "xcomp", "ccomp", "obl:mod", "obl:arg", "nmod", "dep")
NAMELIKE = ("PROPN", "NOUN", "X")


@dataclass(frozen=True, slots=True)
class PlaceSigns:
    """Words that stand before places only; `articles` stand before countries and regions.

    `taking` are verbs of which a place is the object, `leaving` words behind which it stands after
    one of `complements`, `falling` nouns of what a place falls into.
    """

    before_regions: frozenset[str]
    before_cities: frozenset[str]
    articles: frozenset[str]
    taking: frozenset[str]
    leaving: frozenset[str]
    complements: frozenset[str]
    falling: frozenset[str]


class UnknownPlaces:
    """One-word names that no list knows, and what the whole document shows them to be."""

    def __init__(self, text: Text, names: Iterable[Candidate], signs: PlaceSigns) -> None:
        self._text = text
        self._signs = signs
        self._regions: set[str] = set()
        self._cities: set[str] = set()
        self._acting: set[str] = set()
        self._names = list(names)
        self._people = {word for name in self._names for word in self._of_person(name)}
        for name in filter(self._is_open, self._names):
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

    def unseen(self, known: Iterable[Candidate]) -> Iterator[Candidate]:
        """Names that the model did not see, where a town alone is taken, left or lost."""
        others = Overlaps([*self._names, *known])
        for token in self._text.tokens:
            if token.pos not in NAMELIKE or not token.text[0].isupper() or len(token.text) < 4:
                continue
            inside = self._text.sentence(token).tokens[0].index < token.index
            if not inside or token.text.isupper() or not self._is_taken(token):
                continue
            if not any(others.with_span(token.start, token.end)):
                yield Candidate(token.start, token.end, CITY, NAME, rank=2, source="taken")

    def _of_person(self, name: Candidate) -> list[str]:
        """The words of a full name: « Khalifa Haftar »."""
        words = self._slice(name).split()
        return words if name.type == PERSON and len(words) > 1 else []

    def _is_open(self, name: Candidate) -> bool:
        return not name.canonical and " " not in self._slice(name)

    def _learn(self, name: Candidate) -> None:
        tokens = self._text.covering(name.start, name.end)
        if not tokens:
            return
        key, head = fold(self._slice(name)), tokens[0]
        if self._opens_title(head) or self._is_taken(head):
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

    def _is_taken(self, token: Token) -> bool:
        """« ont pris X », « le contrôle de X », « se retirent de X », « X tombe aux mains de »."""
        tokens, signs = self._text.tokens, self._signs
        if token.text in self._people:
            return False
        while token.dep == "conj" and token.head < token.index:
            token = tokens[token.head]
        head, before = tokens[token.head], tokens[max(0, token.index - 1)]
        if before.pos == "DET":
            return False
        if before.pos == "ADP" or before.text.lower() in signs.complements:
            small = before.text.lower() in signs.complements
            return small and head.lemma.lower() in signs.leaving
        if token.dep.startswith("nsubj") and token.index < head.index:
            inside = self._text.sentence(head).tokens
            return any(t.head == head.index and t.lemma in signs.falling for t in inside)
        word = {head.lemma.lower(), head.text.lower()}
        return token.dep in OBJECTS and head.index < token.index and bool(word & signs.taking)

    def _is_doer(self, token: Token) -> bool:
        return token.dep == "nsubj" and self._text.tokens[token.head].pos == "VERB"

    def _slice(self, name: Candidate) -> str:
        return self._text.document.text[name.start : name.end]
