"""Nouns that head names of organisations and places: what `heads.yaml` declares."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.mentions.words import Word, keys_of, words_of
from kg.ontology.declaration import read
from kg.ontology.languages import folder
from kg.ontology.plurals import plural
from kg.ontology.terms import ClassName

GROUP = "Group"


@dataclass(frozen=True, slots=True)
class ClassHeads:
    """The head nouns of one class."""

    founding: tuple[str, ...] = ()
    extended: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadWords:
    """The content of `heads.yaml`; its top says what each key means."""

    classes: dict[ClassName, ClassHeads]
    neutral: frozenset[str]
    complements: frozenset[str]
    linking: frozenset[str]
    joining: frozenset[str]
    before_tongues: frozenset[str]
    articles: frozenset[str]
    directions: frozenset[str]
    same_thing: frozenset[str]
    members: dict[str, str]
    persons: frozenset[str]
    naming: frozenset[str]
    apposing: frozenset[str]
    street_like: frozenset[str]
    same_people: tuple[tuple[str, ...], ...]
    telling: frozenset[str]
    loyal: frozenset[str]
    loyal_to: frozenset[str]
    led: frozenset[str]
    verb_endings: frozenset[str]
    seats: frozenset[str]
    apart: frozenset[str]
    compounds: frozenset[str]
    little: frozenset[str]


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun: `length` words long, the first of which is `first`, in small letters."""

    noun: str
    type: str
    founding: bool
    length: int
    first: str


class Heads:
    """The head nouns of a language, found at a place in a row of words."""

    def __init__(self, language: str) -> None:
        self.words = read(folder(language) / "names" / "heads.yaml", HeadWords)
        self._language = language
        self._by_keys: dict[tuple[str, ...], Head] = {}
        for type_, nouns in self.words.classes.items():
            for noun in (*nouns.founding, *nouns.extended):
                self._enter(noun, type_, noun in nouns.founding)
        self._people = {noun: same[0] for same in self.words.same_people for noun in same}
        self._longest: dict[str, int] = {}
        for keys in self._by_keys:
            self._longest[keys[0]] = max(len(keys), self._longest.get(keys[0], 0))

    def at(self, words: list[Word], index: int) -> Head | None:
        """The longest head noun that starts at `index`, written small or as a proper noun."""
        longest = self._longest.get(words[index].key, 0)
        for length in range(min(longest, len(words) - index), 0, -1):
            run = words[index : index + length]
            head = self._by_keys.get(tuple(word.key for word in run))
            if head and all(word.joined for word in run[1:]) and _accents_agree(run, head):
                return head
        return None

    def is_group(self, keys: tuple[str, ...]) -> bool:
        """Whether the words with these keys call people and name nobody: « Kurdes »."""
        head = self._by_keys.get(keys)
        return head is not None and head.type == GROUP

    def people(self, head: Head) -> str:
        """The one word for the people that a head of groups calls: « insurgés » are rebels."""
        return self._people.get(head.noun, head.noun)

    def _enter(self, noun: str, type_: str, founding: bool) -> None:
        first = words_of(noun)[0].text.lower()
        for keys in {keys_of(noun), self._plural(keys_of(noun))}:
            self._by_keys.setdefault(keys, Head(noun, type_, founding, len(keys), first))

    def _plural(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        return (plural(keys[0], self._language), *keys[1:])


def _accents_agree(run: list[Word], head: Head) -> bool:
    """Small letters keep their accents (« côté » is not « côte »); capitals may lose them.

    A head that is written with a capital (« Kurdes ») is no head without one.
    """
    if head.noun[0].isupper() and run[0].text.islower():
        return False
    return not run[0].text.islower() or run[0].text.startswith(head.first)


@cache
def heads(language: str) -> Heads:
    """The head nouns of a language.

    Raises:
        DeclarationError: its `heads.yaml` is broken.
    """
    return Heads(language)
