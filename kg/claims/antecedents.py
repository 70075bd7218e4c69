"""What relative pronouns stand for."""

from __future__ import annotations

from itertools import pairwise

from kg.claims.language import fold
from kg.claims.lexicon import Words
from kg.records import Token
from kg.syntax import Tree

WINDOW = 12
"""How far before a clause the noun that it is about may stand."""


class Antecedents:
    """Finds the noun of a relative clause."""

    def __init__(self, tree: Tree, words: Words) -> None:
        self._tree = tree
        self._words = words

    def of(self, pronoun: Token, verb: Token) -> Token:
        """What the relative `pronoun` in the clause of `verb` stands for; others stay."""
        words = self._words
        relative = words.subject_relatives | words.object_relatives | words.complement_relatives
        if pronoun.text.lower() not in relative:
            return pronoun
        if cleft := self._cleft(pronoun):
            return cleft
        clause = verb
        while clause.dep in ("conj", "xcomp") and clause.head != clause.index:
            clause = self._tree.head(clause)
        if clause.dep.startswith("acl"):
            return self._agreeing(self._tree.head(clause), verb)
        before = [t for t in self._tree.sentence(verb).tokens if t.index < pronoun.index]
        nouns = [t for t in before[-3:] if t.pos in ("NOUN", "PROPN", "PRON")]
        return nouns[-1] if nouns else pronoun

    def _agreeing(self, noun: Token, verb: Token) -> Token:
        """`noun`, or the noun above it that agrees with the plural `verb`."""
        group = [verb, *self._tree.children(verb, "aux")]
        if not any(t.morph.get("Number") == "Plur" for t in group):
            return noun
        before = self._tree.tokens[max(0, noun.index - WINDOW) : noun.index]
        above = [noun, *self._tree.ancestors(noun), *reversed(before)]
        plural = [t for t in above if t.pos == "NOUN" and t.morph.get("Number") == "Plur"]
        return noun if self._tree.children(noun, "conj") or not plural else plural[0]

    def _cleft(self, pronoun: Token) -> Token | None:
        """« C'est X, appuyé par Y, qui … »: X."""
        before = [t for t in self._tree.sentence(pronoun).tokens if t.index < pronoun.index]
        for first, second in pairwise(before):
            if (
                fold(first.lemma) in self._words.cleft_pronouns
                and second.lemma == self._words.copula
            ):
                after = [t for t in before if t.index > second.index]
                return next((t for t in after if t.pos in ("NOUN", "PROPN", "PRON")), None)
        return None
