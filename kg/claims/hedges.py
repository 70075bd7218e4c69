"""The doubts that stand on a fact's own words: negation, mood, modifiers, conjunctions, sources."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from kg.claims.language import fold
from kg.claims.verbs import (
    Negation,
    clause_of,
    is_clause,
    is_conditional,
    is_future,
    is_infinitive,
    is_negated,
    is_past,
    verb_group,
)
from kg.records import Token
from kg.syntax import Tree

ASSERTED = "asserted"
REPORTED = "reported"
ALLEGED = "alleged"
POSSIBLE = "possible"
NEGATED = "negated"


@dataclass(frozen=True, slots=True)
class Governor:
    """Words that make something of the fact that they govern; see claims/certainty.yaml."""

    name: str
    level: str
    denied: str
    verbs: list[str] = field(default_factory=list)
    nouns: list[str] = field(default_factory=list)
    adjectives: list[str] = field(default_factory=list)
    objects: bool = False
    subjects: bool = False
    past_fact: bool = False


@dataclass(frozen=True, slots=True)
class CertaintyData:
    """The content of claims/certainty.yaml."""

    strength: list[str]
    future_in_past: str
    conditional: str
    conditional_of_consequence: str
    future: str
    question: str
    condition: str
    hearsay: str
    governors: list[Governor]
    doing: list[str]
    happening: list[str]
    modifiers: dict[str, list[str]]
    phrases: dict[str, list[str]]
    sources: list[str]
    no_sources: list[str]
    conjunctions: dict[str, list[str]]
    interceptions: list[str]
    presupposing: list[str]
    negation: Negation
    retrospective: list[str]
    consequence: list[str]
    irregular_stems: list[str]
    undertakings: list[str]
    links: list[str]

    def strongest(self, *levels: str) -> str:
        """The level that wins where several apply."""
        return min(levels, key=self.strength.index)

    def governor(self, token: Token) -> Governor | None:
        """The governor class of `token`, by lemma and part of speech."""
        for governor in self.governors:
            if token.lemma in governor.verbs and token.pos in ("VERB", "AUX", "ADJ"):
                return governor
            if token.lemma in governor.nouns and token.pos in ("NOUN", "ADP"):
                return governor
            if token.lemma in governor.adjectives:
                return governor
        return None


@dataclass(frozen=True, slots=True)
class Hedges:
    """Reads the doubts on single words of a tree."""

    tree: Tree
    data: CertaintyData

    def local(self, token: Token) -> str:
        """The strongest doubt on the words of `token` itself."""
        levels = [self.modified(token), self.conjunction(token), self.phrased(token)]
        if is_clause(self.tree, token):
            levels += [self.negation(token), self.mood(token), self.question(token)]
        else:
            levels.append(self.none(token))
        return self.data.strongest(*levels)

    def negation(self, token: Token) -> str:
        """`negated` where the clause of `token` is denied."""
        return NEGATED if is_negated(self.tree, token, self.data.negation) else ASSERTED

    def none(self, noun: Token) -> str:
        """`negated` for "aucune attaque", "pas d'attaque"."""
        for child in self.tree.children(noun, "det", "case", "advmod", "cc"):
            word = fold(child.text)
            if word in self.data.negation.none or word == "pas":
                return NEGATED
            if word in ("de", "d'") and child.dep == "det" and self._under_negation(noun):
                return NEGATED
        return ASSERTED

    def _under_negation(self, noun: Token) -> bool:
        clause = clause_of(self.tree, self.tree.head(noun))
        return is_negated(self.tree, clause, self.data.negation)

    def mood(self, token: Token) -> str:
        """What the tense and mood of the verb group of `token` say."""
        stems = self.data.irregular_stems
        group = verb_group(self.tree, token)
        if any(is_conditional(t, stems) for t in group):
            return self._conditional(token)
        if any(is_future(t, stems) for t in group):
            return ASSERTED if self._retrospective(token) else self.data.future
        return ASSERTED

    def _conditional(self, token: Token) -> str:
        compound = bool(self.tree.children(token, "aux:tense"))
        if not compound and self._under_past_speech(token):
            return self.data.future_in_past
        if token.lemma in self.data.consequence or self._has_condition(token):
            return self.data.conditional_of_consequence
        return self.data.conditional

    def _under_past_speech(self, token: Token) -> bool:
        head = self.tree.head(token)
        governor = self.data.governor(head)
        return (
            token.dep in ("ccomp", "xcomp")
            and governor is not None
            and governor.name in ("speech", "hearsay")
            and is_past(self.tree, head)
        )

    def _has_condition(self, token: Token) -> bool:
        clauses = self.tree.children(token, "advcl")
        return any(self.conjunction(c) == self.data.condition for c in clauses)

    def _retrospective(self, token: Token) -> bool:
        """A future perfect that sums up: "aura donc fait trois morts"."""
        words = self.tree.children(token, "advmod", "obl")
        return bool(self.tree.children(token, "aux:tense")) and any(
            w.lemma in self.data.retrospective for w in words
        )

    def question(self, token: Token) -> str:
        """`possible` in a sentence that asks."""
        last = self.tree.sentence(token).tokens[-1]
        return self.data.question if last.text == "?" else ASSERTED

    def modified(self, token: Token) -> str:
        """The doubt of an adjective, participle or adverb on `token`."""
        words = {token.lemma, fold(token.text)} if token.pos in ("ADJ", "ADV") else set()
        for child in self.tree.children(token, "amod", "advmod", "acl", "nmod", "appos"):
            if not self.tree.children(child, "case", "det"):
                words |= {child.lemma, fold(child.text)}
        found = [level for level, listed in self.data.modifiers.items() if words & set(listed)]
        return self.data.strongest(ASSERTED, *found)

    def conjunction(self, token: Token) -> str:
        """What "si", "sans", "pour", "avant que" … before the clause or noun `token` make of it."""
        for kind, phrases in self.data.conjunctions.items():
            if any(self._opens(token, words_of(phrase)) for phrase in phrases):
                return self._after(kind, token)
        return ASSERTED

    def _after(self, kind: str, token: Token) -> str:
        if kind == "absence":
            return NEGATED
        if kind == "condition":
            return self.data.condition
        if kind == "before":
            main = self.tree.head(token).lemma
            return POSSIBLE if main in self.data.interceptions else ASSERTED
        if not is_infinitive(self.tree, token):
            return POSSIBLE if self.tree.children(token, "mark") else ASSERTED
        if not self.tree.children(token, "aux:tense"):
            return POSSIBLE
        return ASSERTED if self.tree.head(token).lemma in self.data.presupposing else ALLEGED

    def _opens(self, token: Token, phrase: list[str]) -> bool:
        """Whether `phrase` opens the clause of `token` or stands right before its verb group."""
        marks = [
            c
            for c in self.tree.children(token, "mark", "case", "advmod", "cc")
            if c.index < token.index
        ]
        group = [
            c
            for c in self.tree.children(token, "aux", "cop", "expl", "advmod", "obj", "iobj", "det")
            if c.index < token.index and c.pos in ("AUX", "PRON", "ADV", "DET")
        ]
        starts = [m.index for m in marks]
        ends = [t.index - len(phrase) for t in [token, *group]]
        return any(self._words_at(i, len(phrase)) == phrase for i in [*starts, *ends] if i >= 0)

    def _words_at(self, index: int, count: int) -> list[str]:
        return [_plain(t) for t in self.tree.tokens[index : index + count]]

    def phrased(self, token: Token) -> str:
        """The doubt of a fixed wording in the clause of `token`."""
        clause = clause_of(self.tree, token)
        found = [
            level
            for level, phrases in self.data.phrases.items()
            for words in occurrences(self.tree, token, tuple(phrases))
            if any(clause_of(self.tree, w) is clause for w in words)
        ]
        return self.data.strongest(ASSERTED, *found)

    def hearsay(self, token: Token) -> str:
        """`reported` where a source in the sentence ("selon X") vouches for the fact."""
        above = {token.index, *(t.index for t in self.tree.ancestors(token))}
        for words in occurrences(self.tree, token, tuple(self.data.sources)):
            source = self.tree.head(words[0])
            if source.lemma in self.data.no_sources:
                continue
            if self._is_detached(words[0]) or clause_of(self.tree, source).index in above:
                return self.data.hearsay
        return ASSERTED

    def _is_detached(self, token: Token) -> bool:
        before = self.tree.tokens[token.index - 1] if token.index else None
        return before is None or before.pos == "PUNCT" or self._starts(token)

    def _starts(self, token: Token) -> bool:
        return self.tree.sentence(token).tokens[0] is token


def occurrences(tree: Tree, token: Token, phrases: tuple[str, ...]) -> list[list[Token]]:
    """The words of each place where one of `phrases` stands in the sentence of `token`."""
    tokens = tree.sentence(token).tokens
    text = fold(spaced(tokens))
    start = tokens[0].start
    return [
        [t for t in tokens if t.start < start + m.end() and start + m.start() < t.end]
        for m in _any_of(phrases).finditer(text)
    ]


@cache
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")


def words_of(phrase: str) -> list[str]:
    """`phrase` cut as the parser cuts it: "afin d'" is two words."""
    return re.findall(r"[^\s']+'?", phrase)


def spaced(tokens: Sequence[Token]) -> str:
    """The text of `tokens`, one character a code point, from the start of the first."""
    text = ""
    for token in tokens:
        text = text.ljust(token.start - tokens[0].start) + token.text
    return text


def _plain(token: Token) -> str:
    text = fold(token.text)
    return "si" if text == "s'" and token.pos == "SCONJ" else text
