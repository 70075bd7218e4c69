"""The doubts that stand on a fact's own words, each read by a module of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from kg.claims.certainty.attributes import identified
from kg.claims.certainty.data import SURE, CertaintyData, Doubt
from kg.claims.certainty.denials import denied, none
from kg.claims.certainty.disputes import contested, disputed, of_false_source
from kg.claims.certainty.modifiers import modified
from kg.claims.certainty.moods import mood, subjunctive
from kg.claims.certainty.openings import opened
from kg.claims.certainty.phrases import hearsay, phrased
from kg.claims.certainty.questions import asked, asked_headline
from kg.claims.verbs import is_clause
from kg.records import Token
from kg.syntax import Tree

Reader: TypeAlias = Callable[[Tree, CertaintyData, Token], Doubt]

OF_ANY: tuple[Reader, ...] = (modified, opened, phrased)
OF_CLAUSES: tuple[Reader, ...] = (
    denied,
    mood,
    hearsay,
    asked,
    identified,
    subjunctive,
    contested,
    of_false_source,
)
OF_NOUNS: tuple[Reader, ...] = (none, asked_headline, disputed)


def own_doubt(tree: Tree, data: CertaintyData, token: Token) -> Doubt:
    """The strongest doubt on the words of `token` itself."""
    clause = is_clause(tree, token) or token.pos == "ADJ"
    readers = (*OF_ANY, *(OF_CLAUSES if clause else OF_NOUNS))
    return data.strongest(SURE, *(read(tree, data, token) for read in readers))
