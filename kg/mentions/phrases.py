"""Noun phrases around a head noun: « armée turque », « aéroport de Bruxelles », « la police »."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.identity import fold
from kg.mentions.candidates import DESCRIPTION, NAME, Candidate
from kg.mentions.heads import Head, Heads
from kg.mentions.lexicon import Entry
from kg.mentions.text import Text

COUNTRY = "Country"
NOMINAL = ("NOUN", "PROPN", "X")
ADJECTIVAL = ("ADJ",)


@dataclass(slots=True)
class _Phrase:
    """A phrase as it is read on from its head; word indexes, `end` exclusive."""

    head: Head
    start: int
    end: int
    country: Entry | None = None
    names: list[Candidate] = field(default_factory=list)
    linked: bool = False
    told: bool = False


class PhraseFinder:
    """Finds the phrases of a text, given the names already known in it by start offset."""

    def __init__(
        self,
        text: Text,
        heads: Heads,
        countries: Mapping[str, Entry],
        names: Mapping[int, Candidate],
    ) -> None:
        self._text = text
        self._words = text.words
        self._heads = heads
        self._countries = countries
        self._names = names

    def find(self) -> Iterator[Candidate]:
        """The phrases that name or describe something, as candidates."""
        index = 0
        while index < len(self._words):
            head = self._heads.at(self._words, index)
            if head is None or not self._is_nominal(index):
                index += 1
                continue
            phrase = self._read(head, index)
            yield from self._candidates(phrase)
            index += head.length

    def _is_nominal(self, index: int) -> bool:
        token = self._text.token_of[index]
        if self._words[index].start in self._names:
            return False
        return token.pos in NOMINAL or (token.pos == "ADJ" and self._words[index].text[0].isupper())

    def _read(self, head: Head, index: int) -> _Phrase:
        phrase = _Phrase(head, index, index + head.length)
        while self._extend(phrase):
            pass
        return phrase

    def _extend(self, phrase: _Phrase) -> bool:
        """Take in what follows, if it belongs to the phrase."""
        at = phrase.end
        if at >= len(self._words) or not self._words[at].joined:
            return False
        return (
            self._take_name(phrase, at, linked=False)
            or self._take_adjective(phrase, at)
            or self._take_complement(phrase, at)
        )

    def _take_name(self, phrase: _Phrase, at: int, *, linked: bool) -> bool:
        name = self._names.get(self._words[at].start)
        if name is None or (not linked and name.type == COUNTRY):
            return False
        phrase.names.append(name)
        phrase.linked = phrase.linked or linked
        phrase.told = True
        if name.type == COUNTRY:
            phrase.country = phrase.country or Entry(name.type, name.canonical)
        while phrase.end < len(self._words) and self._words[phrase.end].start < name.end:
            phrase.end += 1
        return True

    def _take_adjective(self, phrase: _Phrase, at: int) -> bool:
        word, token = self._words[at], self._text.token_of[at]
        country = self._countries.get(word.text.lower())
        if country is None and (token.pos not in ADJECTIVAL or word.text[0].isupper()):
            return False
        end = at + 1
        while end < len(self._words) and self._text.token_of[end] is token:
            end += 1
        phrase.end = end
        phrase.country = phrase.country or country
        phrase.told = phrase.told or country is not None
        return True

    def _take_complement(self, phrase: _Phrase, at: int) -> bool:
        """« de la Défense », « d'Irak », « et de sécurité »."""
        words = self._heads.words
        if self._words[at].key == "et":
            at += 1
            if at >= len(self._words) or not self._is_listed(at + 1):
                return False
        if at >= len(self._words) or self._words[at].key not in words.linking:
            return False
        at += 1
        if at < len(self._words) and self._words[at].key in words.articles:
            at += 1
        if at >= len(self._words) or not self._words[at].joined:
            return False
        return self._take_name(phrase, at, linked=True) or self._take_noun(phrase, at)

    def _take_noun(self, phrase: _Phrase, at: int) -> bool:
        capital = self._words[at].text[0].isupper()
        if not capital and not self._is_listed(at):
            return False
        phrase.end = at + 1
        while capital and self._goes_on(phrase.end):
            phrase.end += 1
        phrase.told = True
        return True

    def _goes_on(self, index: int) -> bool:
        return (
            index < len(self._words)
            and self._words[index].joined
            and self._words[index].text[0].isupper()
        )

    def _is_listed(self, index: int) -> bool:
        complements = self._heads.words.complements
        return index < len(self._words) and self._words[index].text.lower() in complements

    def _candidates(self, phrase: _Phrase) -> Iterator[Candidate]:
        head = phrase.head
        if phrase.names and head.type in self._heads.words.same_thing:
            yield from self._same_thing(phrase)
        elif phrase.told and (phrase.names or phrase.country or head.founding):
            yield self._candidate(phrase, NAME, self._canonical(phrase))
        elif phrase.told and head.noun not in self._heads.words.directions:
            yield self._candidate(phrase, NAME, "")
        elif head.founding:
            yield self._candidate(phrase, DESCRIPTION, self._wording(phrase))

    def _same_thing(self, phrase: _Phrase) -> Iterator[Candidate]:
        """A phrase whose name is its own: the name is one more mention of the same place."""
        name = phrase.names[0]
        if phrase.head.noun in self._heads.words.directions:
            if name.type in (COUNTRY, "Region"):
                yield self._candidate(phrase, NAME, "")
            return
        if name.type == COUNTRY:
            yield self._candidate(phrase, NAME, "")
        elif phrase.head.type == name.type:
            yield self._candidate(phrase, NAME, name.canonical or self._slice(name))
        elif phrase.head.type != "City":
            yield self._candidate(phrase, NAME, "")

    def _candidate(self, phrase: _Phrase, kind: str, canonical: str) -> Candidate:
        start, end = self._words[phrase.start].start, self._words[phrase.end - 1].end
        return Candidate(start, end, phrase.head.type, kind, canonical, rank=1)

    def _canonical(self, phrase: _Phrase) -> str:
        """A wording that does not depend on how the country is told: « armée (Turquie) »."""
        if phrase.country is None or len(phrase.names) > 1 or self._other_words(phrase):
            return ""
        return f"{phrase.head.noun} ({phrase.country.canonical})"

    def _other_words(self, phrase: _Phrase) -> bool:
        """Whether more than head, country and neutral adjectives is told."""
        words = self._heads.words
        for word in self._words[phrase.start + phrase.head.length : phrase.end]:
            small = word.text.lower()
            if small in words.neutral or word.key in words.linking | words.articles:
                continue
            inside = any(name.start <= word.start < name.end for name in phrase.names)
            if not inside and small not in self._countries:
                return True
        return False

    def _wording(self, phrase: _Phrase) -> str:
        start, end = self._words[phrase.start].start, self._words[phrase.end - 1].end
        return fold(self._text.document.text[start:end])

    def _slice(self, name: Candidate) -> str:
        return self._text.document.text[name.start : name.end]
