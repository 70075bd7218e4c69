"""Lays the frames on the parse: every trigger word whose two ends are found gives a fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from kg.claims.described import as_entity, describe, is_people
from kg.claims.event_triggers import forms, phrase
from kg.claims.facts import Fact, span_of, stretch
from kg.claims.frames import Rule, Slot, rules
from kg.claims.grammar import Grammar
from kg.claims.referents import Referents
from kg.ontology.model import Ontology
from kg.records import Analysis, Entity, Span, Token

Filler = tuple[Entity, Span]

BESIDE = 5
"""How many words may stand between a noun and the name beside it."""


class Matcher:
    """Finds the facts that the frames read in one analysis."""

    def __init__(
        self, analysis: Analysis, grammar: Grammar, referents: Referents, ontology: Ontology
    ) -> None:
        self._analysis = analysis
        self._grammar = grammar
        self._tree = grammar.tree
        self._referents = referents
        self._ontology = ontology
        self._by_word: dict[str, list[Rule]] = defaultdict(list)
        for rule in rules():
            for word in rule.frame.verbs | rule.frame.nouns | rule.frame.adjectives:
                self._by_word[word].append(rule)

    def facts(self) -> Iterator[Fact]:
        """The facts in text order of their triggers."""
        names = self._referents.capitalised()
        for sentence in self._analysis.sentences:
            for token in (t for t in sentence.tokens if t.index not in names):
                for word in sorted(forms(token)):
                    for rule in self._by_word.get(word, ()):
                        if self._triggers(token, word, rule):
                            yield from self._match(token, rule)

    def _triggers(self, token: Token, word: str, rule: Rule) -> bool:
        frame = rule.frame
        participle = self._grammar.is_participle(token)
        as_verb = word in frame.verbs and (token.pos in ("VERB", "AUX") or participle)
        as_noun = word in frame.nouns and token.pos in ("NOUN", "PROPN")
        as_adjective = word in frame.adjectives and token.pos in ("ADJ", "VERB", "NOUN")
        if not (as_verb or as_noun or as_adjective):
            return False
        if frame.governors:
            governor = self._grammar.governor(token)
            if governor is None or not forms(governor) & frame.governors:
                return False
        if not frame.having and not frame.lacking:
            return True
        near = set().union(*(forms(t) for t in self._near(token))) if frame else set()
        return bool(not frame.having or near & frame.having) and not near & frame.lacking

    def _near(self, token: Token) -> list[Token]:
        sentence = self._tree.sentence(token)
        found = [*self._tree.children(token), *phrase(token, sentence), token]
        if token.index > sentence.tokens[0].index:
            found.append(self._tree.tokens[token.index - 1])
        return found

    def _match(self, token: Token, rule: Rule) -> Iterator[Fact]:
        subjects = self._first(token, rule, rule.subject, subject=True)
        if not subjects:
            return
        for obj, object_span in self._first(token, rule, rule.object, subject=False):
            for subject, subject_span in subjects:
                if subject.id == obj.id:
                    continue
                span = self._evidence(token, subject_span, object_span)
                yield Fact(
                    subject,
                    rule.relation,
                    obj,
                    token,
                    span,
                    rule.name,
                    tuple(rule.frame.qualifiers.items()),
                    dated=True,
                )

    def _evidence(self, token: Token, *spans: Span) -> Span:
        sentence = self._tree.sentence(token)
        inside = [s for s in spans if sentence.start <= s.start and s.end <= sentence.end]
        return stretch(span_of(token), *inside)

    def _first(
        self, token: Token, rule: Rule, slots: tuple[Slot, ...], *, subject: bool
    ) -> list[Filler]:
        """What fills the first of `slots` that anything fitting fills."""
        for slot in slots:
            found = [f for t in self._fill(token, slot) if (f := self._refer(t, rule, subject))]
            renamed = self._referents.renamed(token) if slot.kind == "head" else None
            if renamed and self._is_wanted(renamed[0], rule, subject):
                found = [renamed]
            if found:
                return self._enumerated(found)
        return []

    def _enumerated(self, found: list[Filler]) -> list[Filler]:
        """`found` with what is enumerated with them, of their family."""
        every: dict[str, Filler] = {}
        for filler in found:
            family = self._ontology.family(filler[0].type)
            for other in self._referents.listed(filler):
                if self._ontology.family(other[0].type) == family:
                    every.setdefault(other[0].id, other)
        return list(every.values())

    def _refer(self, token: Token, rule: Rule, subject: bool) -> Filler | None:
        relation = self._ontology.relations[rule.relation]
        classes = relation.domain if subject else relation.range
        place = "Place" in classes
        people = rule.frame.people and not subject and is_people(token, self._grammar)
        stand_for = "" if people else "place" if place else "actor target"
        found = self._referents.at(token, stand_for=stand_for)
        if found and self._is_wanted(found[0], rule, subject):
            return found
        if rule.frame.people and not found and is_people(token, self._grammar):
            description = describe(token, self._grammar)
            return as_entity(description, self._analysis.document), description.span
        return None

    def _is_wanted(self, entity: Entity, rule: Rule, subject: bool) -> bool:
        relation = self._ontology.relations[rule.relation]
        frame = rule.frame
        wanted = frame.subject_classes if subject else frame.object_classes
        classes = wanted or frozenset(relation.domain if subject else relation.range)
        return any(self._ontology.is_a(entity.type, name) for name in classes)

    def _fill(self, token: Token, slot: Slot) -> list[Token]:
        grammar = self._grammar
        if slot.kind == "subject":
            return grammar.subjects(token)
        if slot.kind == "object":
            return grammar.objects(token)
        if slot.kind == "surface":
            return grammar.surface_subject(token)
        if slot.kind == "oblique":
            return grammar.obliques(token, slot.prepositions) or grammar.after(
                token, slot.prepositions
            )
        if slot.kind == "governor":
            governor = grammar.governor(token)
            return grammar.subjects(governor) if governor else []
        if slot.kind == "head":
            return self._head(token)
        if slot.kind == "adjective":
            return self._tree.children(token, "amod")
        if slot.kind == "possessor":
            return [t for t in self._tree.children(token, "det") if t.morph.get("Poss") == "Yes"]
        return self._beside(token)

    def _head(self, token: Token) -> list[Token]:
        if token.pos == "NOUN" and (
            self._referents.renamed(token) or self._referents.mention(token)
        ):
            return [token]
        head = self._tree.head(token)
        if token.dep in ("amod", "acl", "appos", "nmod") and head.pos in ("NOUN", "PROPN", "ADJ"):
            while head.dep in ("flat:name", "flat", "amod", "nmod") and not self._refers(head):
                if head.head == head.index:
                    break
                head = self._tree.head(head)
            return [head]
        return self._grammar.surface_subject(token)

    def _refers(self, token: Token) -> bool:
        return self._referents.at(token, stand_for="actor place") is not None

    def _beside(self, token: Token) -> list[Token]:
        """The name right after the trigger, or that it stands behind as an apposition."""
        after = self._tree.tokens[token.index + 1 : token.index + 1 + BESIDE]
        names = (t for t in after if t.pos not in ("ADJ", "DET") and t.text not in ("«", "»", '"'))
        return list(islice(names, 1))
