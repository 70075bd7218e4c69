"""The doubts that stand on a fact's own words: negation, mood, modifiers, conjunctions, sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.claims.doubts import (
    ALLEGED,
    ASSERTED,
    NEGATED,
    POSSIBLE,
    VERBAL,
    CertaintyData,
    conjunctions,
    longest_conjunction,
    verbal_conjunctions,
)
from kg.claims.forms import forms, is_conditional, is_future, masculine
from kg.claims.language import fold
from kg.claims.sources import occurrences, source_covers
from kg.claims.verbs import (
    clause_of,
    is_clause,
    is_infinitive,
    is_negated,
    is_past,
    verb_group,
)
from kg.records import Token
from kg.syntax import Tree

MODIFIERS = ("amod", "advmod", "acl", "nmod", "appos")

GOVERNED = ("obj", "ccomp", "xcomp", "nsubj:pass")
CLAUSE_OPENING = 8
"""How many words before its verb the conjunction of a clause may stand."""


@dataclass(frozen=True, slots=True)
class Hedges:
    """Reads the doubts on single words of a tree."""

    tree: Tree
    data: CertaintyData

    def local(self, token: Token) -> str:
        """The strongest doubt on the words of `token` itself."""
        return self.data.strongest(*self.doubts(token).values())

    def doubts(self, token: Token) -> dict[str, str]:
        """The levels that the words of `token` itself give it, by what kind of words they are."""
        found = {
            "modifier": self.modified(token),
            "conjunction": self.conjunction(token),
            "phrase": self.phrased(token),
            "misread": self.misread(token),
        }
        if is_clause(self.tree, token) or token.pos == "ADJ":
            return found | {
                "negation": self.negation(token),
                "mood": self.mood(token),
                "source": self.hearsay(token),
                "question": self.question(token),
                "preceded": self.preceded(token),
                "subjunctive": self.subjunctive(token),
            }
        return found | {"none": self.none(token), "question": self.headline(token)}

    def negation(self, token: Token) -> str:
        """`negated` where the clause of `token` is denied."""
        return NEGATED if is_negated(self.tree, token, self.data.negation) else ASSERTED

    def none(self, noun: Token) -> str:
        """`negated` for "aucune attaque", "pas d'attaque"."""
        for child in self.tree.children(noun, "det", "case", "advmod", "cc"):
            word = fold(child.text)
            if word in [*self.data.negation.none, *self.data.negation.alone]:
                return NEGATED
            if (
                word in self.data.negation.partitive
                and child.dep == "det"
                and self._under_negation(noun)
            ):
                return NEGATED
        return ASSERTED

    def _under_negation(self, noun: Token) -> bool:
        clause = clause_of(self.tree, self.tree.head(noun))
        return is_negated(self.tree, clause, self.data.negation)

    def mood(self, token: Token) -> str:
        """What the tense and mood of the verb group of `token` say."""
        group = verb_group(self.tree, token)
        if any(is_conditional(t) for t in group):
            return self._conditional(token)
        if any(is_future(t) for t in group):
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
            and (governor.that or governor.name in ("speech", "hearsay"))
            and is_past(self.tree, head)
        )

    def _has_condition(self, token: Token) -> bool:
        clauses = self.tree.children(token, "advcl")
        return any(self.conjunction(c) == self.data.condition for c in clauses)

    def _retrospective(self, token: Token) -> bool:
        """A future perfect that sums up: "aura donc fait trois morts"."""
        words = [c for t in verb_group(self.tree, token) for c in self.tree.children(t)]
        return bool(self.tree.children(token, "aux:tense")) and any(
            w.lemma in self.data.retrospective for w in words
        )

    def question(self, token: Token) -> str:
        """`possible` for what a sentence asks, outside its relative and adverbial clauses."""
        if all(t.text != "?" for t in self.tree.sentence(token).tokens[-2:]):
            return ASSERTED
        openings = occurrences(self.tree, token, tuple(self.data.asking))
        asking = [w.index for words in openings for w in words]
        above = [token, *self.tree.ancestors(token)]
        aside = any(t.dep in ("acl:relcl", "advcl") and t.head not in asking for t in above)
        return ASSERTED if aside else self.data.question

    def headline(self, noun: Token) -> str:
        """`possible` for the noun of a question without a verb: "Vers une prise de la ville ?"."""
        after = [t for t in self.tree.sentence(noun).tokens if t.index > noun.index]
        told = any(t.text == ":" for t in after) or self.tree.children(noun, "acl:relcl")
        return ASSERTED if told or noun.dep.lower() != "root" else self.question(noun)

    def opens(self, token: Token) -> bool:
        """Whether `token` is a word of a conjunction: "supposer" in "à supposer que"."""
        if token.pos == "SCONJ" or not is_infinitive(self.tree, token):
            return False
        found = occurrences(self.tree, token, verbal_conjunctions())
        return any(token in words for words in found)

    def subjunctive(self, token: Token) -> str:
        """`possible` for a subjunctive after "que" that no concession ("bien que") opens."""
        group = verb_group(self.tree, token)
        marks = [t for t in self.tree.children(token, "mark") if fold(t.text) in self.data.that]
        head = self.tree.head(token)
        known = self.data.governor(head) is not None or token.dep == "conj"
        if known or not marks or all(t.morph.get("Mood") != "Sub" for t in group):
            return ASSERTED
        before = self.tree.tokens[marks[0].index - 1] if marks[0].index else marks[0]
        return ASSERTED if fold(before.text) in self.data.conceding else POSSIBLE

    def preceded(self, token: Token) -> str:
        """What a governor makes of the infinitive `token` where the parse does not link the two.

        It stands right before ("compte rapatrier") or as a subject ("l'objectif est de former").
        """
        if not is_infinitive(self.tree, token):
            return ASSERTED
        index = verb_group(self.tree, token)[0].index - 1
        while index >= 0 and (
            self._is_small(self.tree.tokens[index]) or self.tree.tokens[index].pos == "ADJ"
        ):
            index -= 1
        near = [self.tree.tokens[index]] if index >= 0 else []
        copula = (
            self.tree.head(token) if self.tree.head(token).lemma in self.data.copulas else token
        )
        found = [
            governor.level
            for word in [*near, *self.tree.children(copula, "nsubj")]
            if word.index != token.head
            and (governor := self.data.governor(word)) is not None
            and governor.clauses
        ]
        return self.data.strongest(ASSERTED, *found)

    def misread(self, token: Token) -> str:
        """What a verb right before makes of `token` where the parser takes it for none."""
        before = self.governing_before(token)
        governor = self.data.governor(before) if before else None
        return governor.level if governor and governor.objects else ASSERTED

    def governing_before(self, token: Token) -> Token | None:
        """« X dément tout bombardement », « X doute que … »: the verb that none is in the parse."""
        index = token.index - 1
        if token.pos == "NOUN":
            while index > 0 and self.tree.tokens[index].pos in ("DET", "ADJ", "NUM"):
                index -= 1
        elif is_clause(self.tree, token):
            near = range(index, max(0, index - CLAUSE_OPENING), -1)
            that = (i for i in near if fold(self.tree.tokens[i].text) in self.data.that)
            index = next(that, 0) - 1
        else:
            return None
        word = self.tree.tokens[max(index, 0)]
        linked = token.head == word.index and token.dep in GOVERNED
        return word if fold(word.text) in self.data.misread and not linked else None

    def _is_small(self, token: Token) -> bool:
        return token.pos in ("ADP", "PRON", "ADV") and self.data.governor(token) is None

    def modified(self, token: Token) -> str:
        """The doubt of an adjective, participle or adverb on `token`."""
        false = self.data.adjective(token)
        own = token.pos in ("ADJ", "ADV") and (false is None or false.level != NEGATED)
        modifiers = [token] if own else []
        for noun in (token, *self.bare_complements(token)):
            modifiers += [c for c in self.tree.children(noun) if self._modifies(c, noun)]
        modifiers += [t for t in self.beside(token) if _agree(token, t)]
        words = {word for modifier in modifiers for word in self.forms(modifier)}
        words.add(self.compound(token))
        found = [level for level, listed in self.data.modifiers.items() if words & set(listed)]
        return self.data.strongest(ASSERTED, *found)

    def before(self, token: Token) -> tuple[Token, ...]:
        """The words right before `token` that a compound adjective may take."""
        return self.tree.tokens[max(0, token.index - 3) : token.index]

    def compound(self, token: Token) -> str:
        """The adjective before `token` that the tagger cuts in three: "soi-disant"."""
        return "".join(fold(t.text) for t in self.before(token))

    def bare_complements(self, noun: Token) -> list[Token]:
        """« une tentative d'attentat déjouée »: what is said of the complement is said of both."""
        if noun.pos != "NOUN":
            return []
        return [t for t in self.tree.children(noun, "nmod") if not self.tree.children(t, "det")]

    @staticmethod
    def forms(modifier: Token) -> frozenset[str]:
        """The ways in which the data may write `modifier`."""
        return frozenset((modifier.lemma, fold(modifier.text), masculine(modifier.text)))

    def beside(self, noun: Token) -> list[Token]:
        """The adjectives and participles that touch `noun`, whatever the parse makes of them."""
        if noun.pos != "NOUN":
            return []
        indexes = [i for i in (noun.index - 1, noun.index + 1) if 0 <= i < len(self.tree.tokens)]
        beside = [self.tree.tokens[i] for i in indexes]
        return [t for t in beside if t.pos in VERBAL and not self.tree.children(t, "aux", "cop")]

    def _modifies(self, child: Token, token: Token) -> bool:
        if child.pos == "ADV":
            after = self.tree.tokens[min(child.index + 1, len(self.tree.tokens) - 1)]
            return fold(after.text) not in self.data.negation.not_before
        if token.pos in ("VERB", "AUX") or child.dep.split(":")[0] not in MODIFIERS:
            return False
        return _agree(token, child) and not self.tree.children(child, "case", "det")

    def agent(self, token: Token) -> str:
        """The doubt on `token` as the one who did it ("des jihadistes présumés ont attaqué")."""
        cases = [fold(c.text) for c in self.tree.children(token, "case")]
        by = any(c in self.data.agent_prepositions for c in cases)
        return self.modified(token) if by or token.dep == "nsubj" else ASSERTED

    def conjunction(self, token: Token) -> str:
        """What "si", "sans", "pour", "avant que" … before the clause or noun `token` make of it."""
        kinds = {kind for words in self._openings(token) if (kind := conjunctions().get(words))}
        order = list(self.data.conjunctions)
        return self._after(min(kinds, key=order.index), token) if kinds else ASSERTED

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

    def _openings(self, token: Token) -> Iterator[tuple[str, ...]]:
        """The wordings that open the clause of `token`, or stand right before its infinitive."""
        opening = self.tree.children(token, "mark", "case")
        starts = [c.index for c in opening if c.index < token.index]
        finite = is_clause(self.tree, token) and not is_infinitive(self.tree, token)
        ends = [i + 1 for i in starts] if finite else [t.index for t in self._group(token)]
        for count in range(1, longest_conjunction() + 1):
            for start in starts:
                yield self._words(start, start + count)
            for end in ends:
                words = self._words(end - count, end)
                if finite or count > 1 or conjunctions().get(words) == "absence":
                    yield words

    def _group(self, token: Token) -> list[Token]:
        """`token` with the auxiliaries, clitics, adverbs and determiners before it."""
        small = ("AUX", "PRON", "ADV", "DET")
        before = [c for c in self.tree.children(token) if c.index < token.index and c.pos in small]
        return [token, *before]

    def _words(self, start: int, end: int) -> tuple[str, ...]:
        return tuple(_plain(t) for t in self.tree.tokens[max(0, start) : end])

    def phrased(self, token: Token) -> str:
        """The doubt of a fixed wording in the clause of `token`."""
        clause = clause_of(self.tree, token)
        found = [
            level
            for level, phrases in self.data.phrases.items()
            for words in occurrences(self.tree, token, tuple(phrases))
            if self._starts(words[0]) or any(self._holds(clause, w, words) for w in words)
        ]
        return self.data.strongest(ASSERTED, *found)

    def _holds(self, clause: Token, word: Token, words: list[Token]) -> bool:
        """Whether `word` is of `clause`, or the verb of a wording that hangs on it."""
        own = clause_of(self.tree, word)
        return own is clause or (
            own in words and clause_of(self.tree, self.tree.head(own)) is clause
        )

    def _starts(self, token: Token) -> bool:
        return self.tree.sentence(token).tokens[0] is token

    def hearsay(self, clause: Token) -> str:
        """`reported` where a source ("selon X") vouches for `clause`."""
        for words in occurrences(self.tree, clause, tuple(self.data.sources)):
            source = self.tree.head(words[0])
            if source.lemma not in self.data.no_sources and source_covers(self.tree, words, clause):
                return self.data.hearsay
        return ASSERTED


def _agree(noun: Token, modifier: Token) -> bool:
    """Whether their numbers let `modifier` belong to `noun`; genders are too often misread."""
    number = modifier.morph.get("Number")
    return number is None or noun.morph.get("Number", number) == number


def _plain(token: Token) -> str:
    text = fold(token.text)
    return forms().elided.get(text, text) if token.pos == "SCONJ" else text
