"""Names that the language model found: trimmed, and given a class."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg.mentions.candidates import NAME, Candidate
from kg.mentions.cities import city_names
from kg.mentions.heads import Heads
from kg.mentions.text import Text
from kg.mentions.unknown_places import PlaceSigns
from kg.mentions.words import Word, keys_of
from kg.ontology.declaration import read
from kg.ontology.languages import folder
from kg.ontology.terms import ClassName
from kg.records import Name

PERSON = "PER"
CITY = "City"
BODIES = ("IntergovernmentalOrganisation", "GovernmentBody", "ArmedGroup", "PoliticalParty")
"""Classes whose known names end where a person's name begins."""
REACH = 6
"""How many words before a name may tell that it is an operation's."""


@dataclass(frozen=True, slots=True)
class NameRules:
    """The content of `model_names.yaml`; its top says what each key means."""

    labels: dict[str, ClassName]
    dropped: tuple[str, ...]
    titles: frozenset[str]
    ranks: frozenset[str]
    articles: frozenset[str]
    endings: frozenset[str]
    parting: frozenset[str]
    first_words: dict[ClassName, tuple[str, ...]]
    first_names: frozenset[str]
    smallest_city: int
    smallest_city_of_one_word: int
    operations: frozenset[str]
    christening: frozenset[str]
    places: PlaceSigns


@cache
def name_rules(language: str) -> NameRules:
    """The rules of a language.

    Raises:
        DeclarationError: its `model_names.yaml` is broken.
    """
    return read(folder(language) / "names" / "model_names.yaml", NameRules)


class ModelNames:
    """Turns the model's names into candidates."""

    def __init__(
        self, text: Text, rules: NameRules, heads: Heads, nationalities: Container[str]
    ) -> None:
        self._text = text
        self._rules = rules
        self._heads = heads
        self._nationalities = nationalities
        self._dropped = {keys_of(words) for words in rules.dropped}
        self._first = {w: type_ for type_, words in rules.first_words.items() for w in words}

    def candidates(self, names: tuple[Name, ...]) -> Iterator[Candidate]:
        """The usable names, without titles, articles and quotation marks.

        The class is "" where the label stands for none.
        """
        for name in names:
            words = self._trimmed(name, self._words(name))
            if not words or not self._usable(words) or self._names_operation(words[0]):
                continue
            type_ = self._type(name, words)
            end = self._end(words[-1])
            yield Candidate(words[0].start, end, type_, NAME, rank=2, source="model")

    def goes_past(self, name: Candidate, known: Candidate) -> bool:
        """Whether `name` takes in what follows a known one: « l'Afrique aux Philippines »."""
        after = self._text.words_in(known.end, name.end)
        return name.start == known.start and bool(after) and after[0].text in self._rules.parting

    def beside(self, name: Candidate, known: Candidate) -> Candidate | None:
        """The person at the end of `name`, which begins with a known body: « l'ONU X »."""
        after = self._text.words_in(known.end, name.end)
        person = len(after) > 1 and all(word.text[0].isupper() for word in after)
        if name.start != known.start or known.type not in BODIES or not person:
            return None
        return replace(name, start=after[0].start, type=self._rules.labels[PERSON])

    def _names_operation(self, first: Word) -> bool:
        """« l'opération X », « l'opération turque, baptisée X »: no actor's name."""
        at = self._text.word_from(first.start)
        if first.text.lower() in self._rules.operations:
            return True
        before = [word.text.lower() for word in self._text.words[max(0, at - REACH) : at]]
        if before[-1:] and before[-1] in self._rules.christening:
            return bool(self._rules.operations & set(before))
        return bool(before[-1:]) and before[-1] in self._rules.operations

    def _words(self, name: Name) -> list[Word]:
        """The words of a name, and those that it was cut off from: « Ra'ad », « al-Quraishi »."""
        every = self._text.words
        first = self._text.word_from(name.start)
        end = first + len(self._text.words_in(name.start, name.end))
        while first < end < len(every) and name.label == PERSON and self._goes_on(end):
            end += 1
        return every[first:end]

    def _goes_on(self, index: int) -> bool:
        word, before = self._text.words[index], self._text.words[index - 1]
        glued = word.start == before.end + 1 and self._text.document.text[before.end] != " "
        return word.joined and (glued or word.text[0].isupper())

    def _trimmed(self, name: Name, words: list[Word]) -> list[Word]:
        """Without titles, articles and nationality; of a person, without what follows either."""
        person = name.label == PERSON
        while words and self._is_before_name(words[0], person):
            words = words[1:]
        while words and self._is_small_and_apart(words[-1]):
            place = self._rules.labels.get(name.label) == CITY
            if not person and not (place and words[-1].text in self._nationalities):
                break
            words = words[:-1]
        return words

    def _is_before_name(self, word: Word, person: bool) -> bool:
        small = word.text.lower()
        if word.text[0].islower() or small in self._rules.titles:
            return True
        return small in (self._nationalities if person else self._rules.articles)

    def _is_small_and_apart(self, word: Word) -> bool:
        """Not what a hyphen ties to the name: « Park Geun-hye »."""
        before = self._text.document.text[word.start - 1 : word.start]
        return word.text[0].islower() and before != "-"

    def _end(self, last: Word) -> int:
        ending = self._text.document.text[last.end : last.end + 1]
        return last.end + (ending in self._rules.endings)

    def _usable(self, words: list[Word]) -> bool:
        keys = tuple(word.key for word in words)
        if keys in self._dropped or self._heads.is_group(keys):
            return False
        if sum(len(word.text) for word in words) < 2 or words[-1].text.isdigit():
            return False
        return any(word.text[0].isupper() for word in words)

    def _type(self, name: Name, words: list[Word]) -> str:
        first = words[0].text.lower()
        if first in self._first:
            return self._first[first]
        if first in self._rules.first_names and len(words) > 1 and not self._is_city(words, 0):
            return self._rules.labels[PERSON]
        head = self._heads.at(words, 0)
        if head and len(words) > head.length and name.label != PERSON:
            return head.type
        return self._by_label(name, words)

    def _by_label(self, name: Name, words: list[Word]) -> str:
        """The class of the model's label, unless that tells little and the name is a city's."""
        type_ = self._rules.labels.get(name.label, "")
        if not type_ and self._is_city(words, self._rules.smallest_city):
            return CITY
        one_word = name.label == PERSON and len(words) == 1
        if one_word and self._is_city(words, self._rules.smallest_city_of_one_word):
            return CITY
        return type_

    @staticmethod
    def _is_city(words: list[Word], population: int) -> bool:
        """Whether a city with so many inhabitants has the name."""
        return " ".join(word.key for word in words) in city_names(population)
