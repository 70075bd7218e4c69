"""Quotations: where a quoted stretch starts and ends, over several sentences too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.records import Sentence, Token
from kg.syntax import Tree


@dataclass(frozen=True, slots=True)
class Quotation:
    """The tokens `start` to `end` (half open, by index) between two quotation marks."""

    start: int
    end: int

    def holds(self, token: Token) -> bool:
        """Whether `token` is quoted."""
        return self.start <= token.index < self.end

    def sentences_around(self, tree: Tree) -> Iterator[Sentence]:
        """The sentences where its speaker may be named, likeliest first.

        Those of its two ends, then the sentence before and the sentence after.
        """
        first, last = tree.tokens[self.start], tree.tokens[self.end - 1]
        yield tree.sentence(last)
        yield tree.sentence(first)
        before = tree.sentence(first).tokens[0].index - 1
        if before >= 0:
            yield tree.sentence(tree.tokens[before])
        after = tree.sentence(last).tokens[-1].index + 1
        if after < len(tree.tokens):
            yield tree.sentence(tree.tokens[after])


def quotation_at(tree: Tree, token: Token, quotes: dict[str, str]) -> Quotation | None:
    """The innermost quotation around `token`; `quotes` maps opening to closing marks."""
    found = [q for q in _quotations(tree, tuple(quotes.items())) if q.holds(token)]
    return max(found, key=lambda q: q.start) if found else None


@lru_cache(maxsize=1)
def _quotations(tree: Tree, quotes: tuple[tuple[str, str], ...]) -> list[Quotation]:
    found: list[Quotation] = []
    open_at: dict[str, int] = {}
    marks = {mark for pair in quotes for mark in pair}
    for token in tree.tokens:
        for mark in marks.intersection(token.text):
            closed = next((o for o, c in quotes if c == mark and o in open_at), None)
            if closed is not None:
                found.append(Quotation(open_at.pop(closed) + 1, token.index))
            elif mark in dict(quotes):
                open_at[mark] = token.index
    return found
