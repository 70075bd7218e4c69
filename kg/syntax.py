"""Walking the parse: the tree over an analysis' tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from kg.records import Analysis, Sentence, Token


@cache
def _labels(dep: str) -> frozenset[str]:
    """A label with the one that it is a subtype of."""
    return frozenset((dep, dep.split(":")[0]))


class Tree:
    """The dependency trees of an analysis, by token index."""

    def __init__(self, analysis: Analysis) -> None:
        self.tokens: tuple[Token, ...] = tuple(
            token for sentence in analysis.sentences for token in sentence.tokens
        )
        self._starts = [token.start for token in self.tokens]
        self._ends = [token.end for token in self.tokens]
        self._sentence: list[Sentence] = [
            sentence for sentence in analysis.sentences for _ in sentence.tokens
        ]
        self._children: list[list[Token]] = [[] for _ in self.tokens]
        self._labels = [_labels(token.dep) for token in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                self._children[token.head].append(token)

    def sentence(self, token: Token) -> Sentence:
        """The sentence of `token`."""
        return self._sentence[token.index]

    def head(self, token: Token) -> Token:
        """What `token` depends on; a root gives itself."""
        return self.tokens[token.head]

    def children(self, token: Token, *deps: str) -> list[Token]:
        """The dependents of `token` in text order, only those labelled one of `deps` if given.

        A label matches its subtypes: "nsubj" matches "nsubj:pass".
        """
        found = self._children[token.index]
        if not deps or not found:
            return found
        return [c for c in found if not self._labels[c.index].isdisjoint(deps)]

    def subtree(self, token: Token) -> list[Token]:
        """`token` and all that depends on it, in text order."""
        found = [token]
        for child in self._children[token.index]:
            found += self.subtree(child)
        return sorted(found, key=lambda t: t.index)

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The heads of `token`, nearest first."""
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    def covering(self, start: int, end: int) -> list[Token]:
        """The tokens that stand within the code points `start` to `end`."""
        first = bisect_right(self._ends, start)
        last = bisect_left(self._starts, end)
        return list(self.tokens[first:last])
