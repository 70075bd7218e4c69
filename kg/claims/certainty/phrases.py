"""Fixed wordings in the clause of a fact ("sans doute") and its sources ("selon des témoins")."""

from __future__ import annotations

from kg.claims.certainty.data import SURE, CertaintyData, Doubt
from kg.claims.certainty.signs import is_definite
from kg.claims.sources import occurrences, source_covers
from kg.claims.verbs import clause_of, is_clause
from kg.records import Token
from kg.syntax import Tree


def phrased(tree: Tree, data: CertaintyData, token: Token) -> Doubt:
    """The doubt of a fixed wording in the clause of `token`, or at the start of its sentence."""
    known = not is_clause(tree, token) and is_definite(tree, data, token)
    listed = (data.phrases,) if known else (data.phrases, data.adverbials)
    clause = clause_of(tree, token)
    first = tree.sentence(token).tokens[0]
    found = [
        Doubt(level, "phrase", tuple(words))
        for levels in listed
        for level, phrases in levels.items()
        for words in occurrences(tree, token, tuple(phrases))
        if words[0] is first or any(_holds(tree, clause, w, words) for w in words)
    ]
    return data.strongest(SURE, *found)


def hearsay(tree: Tree, data: CertaintyData, clause: Token) -> Doubt:
    """The doubt on what a source ("selon X") vouches for."""
    for words in occurrences(tree, clause, tuple(data.sources)):
        source = tree.head(words[0])
        if source.lemma not in data.no_sources and source_covers(tree, words, clause):
            return Doubt(data.hearsay, "source", tuple(words))
    return SURE


def _holds(tree: Tree, clause: Token, word: Token, words: list[Token]) -> bool:
    """Whether `word` is of `clause`, or the verb of a wording that hangs on it."""
    own = clause_of(tree, word)
    return own is clause or (own in words and clause_of(tree, tree.head(own)) is clause)
