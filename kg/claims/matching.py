"""Lays the frames on the parse: every trigger word whose two ends are found gives a fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.claims.certainty.endings import ended
from kg.claims.described import as_entity, describe, is_people
from kg.claims.event_triggers import forms, phrase
from kg.claims.facts import Fact, span_of, stretch
from kg.claims.frames import Frame, Rule, Slot, rules_by_word
from kg.claims.grammar import Grammar
from kg.claims.referents import Referents
from kg.claims.slots import GOVERNING, SlotReader
from kg.ontology.model import Ontology
from kg.records import Analysis, Entity, Span, Token
from kg.trace import Candidate, End, Failed, Failure, Trace

Filler = tuple[Entity, End]


class Matcher:
    """Finds the facts that the frames read in one analysis."""

    def __init__(
        self,
        analysis: Analysis,
        grammar: Grammar,
        referents: Referents,
        ontology: Ontology,
        *,
        trace: Trace | None = None,
    ) -> None:
        self._analysis = analysis
        self._grammar = grammar
        self._tree = grammar.tree
        self._referents = referents
        self._ontology = ontology
        self._trace = trace
        self._slots = SlotReader(grammar, referents)
        self._by_word = rules_by_word()

    def facts(self) -> Iterator[Fact]:
        """The facts in text order of their triggers."""
        names = self._referents.capitalised()
        for sentence in self._analysis.sentences:
            for token in (t for t in sentence.tokens if t.index not in names):
                for word in sorted(forms(token) & self._by_word.keys()):
                    for rule in self._by_word[word]:
                        if self._triggers(token, word, rule):
                            yield from self._match(token, rule)

    def _triggers(self, token: Token, word: str, rule: Rule) -> bool:
        if not self._is_word(token, word, rule.frame):
            return self._failed(rule, token, "part_of_speech")
        unmet = self._unmet(token, rule.frame)
        return self._failed(rule, token, "condition", unmet) if unmet else True

    def _failed(
        self,
        rule: Rule,
        token: Token,
        reason: Failure,
        detail: str = "",
        candidates: tuple[Candidate, ...] = (),
    ) -> bool:
        """Tell the trace, if there is one; false."""
        if self._trace is not None:
            self._trace.failed.append(Failed(rule.name, token, reason, detail, candidates))
        return False

    def _is_word(self, token: Token, word: str, frame: Frame) -> bool:
        """Whether `token` is one of the frame's words in the part of speech that is asked for."""
        participle = self._grammar.is_participle(token)
        as_verb = word in frame.verbs and (token.pos in ("VERB", "AUX") or participle)
        as_noun = word in frame.nouns and token.pos in ("NOUN", "PROPN")
        describes = token.pos in ("ADJ", "NOUN") or (token.pos == "VERB" and not self._acts(token))
        return as_verb or as_noun or (word in frame.adjectives and describes)

    def _acts(self, verb: Token) -> bool:
        """Whether `verb` tells what is done to its object: « a déployé des troupes »."""
        auxiliaries = self._tree.children(verb, "aux:tense")
        copula = self._grammar.words.copula
        return any(t.lemma != copula for t in auxiliaries) or verb.morph.get("VerbForm") == "Fin"

    def _unmet(self, token: Token, frame: Frame) -> str:
        """The key of the condition that the words around `token` do not meet, or ""."""
        if frame.governors:
            governor = self._grammar.governor(token)
            if governor is None or not forms(governor) & frame.governors:
                return "governors"
        if not frame.having and not frame.lacking:
            return ""
        near = set().union(*(forms(t) for t in self._near(token)))
        if frame.having and not near & frame.having:
            return "having"
        return "lacking" if near & frame.lacking else ""

    def _near(self, token: Token) -> list[Token]:
        sentence = self._tree.sentence(token)
        found = [*self._tree.children(token), *phrase(token, sentence), token]
        if token.index > sentence.tokens[0].index:
            found.append(self._tree.tokens[token.index - 1])
        return found

    def _match(self, token: Token, rule: Rule) -> Iterator[Fact]:
        subjects = self._first(token, rule, rule.subject, subject=True)
        if not subjects:
            self._unfilled(token, rule, rule.subject, subject=True)
            return
        mutual = rule.subject == rule.object
        taken = frozenset(e.word.index for _, e in subjects if e.word and not mutual)
        objects = self._first(token, rule, rule.object, subject=False, taken=taken)
        if not objects:
            self._unfilled(token, rule, rule.object, subject=False)
        told = {entity.id: end.mention.start for entity, end in subjects}
        for obj, object_end in objects:
            for subject, subject_end in subjects:
                if subject.id == obj.id or (mutual and told[subject.id] > told.get(obj.id, 0)):
                    continue
                span = self._evidence(token, subject_end.mention, object_end.mention)
                predicate = self._predicate(token, subject_end, object_end)
                yield Fact(
                    subject,
                    rule.relation,
                    obj,
                    predicate,
                    span,
                    rule.name,
                    tuple((rule.frame.qualifiers | ended(self._tree, token)).items()),
                    dated=True,
                    ends=(subject_end, object_end),
                    noun=None if predicate is token else token,
                )

    def _predicate(self, token: Token, *ends: End) -> Token:
        """The word that says whether it is so: the verb of a noun of which it gives an end."""
        governed = any(end.slot.split(" ")[0] in GOVERNING for end in ends)
        governor = self._grammar.governor(token) if governed else None
        return governor if governor and not self._tree.children(token, "cop") else token

    def _unfilled(
        self, token: Token, rule: Rule, slots: tuple[Slot, ...], *, subject: bool
    ) -> None:
        """Tell the trace what stood where an end of the frame should."""
        if self._trace is None:
            return
        candidates: list[Candidate] = []
        for slot in slots:
            words = self._slots.fill(token, slot)
            candidates += [
                Candidate(slot.written, word, self._stands_for(word, rule, subject))
                for word in words
            ] or [Candidate(slot.written)]
        self._failed(rule, token, "end", "subject" if subject else "object", tuple(candidates))

    def _evidence(self, token: Token, *spans: Span) -> Span:
        sentence = self._tree.sentence(token)
        inside = [s for s in spans if sentence.start <= s.start and s.end <= sentence.end]
        return stretch(span_of(token), *inside)

    def _first(
        self,
        token: Token,
        rule: Rule,
        slots: tuple[Slot, ...],
        *,
        subject: bool,
        taken: frozenset[int] = frozenset(),
    ) -> list[Filler]:
        """What fills the first of `slots` that anything fits; no word is `taken` already."""
        for slot in slots:
            words = self._slots.fill(token, slot)
            free = [t for t in words if t.index not in taken]
            found = self._fitting(free, slot, rule, subject)
            if not found and slot.prepositions & self._grammar.words.complement_prepositions:
                below = [t for t in words for t in self._grammar.obliques(t, slot.prepositions)]
                found = self._fitting(below, slot, rule, subject)
            behind = slot.kind == "head" and token.morph.get("VerbForm") != "Fin"
            renamed = self._referents.renamed(token) if behind else None
            if renamed and self._is_wanted(renamed[0], rule, subject):
                found = [(renamed[0], End(renamed[1], slot.written, token))]
            if found:
                return self._enumerated(found)
        return []

    def _fitting(self, words: list[Token], slot: Slot, rule: Rule, subject: bool) -> list[Filler]:
        """What of `words` fits, as an end that stands in `slot`."""
        return [
            (entity, End(mention, slot.written, word))
            for word in words
            for entity, mention in self._refer(word, rule, subject)
        ]

    def _enumerated(self, found: list[Filler]) -> list[Filler]:
        """`found` with what is enumerated with them, of their family."""
        every: dict[str, Filler] = {}
        for entity, end in found:
            family = self._ontology.family(entity.type)
            for other, mention in self._referents.listed((entity, end.mention)):
                if self._ontology.family(other.type) == family:
                    own = (
                        end if mention == end.mention else replace(end, mention=mention, word=None)
                    )
                    every.setdefault(other.id, (other, own))
        return list(every.values())

    def _refer(self, token: Token, rule: Rule, subject: bool) -> list[tuple[Entity, Span]]:
        """The entity that `token` refers to with its mention, if `rule` wants it; else nothing."""
        found = self._at(token, rule, subject)
        if found and self._is_wanted(found[0], rule, subject):
            return [found]
        if rule.frame.people and not found and is_people(token, self._grammar):
            description = describe(token, self._grammar)
            return [(as_entity(description, self._analysis.document), description.span)]
        return []

    def _at(self, token: Token, rule: Rule, subject: bool) -> tuple[Entity, Span] | None:
        relation = self._ontology.relations[rule.relation]
        place = "Place" in (relation.domain if subject else relation.range)
        people = rule.frame.people and not subject and is_people(token, self._grammar)
        stand_for = "" if people else "place" if place else "actor target"
        own = None if self._referents.mention(token) else self._owner(token)
        if place and token.pos in ("PRON", "ADV"):
            return self._referents.mention(token) or self._referents.place_of(token)
        return own or self._referents.at(token, stand_for=stand_for)

    def _owner(self, token: Token) -> tuple[Entity, Span] | None:
        """« ses troupes »: those whose troops they are."""
        if token.lemma.lower() not in self._grammar.words.transparent_nouns["actor"]:
            return None
        own = [t for t in self._tree.children(token, "det") if t.morph.get("Poss") == "Yes"]
        return self._referents.mention(own[0]) if own else None

    def _stands_for(self, token: Token, rule: Rule, subject: bool) -> Entity | None:
        found = self._at(token, rule, subject)
        return found[0] if found else None

    def _is_wanted(self, entity: Entity, rule: Rule, subject: bool) -> bool:
        relation = self._ontology.relations[rule.relation]
        frame = rule.frame
        wanted = frame.subject_classes if subject else frame.object_classes
        classes = wanted or frozenset(relation.domain if subject else relation.range)
        return any(self._ontology.is_a(entity.type, name) for name in classes)
