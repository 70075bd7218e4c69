"""Walking the parse: the tree over an analysis' tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache, cached_property

from kg.records import Analysis, Sentence, Token


@cache
def _labels(dep: str) -> frozenset[str]:
    """A label with the one that it is a subtype of."""
    return frozenset((dep, dep.split(":")[0]))


def is_tree(sentence: Sentence) -> bool:
    """Whether every word of `sentence` leads, from head to head, to one that is its own."""
    heads = {token.index: token.head for token in sentence.tokens}
    rooted = {index for index, head in heads.items() if index == head}
    for index in heads:
        way = list[int]()
        while index not in rooted:
            if index in way or index not in heads:
                return False
            way.append(index)
            index = heads[index]
        rooted.update(way)
    return True


class Tree:
    """The dependency trees of an analysis, by token index."""

    def __init__(self, analysis: Analysis) -> None:
        self._sentences = analysis.sentences
        self.tokens: tuple[Token, ...] = tuple(
            token for sentence in analysis.sentences for token in sentence.tokens
        )
        self._children: dict[int, list[Token]] = {}
        for token in self.tokens:
            if token.head != token.index:
                self._children.setdefault(token.head, []).append(token)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end for token in self.tokens]

    @cached_property
    def _sentence(self) -> list[Sentence]:
        return [sentence for sentence in self._sentences for _ in sentence.tokens]

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
        found = self._children.get(token.index, [])
        if not deps or not found:
            return found
        return [c for c in found if not _labels(c.dep).isdisjoint(deps)]

    def subtree(self, token: Token) -> list[Token]:
        """`token` and all that depends on it, in text order."""
        found = [token]
        for each in found:
            found += self._children.get(each.index, ())
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
