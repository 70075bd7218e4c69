"""What the words around a name say of its class: titles, appositions, a capital that acts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.identity import fold
from kg.mentions.candidates import Candidate
from kg.mentions.heads import Heads
from kg.mentions.lexicon import Entry
from kg.mentions.text import Text
from kg.records import Token

PERSON, COUNTRY, CITY = "Person", "Country", "City"
PLACES = ("Region", "City", "Camp", "Facility", "Place")
REACH, TITLE_REACH = 4, 12


class Context:
    """Corrects the class of a name by its surroundings."""

    def __init__(
        self,
        text: Text,
        heads: Heads,
        titles: frozenset[str],
        ranks: frozenset[str],
        seats: Mapping[str, Entry],
    ) -> None:
        self._text = text
        self._heads = heads
        self._titles = titles
        self._ranks = ranks
        self._seats = seats

    def corrected(self, name: Candidate) -> Candidate:
        """The name with the class that its surroundings give it."""
        tokens = self._text.covering(name.start, name.end)
        if not tokens:
            return name
        if name.type == CITY and (country := self._as_government(name, tokens)):
            return replace(name, type=COUNTRY, canonical=country.canonical)
        if name.canonical:
            return name
        if place := self._apposed_place(tokens[-1]) or self._announced_place(name, tokens[0]):
            return replace(name, type=place)
        if name.type != PERSON and (self._is_ranked(tokens[0]) or self._is_titled(tokens[0])):
            return replace(name, type=PERSON)
        return name

    def _as_government(self, name: Candidate, tokens: list[Token]) -> Entry | None:
        """« Moscou accuse… », « soutenu par Moscou »: a seat of government that acts."""
        head = self._text.head(name.start, name.end)
        if head is None:
            return None
        subject = head.dep == "nsubj" and self._before(tokens[0]).pos != "ADP"
        if not subject and head.dep != "obl:agent":
            return None
        verb = self._text.tokens[head.head]
        if verb.pos != "VERB":
            return None
        return self._seats.get(fold(name.canonical or self._slice(name)))

    def all(self, names: Sequence[Candidate]) -> list[Candidate]:
        """The names, corrected; of « Moscou et Téhéran soutiennent… » both seats act or none."""
        found = [self.corrected(name) for name in names]
        for at in range(len(found) - 1):
            one, other = found[at], found[at + 1]
            if not self._are_joined(one, other):
                continue
            if self._is_governed(one) and names[at + 1].type == CITY:
                found[at + 1] = names[at + 1]
            elif COUNTRY in (one.type, other.type):
                found[at], found[at + 1] = self._as_seat(one), self._as_seat(other)
        return found

    def _is_governed(self, name: Candidate) -> bool:
        """« les villes de Paris et Londres »: a preposition tells that the first does not act."""
        first = self._text.covering(name.start, name.end)[0]
        return self._before(first).pos == "ADP"

    def _are_joined(self, one: Candidate, other: Candidate) -> bool:
        between = self._text.covering(one.end, other.start)
        return len(between) == 1 and between[0].pos == "CCONJ"

    def _as_seat(self, name: Candidate) -> Candidate:
        country = self._seats.get(fold(name.canonical or self._slice(name)))
        if name.type != CITY or country is None:
            return name
        return replace(name, type=COUNTRY, canonical=country.canonical)

    def _apposed_place(self, last: Token) -> str:
        """« Sinjar, un village proche »: the class of the noun that explains a name."""
        words = self._text.words
        index = self._text.word_from(last.end)
        between = self._text.tokens[last.index + 1 : last.index + 4]
        if index >= len(words) or not between or between[0].text != ",":
            return ""
        for offset in range(3):
            if index + offset >= len(words):
                return ""
            token = self._text.token_of[index + offset]
            head = self._heads.at(words, index + offset) if token.pos == "NOUN" else None
            if head:
                return head.type if head.type in PLACES else ""
            if token.pos not in ("DET", "ADJ"):
                return ""
        return ""

    def _announced_place(self, name: Candidate, first: Token) -> str:
        """« deux localités assiégées, Foua et Kafraya »: the class of the noun before a comma."""
        full_person = name.type == PERSON and " " in self._slice(name)
        if full_person or self._before(first).text != ",":
            return ""
        for token in reversed(self._text.tokens[max(0, first.index - REACH) : first.index - 1]):
            if token.pos == "NOUN":
                head = self._heads.at(self._text.words, self._text.word_from(token.start))
                return head.type if head and head.type in PLACES else ""
            if token.pos != "ADJ":
                return ""
        return ""

    def _is_ranked(self, first: Token) -> bool:
        """« le mollah X », « le général X »."""
        return first.index > 0 and self._before(first).text in self._ranks

    def _is_titled(self, first: Token) -> bool:
        """« le gouverneur de la province, X »: a title, its complement, a comma."""
        if self._before(first).text != ",":
            return False
        for token in reversed(
            self._text.tokens[max(0, first.index - TITLE_REACH) : first.index - 1]
        ):
            if token.pos in ("VERB", "AUX", "PRON", "PUNCT"):
                return False
            if token.text.lower() in self._titles:
                return True
        return False

    def _before(self, token: Token) -> Token:
        return self._text.tokens[max(0, token.index - 1)]

    def _slice(self, name: Candidate) -> str:
        return self._text.document.text[name.start : name.end]
