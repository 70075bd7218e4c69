"""Names that the language model found: trimmed, and given a class."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.mentions.candidates import NAME, Candidate
from kg.mentions.heads import Heads
from kg.mentions.text import Text
from kg.mentions.words import Word, keys_of
from kg.ontology.declaration import read
from kg.ontology.languages import folder
from kg.records import Name

PERSON = "PER"


@dataclass(frozen=True, slots=True)
class NameRules:
    """The content of `model_names.yaml`; its top says what each key means."""

    labels: dict[str, str]
    dropped: tuple[str, ...]
    titles: frozenset[str]
    first_words: dict[str, tuple[str, ...]]


@cache
def name_rules(language: str) -> NameRules:
    """The rules of a language.

    Raises:
        DeclarationError: its `model_names.yaml` is broken.
    """
    return read(folder(language) / "names" / "model_names.yaml", NameRules)


class ModelNames:
    """Turns the model's names into candidates."""

    def __init__(self, text: Text, rules: NameRules, heads: Heads) -> None:
        self._text = text
        self._rules = rules
        self._heads = heads
        self._dropped = {keys_of(words) for words in rules.dropped}
        self._first = {w: type_ for type_, words in rules.first_words.items() for w in words}

    def candidates(self, names: tuple[Name, ...]) -> Iterator[Candidate]:
        """The usable names, without titles, articles and quotation marks."""
        for name in names:
            words = self._trimmed(self._words(name))
            if not words or not self._usable(words):
                continue
            if type_ := self._type(name, words):
                yield Candidate(words[0].start, words[-1].end, type_, NAME, rank=2)

    def _words(self, name: Name) -> list[Word]:
        """The words of a name, and those that it was cut off from: « Ra'ad », « al-Quraishi »."""
        every = self._text.words
        inside = [i for i, w in enumerate(every) if name.start <= w.start and w.end <= name.end]
        if not inside:
            return []
        last = inside[-1]
        while last + 1 < len(every) and name.label == PERSON and self._goes_on(last + 1):
            last += 1
        return every[inside[0] : last + 1]

    def _goes_on(self, index: int) -> bool:
        word, before = self._text.words[index], self._text.words[index - 1]
        glued = word.start == before.end + 1 and self._text.document.text[before.end] != " "
        return word.joined and (glued or word.text[0].isupper())

    def _trimmed(self, words: list[Word]) -> list[Word]:
        while words and (words[0].text[0].islower() or words[0].text.lower() in self._rules.titles):
            words = words[1:]
        while words and words[-1].text[0].islower():
            words = words[:-1]
        return words

    def _usable(self, words: list[Word]) -> bool:
        if tuple(word.key for word in words) in self._dropped:
            return False
        if sum(len(word.text) for word in words) < 2 or words[-1].text.isdigit():
            return False
        return any(word.text[0].isupper() for word in words)

    def _type(self, name: Name, words: list[Word]) -> str:
        first = words[0].text.lower()
        if first in self._first:
            return self._first[first]
        head = self._heads.at(words, 0)
        if head and len(words) > head.length and name.label != PERSON:
            return head.type
        return self._rules.labels.get(name.label, "")
