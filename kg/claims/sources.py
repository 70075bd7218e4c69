"""Fixed wordings in a sentence, and the sources ("selon X") that vouch for its clauses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from kg.claims.language import fold
from kg.claims.verbs import clause_of
from kg.records import Token
from kg.syntax import Tree


def source_covers(tree: Tree, words: list[Token], clause: Token) -> bool:
    """Whether a source ("selon X", its preposition at `words`) vouches for `clause`.

    It is of the clause that it hangs on; at either end of a sentence, of the main one.
    """
    source = tree.head(words[0])
    if clause_of(tree, tree.head(source)) is clause:
        return True
    if clause.head != clause.index:
        return False
    return words[0].index - tree.sentence(clause).tokens[0].index <= 1 or _closes(tree, words)


def _closes(tree: Tree, words: list[Token]) -> bool:
    """Whether a source set off by a comma ends the sentence, but for words on itself."""
    source = tree.head(words[0])
    own = {t.index for t in tree.subtree(source)}
    tokens = tree.sentence(source).tokens
    after = tokens[words[-1].index + 1 - tokens[0].index :]
    main = [t for t in after if t.index not in own and t.morph.get("VerbForm") == "Fin"]
    return not main and tree.tokens[words[0].index - 1].pos == "PUNCT"


def occurrences(tree: Tree, token: Token, phrases: tuple[str, ...]) -> list[list[Token]]:
    """The words of each place where one of `phrases` stands in the sentence of `token`."""
    return _occurrences(tree, tree.sentence(token).tokens[0].index, phrases)


@lru_cache(maxsize=512)
def _occurrences(tree: Tree, first: int, phrases: tuple[str, ...]) -> list[list[Token]]:
    tokens = tree.sentence(tree.tokens[first]).tokens
    start = tokens[0].start
    return [
        [t for t in tokens if t.start < start + m.end() and start + m.start() < t.end]
        for m in _any_of(phrases).finditer(fold(spaced(tokens)))
    ]


@cache
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])")


def spaced(tokens: Sequence[Token]) -> str:
    """The text of `tokens`, one character a code point, from the start of the first."""
    parts, end = [], tokens[0].start if tokens else 0
    for token in tokens:
        parts += [" " * (token.start - end), token.text]
        end = token.start + len(token.text)
    return "".join(parts)
