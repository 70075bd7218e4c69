"""Names known beforehand: wordings of organisations, places and countries, found in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.mentions.words import Word, keys_of, words_of

CAPITALS, ANY = -2, -1
"""Forms of a wording; any other number is that of the word that must have a capital."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A known thing: its class and the name that it has in every document."""

    type: str
    canonical: str


@dataclass(frozen=True, slots=True)
class Known:
    """A wording of a known thing at its place in a text."""

    start: int
    end: int
    entry: Entry


class Lexicon:
    """Wordings, indexed by their first word."""

    def __init__(self, wordings: Iterable[tuple[str, Entry]]) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], list[tuple[int, Entry]]]] = {}
        for wording, entry in wordings:
            for keys, form in _forms(wording):
                known = self._by_first.setdefault(keys[0], {}).setdefault(keys, [])
                known.append((form, entry))

    def find(self, words: list[Word]) -> Iterator[Known]:
        """The wordings in `words`, the longest at each place, none overlapping another."""
        index = 0
        while index < len(words):
            length, entry = self._longest(words, index)
            if entry:
                last = words[index + length - 1]
                yield Known(words[index].start, last.end, entry)
            index += max(length, 1)

    def within(self, words: list[Word], type_: str) -> Iterator[Known]:
        """The wordings of a class inside a longer one of `words`: the ONU in a body of its."""
        return (known for known in self.find(words[1:]) if known.entry.type == type_)

    def _longest(self, words: list[Word], index: int) -> tuple[int, Entry | None]:
        best: tuple[int, Entry | None] = (0, None)
        for keys, entries in self._by_first.get(words[index].key, {}).items():
            run = words[index : index + len(keys)]
            if len(keys) <= best[0] or tuple(word.key for word in run) != keys:
                continue
            if all(word.joined for word in run[1:]):
                fitting = (entry for form, entry in entries if _fits(run, form))
                entry = next(fitting, None)
                best = (len(keys), entry) if entry else best
        return best


def _forms(wording: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """The folded words of `wording` and its form; an acronym also letter by letter (E.I.)."""
    letters = [c for c in wording if c.isalpha()]
    if all(c.isupper() for c in letters):
        yield keys_of(wording), CAPITALS
        if wording.isalpha() and 2 <= len(wording) <= 6:
            yield keys_of(".".join(wording)), CAPITALS
    else:
        capitals = (i for i, word in enumerate(words_of(wording)) if _has_capital(word))
        yield keys_of(wording), max(capitals, default=ANY)


def _fits(run: list[Word], form: int) -> bool:
    if form == CAPITALS:
        return not any(c.islower() for word in run for c in word.text)
    return form == ANY or _has_capital(run[form])


def _has_capital(word: Word) -> bool:
    return any(c.isupper() for c in word.text)
