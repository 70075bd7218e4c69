"""How sure the article is of a fact: from the words around its predicate up to the root.

A fact's doubt is the strongest among those on its own words (`hedges`, one module for each kind of
words), what its head hands down (`climb`) and the doubt on who did it.  The words themselves are
those of claims/certainty.yaml.
"""

from __future__ import annotations

from kg.claims.certainty.climb import climb_of
from kg.claims.certainty.data import REPORTED, Doubt
from kg.claims.certainty.modifiers import of_doer
from kg.records import Span, Token
from kg.syntax import Tree

PARTY = Doubt(REPORTED, "party")
"""The doubt on what a fighting party says."""


def doubt_of(
    tree: Tree,
    predicate: Token,
    *,
    noun: Token | None = None,
    span: Span | None = None,
    speaker_is_party: bool = False,
) -> Doubt:
    """The doubt on the fact whose word is `predicate`, a verb or a noun, and its words.

    Its level is one of asserted, reported, alleged, possible, negated.  Where `predicate` is only
    the verb of the `noun` that tells the fact ("annonce l'envoi"), the doubts on both count; so do
    those on the words of `span` (a participant: "des membres présumés").  Where the speaker is a
    fighting party (`speaker_is_party`), what it says is only reported, unless known before.

    The rule is the kind of words: that of a reader in `hedges`, or "word" (the predicate itself),
    "governor" (a word above it), "participant", "party", or "" for none.
    """
    climb = climb_of(tree)
    found = [climb.told(noun)] if noun is not None else []
    if noun is None or predicate.lemma not in climb.data.ending:
        found.append(climb.told(predicate))
    if span is not None:
        covered = tree.covering(span.start, span.end)
        found += [of_doer(tree, climb.data, token) for token in covered]
    if speaker_is_party and not climb.is_known(predicate):
        found.append(PARTY)
    return climb.data.strongest(*found)
