"""Several things under one head: « les polices française et belge »."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.mentions.candidates import NAME, Candidate
from kg.mentions.heads import Heads
from kg.mentions.lexicon import Entry
from kg.mentions.phrases import COUNTRY, Phrase
from kg.mentions.text import Text


class Coordination:
    """The further things of a plural head, each told by its country alone."""

    def __init__(
        self,
        text: Text,
        heads: Heads,
        countries: Mapping[str, Entry],
        names: Mapping[int, Candidate],
    ) -> None:
        self._text = text
        self._words = text.words
        self._tokens = text.token_of
        self._rules = heads.words
        self._countries = countries
        self._names = names

    def further(self, phrase: Phrase) -> Iterator[Candidate]:
        """« belge », « du Niger »: each as the same thing of another country."""
        if phrase.country is None or self._tokens[phrase.start].morph.get("Number") != "Plur":
            return
        index = phrase.end
        while (at := self._next(index)) is not None:
            word = self._words[at]
            country = self._country(at)
            if country is None:
                return
            canonical = f"{phrase.head.noun} ({country.canonical})"
            first = self._words[at - self._is_link(at - 1)]
            told = self._text.document.text[first.start : word.end]
            wording = f"{phrase.head.noun} {told}"
            yield Candidate(
                first.start,
                word.end,
                phrase.head.type,
                NAME,
                canonical,
                rank=-1,
                wording=wording,
                source="list",
            )
            index = at + 1

    def _next(self, index: int) -> int | None:
        """The word after a comma or a joining word, over *de* and articles."""
        if index >= len(self._words):
            return None
        if self._words[index].key in self._rules.joining:
            index += 1
        elif not self._follows_comma(index):
            return None
        while index < len(self._words) and self._is_link(index):
            index += 1
        return index if index < len(self._words) else None

    def _follows_comma(self, index: int) -> bool:
        before, word = self._words[index - 1], self._words[index]
        return self._text.document.text[before.end : word.start].strip() == ","

    def _is_link(self, index: int) -> bool:
        return self._words[index].key in self._rules.linking | self._rules.articles

    def _country(self, index: int) -> Entry | None:
        word = self._words[index]
        name = self._names.get(word.start)
        if name and name.type == COUNTRY:
            if not self._is_link(index - 1):
                return None
            return Entry(name.type, name.canonical)
        return self._countries.get(self._tokens[index].text.lower())
