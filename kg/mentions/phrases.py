"""Noun phrases around a head noun: « armée turque », « aéroport de Bruxelles », « la police »."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.mentions.candidates import Candidate
from kg.mentions.heads import GROUP, Head, Heads
from kg.mentions.lexicon import Entry
from kg.mentions.text import Text
from kg.ontology.plurals import plural

COUNTRY, ARMED_GROUP, REGION, PERSON = "Country", "ArmedGroup", "Region", "Person"
ARMED_FORCE = "ArmedForce"
LANDS = ("City", REGION, COUNTRY)
APOSTROPHES = ("'", "’")
NOMINAL = ("NOUN", "PROPN", "X")


@dataclass(slots=True)
class Phrase:
    """A phrase read on from its head.  `start` and `end` count words; `names` stand in it.

    `country` is told by name or adjective; `linked` says that the first name follows *de*;
    `told` that more than the head and plain adjectives is there.
    """

    head: Head
    start: int
    end: int
    country: Entry | None = None
    names: list[Candidate] = field(default_factory=list)
    linked: bool = False
    told: bool = False


class PhraseReader:
    """Reads the phrases of a text, given the names already known in it by start offset."""

    def __init__(
        self,
        text: Text,
        heads: Heads,
        countries: Mapping[str, Entry],
        names: Mapping[int, Candidate],
        titles: frozenset[str] = frozenset(),
    ) -> None:
        self._text = text
        self._words = text.words
        self._heads = heads
        self._countries = countries
        self._names = names
        self._titles = titles

    def read(self) -> Iterator[Phrase]:
        """Every phrase with a head noun."""
        index = 0
        while index < len(self._words):
            head = self._heads.at(self._words, index)
            if head is None or not self._is_head(index, head):
                index += 1
                continue
            phrase = Phrase(head, index, index + head.length)
            while self._extend(phrase):
                pass
            yield phrase
            index += head.length

    def _is_head(self, index: int, head: Head) -> bool:
        """A noun with no noun right before it (« organisation armée ») and no name of its own."""
        token = self._text.token_of[index]
        if self._words[index].start in self._names:
            return False
        if index and self._words[index].joined and self._text.token_of[index - 1].pos == "NOUN":
            return False
        if head.noun in self._heads.words.compounds and self._is_compound(index):
            return False
        if token.pos == "ADJ" and head.type == GROUP:
            return self._follows_article(index)
        if token.pos == "AUX" and head.noun in self._heads.words.directions:
            return self._follows_article(index)
        return token.pos in NOMINAL or (token.pos == "ADJ" and self._words[index].text[0].isupper())

    def _is_compound(self, index: int) -> bool:
        """« secrétaire d'État », « coup d'État »: right behind « d' », without an article."""
        if index < 2 or not self._words[index].joined:
            return False
        before = self._words[index - 1]
        elided = self._text.document.text[before.end] in APOSTROPHES
        return elided and before.key in self._heads.words.linking

    def _follows_article(self, index: int) -> bool:
        return index > 0 and self._text.token_of[index - 1].pos == "DET"

    def _extend(self, phrase: Phrase) -> bool:
        """Take in what follows, if it belongs to the phrase."""
        at = phrase.end
        if at >= len(self._words) or not self._words[at].joined:
            return False
        if phrase.names and phrase.head.type in self._heads.words.same_thing:
            return False
        return (
            self._take_name(phrase, at, linked=False)
            or self._take_leader(phrase, at)
            or self._take_adjective(phrase, at)
            or self._take_complement(phrase, at)
        )

    def _take_leader(self, phrase: Phrase, at: int) -> bool:
        """« (forces) du maréchal X », « (forces) fidèles à X »: the person who tells them apart."""
        words = self._heads.words
        if phrase.head.noun not in words.led or phrase.names:
            return False
        loyal = self._words[at].text in words.loyal
        at += loyal
        before = words.loyal_to if loyal else words.linking
        if at >= len(self._words) or not {self._words[at].key, self._words[at].text} & before:
            return False
        at += 1
        skipped = words.articles | self._titles
        while at < len(self._words) and self._words[at].text in skipped:
            at += 1
        name = self._names.get(self._words[at].start) if at < len(self._words) else None
        if name is None or not (loyal or name.type == PERSON):
            return False
        return self._take_name(phrase, at, linked=True)

    def _take_name(self, phrase: Phrase, at: int, *, linked: bool) -> bool:
        name = self._names.get(self._words[at].start)
        if name is None or not (linked or self._may_stand_beside(name, phrase)):
            return False
        phrase.linked = linked if not phrase.names else phrase.linked
        phrase.names.append(name)
        phrase.told = True
        if name.type == COUNTRY:
            phrase.country = phrase.country or Entry(name.type, name.canonical)
        while phrase.end < len(self._words) and self._words[phrase.end].start < name.end:
            phrase.end += 1
        return True

    def _may_stand_beside(self, name: Candidate, phrase: Phrase) -> bool:
        if name.type == phrase.head.type:
            return True
        if phrase.head.type == GROUP:
            return name.type == ARMED_GROUP
        if phrase.head.type == REGION and name.type == PERSON:
            return False
        return name.type != COUNTRY and phrase.head.type in self._heads.words.apposing

    def _take_adjective(self, phrase: Phrase, at: int) -> bool:
        word, token = self._words[at], self._text.token_of[at]
        country = self._countries.get(token.text.lower())
        if country is None and (token.pos != "ADJ" or word.text[0].isupper()):
            return False
        if word.text in self._heads.words.apart or self._is_verb(word.text, phrase):
            return False
        end = at + 1
        while end < len(self._words) and self._text.token_of[end] is token:
            end += 1
        phrase.end = end
        phrase.country = phrase.country or country
        people = (
            phrase.head.noun in self._heads.words.led and word.text in self._heads.words.telling
        )
        phrase.told = phrase.told or country is not None or people
        return True

    def _is_verb(self, word: str, phrase: Phrase) -> bool:
        """« les séparatistes contrôlent », read as an adjective: plural ones end otherwise."""
        head = self._words[phrase.start].text
        several = head == plural(head, self._text.document.language)
        return several and word.endswith(tuple(self._heads.words.verb_endings))

    def _take_complement(self, phrase: Phrase, at: int) -> bool:
        """« de la Défense », « d'Irak », « et de sécurité »."""
        words = self._heads.words
        coordinated = self._words[at].key in words.joining
        at += coordinated
        if at >= len(self._words) or self._words[at].key not in words.linking:
            return False
        at += 1
        if at < len(self._words) and self._words[at].key in words.articles:
            at += 1
        if at >= len(self._words) or not self._words[at].joined:
            return False
        if self._is_elsewhere(phrase, at):
            return False
        if coordinated:
            return self._is_listed(at) and self._take_noun(phrase, at)
        return self._take_name(phrase, at, linked=True) or self._take_noun(phrase, at)

    def _is_elsewhere(self, phrase: Phrase, at: int) -> bool:
        """« l'armée turque de Y », « ses troupes de Y »: Y is where they are or were."""
        name = self._names.get(self._words[at].start)
        if name is None or phrase.head.type != ARMED_FORCE or name.type not in LANDS:
            return False
        before = self._text.token_of[phrase.start - 1] if phrase.start else None
        own = before is not None and before.morph.get("Poss") == "Yes"
        return own or phrase.country is not None

    def _take_noun(self, phrase: Phrase, at: int) -> bool:
        capital = self._words[at].text[0].isupper()
        if not capital and not self._is_listed(at):
            return False
        phrase.end = at + 1
        while capital and self._goes_on(phrase.end):
            phrase.end += 1
        phrase.told = True
        return True

    def _goes_on(self, index: int) -> bool:
        if index >= len(self._words) or not self._words[index].joined:
            return False
        return self._words[index].text[0].isupper()

    def _is_listed(self, index: int) -> bool:
        return self._words[index].text.lower() in self._heads.words.complements
