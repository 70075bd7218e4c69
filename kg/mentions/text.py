"""An analysis seen as words, each with its token: wordings and grammar asked at once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from kg.mentions.words import Word, words_of
from kg.records import Analysis, Sentence, Token


class Text:
    """The words of a document and the tokens that they stand in."""

    def __init__(self, analysis: Analysis) -> None:
        self.document = analysis.document
        self.sentences = analysis.sentences
        self.tokens = [token for sentence in analysis.sentences for token in sentence.tokens]
        self._sentence_of = [s for s in analysis.sentences for _ in s.tokens]
        self.words = words_of(analysis.document.text)
        self.token_of = _tokens_of(self.words, self.tokens)

    def sentence(self, token: Token) -> Sentence:
        """The sentence of `token`."""
        return self._sentence_of[token.index]

    def covering(self, start: int, end: int) -> list[Token]:
        """The tokens that stand within the offsets `start` to `end`."""
        first = bisect_right(self.tokens, start, key=lambda t: t.end)
        return self.tokens[first : bisect_left(self.tokens, end, key=lambda t: t.start)]

    def words_in(self, start: int, end: int) -> list[Word]:
        """The words that stand wholly within the offsets `start` to `end`."""
        first = self.word_from(start)
        return self.words[first : bisect_right(self.words, end, key=lambda w: w.end)]

    def word_from(self, offset: int) -> int:
        """The index of the first word that starts at an offset or after it."""
        return bisect_left(self.words, offset, key=lambda w: w.start)

    def head(self, start: int, end: int) -> Token | None:
        """The token of a stretch that the others of it depend on; None where it holds no token."""
        tokens = self.covering(start, end)
        inside = {token.index for token in tokens}
        outward = [t for t in tokens if t.head not in inside or t.head == t.index]
        named = [t for t in outward if t.pos not in ("PUNCT", "DET", "ADP")]
        return next(iter(named or outward), None)


def _tokens_of(words: list[Word], tokens: list[Token]) -> list[Token]:
    """The token in which each word starts."""
    found = []
    index = 0
    for word in words:
        while index + 1 < len(tokens) and tokens[index].end <= word.start:
            index += 1
        found.append(tokens[index])
    return found
