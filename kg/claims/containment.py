"""Places that lie in others: « X, en Y », « X (Y) », « la ville syrienne de X »; name parts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from kg.claims.containment_words import CITY, COUNTRY, REGION, containment
from kg.claims.event_triggers import forms
from kg.claims.facts import Fact, stretch
from kg.claims.grammar import Grammar
from kg.claims.language import fold
from kg.claims.referents import Referents
from kg.ontology.model import Ontology
from kg.records import Analysis, Entity, Span
from kg.trace import End

KIND = 40
"""How many characters before a name the kind of place may take: "la deuxième ville de …"."""
ORGANISATION, DEMONYM = "organisation", "demonym"
FACILITIES, FORCE = ("Facility", "Camp"), "ArmedForce"


class ContainmentReader:
    """Reads which place lies in which, and what happens in both."""

    def __init__(
        self, analysis: Analysis, grammar: Grammar, referents: Referents, ontology: Ontology
    ) -> None:
        self._ontology = ontology
        self._analysis = analysis
        self._tree = grammar.tree
        self._words = grammar.words
        self._referents = referents
        self._data = containment()
        self._between = self._data.pattern()
        self._before_demonym = self._data.compiled(self._data.before_demonym)
        self._before_apposed = self._data.compiled(self._data.before_apposed)
        self._apposed = self._data.compiled(self._data.apposed)
        self._aside = self._data.compiled(self._data.aside)
        self._outside = self._data.compiled(self._data.outside)
        self._of = self._data.compiled("<of>")
        self._side = re.compile(self._data.pieces["side"])
        self._part = re.compile(rf"\b(?:{'|'.join(sorted(self._data.inner_kinds))})\b")
        self._after_demonym = re.compile(rf"\s*{self._data.after_demonym}\s*")

    def facts(self) -> Iterator[Fact]:
        """The facts of every pair of places that stand side by side or one in the other's name."""
        mentions = sorted(
            (
                (span, entity)
                for entity in self._referents.entities.values()
                if self._data.rank(entity) >= 0
                for span in entity.mentions
                if not self._is_side(span) and (entity.type == REGION or not self._is_generic(span))
            ),
            key=lambda pair: (pair[0].start, -pair[0].end),
        )
        inside: dict[Span, tuple[Span, Entity]] = {}
        outermost: list[tuple[Span, Entity]] = []
        for span, entity in mentions:
            if outermost and span.end <= outermost[-1][0].end:
                yield from self._nested(*outermost[-1], span, entity)
                before = inside.get(outermost[-1][0])
                if before and before[0].end <= span.start:
                    yield from self._beside(before[1], before[0], before[0], entity, span)
                inside[outermost[-1][0]] = span, entity
            else:
                outermost.append((span, entity))
        passed: tuple[Span, Entity] | None = None
        for (first, inner), (second, outer) in pairwise(outermost):
            last = inside.get(first)
            ends = last is not None and last[0].end == first.end and inner.type != REGION
            if last and ends and inner.type not in FACILITIES and not self._smaller(outer, last[1]):
                first, inner = last
            if passed and self._is_near(first, second):
                yield from self._beside(passed[1], passed[0], first, outer, second)
            else:
                for one, span in self._listed(inner, first):
                    yield from self._beside(one, span, first, outer, second)
            passed = (first, inner) if self._is_aside(first, second) else None

    def _is_aside(self, first: Span, second: Span) -> bool:
        """« X, à 40 km de Y »: what follows Y tells where X is."""
        between = fold(self._analysis.document.text[first.end : second.start])
        return bool(self._aside.fullmatch(between))

    def _is_near(self, first: Span, second: Span) -> bool:
        """Whether a comma stands right behind `first`, and `second` in the same sentence."""
        between = self._analysis.document.text[first.end : second.start]
        return between.lstrip().startswith((",", "(")) and "." not in between

    def _listed(self, entity: Entity, span: Span) -> Iterator[tuple[Entity, Span]]:
        """The places of one class that are enumerated with `entity`: « X et Y, villes de Z »."""
        for other, at in self._referents.listed((entity, span)):
            if self._data.rank(other) == self._data.rank(entity) and at.start <= span.start:
                yield other, at

    def _is_side(self, span: Span) -> bool:
        """« le nord de X »: what lies there is said to lie in X."""
        first = self._tree.covering(span.start, span.end)[0]
        return bool(self._side.fullmatch(fold(first.text)))

    def wider(self, happenings: list[Fact], relation: str) -> Iterator[Fact]:
        """What is said to happen in a place that the same sentence puts in another one.

        `happenings` are facts that say by `relation` where something happens.
        """
        lying: dict[tuple[str, int], list[Fact]] = defaultdict(list)
        for fact in self.facts():
            lying[fact.subject.id, self._tree.sentence(fact.predicate).index].append(fact)
        for told in happenings:
            if told.relation == relation and isinstance(told.object, Entity):
                sentence = self._tree.sentence(told.predicate).index
                for fact in lying[told.object.id, sentence]:
                    span = stretch(told.span, fact.span)
                    ends = (told.ends[0], fact.ends[1])
                    rule = f"{relation}.wider"
                    yield replace(told, object=fact.object, span=span, rule=rule, ends=ends)

    def seats(self) -> Iterator[Fact]:
        """« la police de X »: the town in the name of a force."""
        for entity in self._referents.entities.values():
            if entity.type != FORCE:
                continue
            for span in entity.mentions:
                inside = self._tree.covering(span.start, span.end)
                if not forms(inside[0]) & self._data.seat_heads:
                    continue
                for before, token in pairwise(inside):
                    town = self._referents.mention(token)
                    of = fold(before.lemma) in self._words.complement_prepositions
                    if of and town and town[0].type == CITY and town[1] != span:
                        relation = self._data.seat_relation
                        ends = (End(span), End(town[1]))
                        rule = f"{relation}.name"
                        yield Fact(entity, relation, town[0], inside[0], span, rule, ends=ends)

    def parts(self) -> Iterator[Fact]:
        """The organisations in whose name the one stands that they are part of."""
        for entity in self._referents.entities.values():
            if self._ontology.family(entity.type) != ORGANISATION:
                continue
            for span in entity.mentions:
                yield from self._parts_of(entity, span)

    def _parts_of(self, entity: Entity, span: Span) -> Iterator[Fact]:
        tokens = self._tree.covering(span.start, span.end)
        for before, token in pairwise(tokens):
            found = self._referents.mention(token)
            if not found or found[1] == span or found[1].start < before.start:
                continue
            joined = (
                fold(before.lemma) in self._words.complement_prepositions or before.pos == "DET"
            )
            if joined and self._ontology.family(found[0].type) == ORGANISATION:
                relation = self._data.part_relation
                rule = f"{relation}.name"
                ends = (End(span), End(found[1]))
                yield Fact(entity, relation, found[0], tokens[0], span, rule, ends=ends)

    def _nested(self, span: Span, inner: Entity, part: Span, outer: Entity) -> Iterator[Fact]:
        """« l'hôpital Pasteur de X »: a place of a name that lies in the one behind it.

        What has only that name ("l'aéroport de X") need not lie there.
        """
        first, *rest = self._tree.covering(span.start, span.end)
        text = self._analysis.document.text[span.start : span.end]
        kinds = self._data.inner_kinds | self._data.demonym_nouns
        if forms(first) & kinds and inner.name not in text:
            if self._smaller(inner, outer, part=True):
                yield self._fact(inner, outer, span, part, "kind")
            return
        if not any(t.text[0].isupper() for t in rest if not part.start <= t.start < part.end):
            return
        within = self._data.rank(outer) < len(self._data.ranks) - 1
        if not within and self._is_demonym(part):
            yield self._fact(inner, outer, span, part, "name")
        named = self._data.foreign | self._words.place_nouns
        own = self._analysis.document.text[span.start : part.start]
        if within and self._smaller(inner, outer) and not forms(first) & named and _is_name(own):
            yield self._fact(inner, outer, span, part, "name")

    def _beside(
        self, inner: Entity, span: Span, last: Span, outer: Entity, second: Span
    ) -> Iterator[Fact]:
        """The fact of `inner`, in an enumeration that ends with `last`, before `outer`."""
        between = fold(self._analysis.document.text[last.end : second.start])
        part = False
        if self._is_demonym(span) and self._after_demonym.fullmatch(between):
            inner, outer, span, second, how = outer, inner, second, span, DEMONYM
        elif self._is_told_by_demonym(inner, outer, second, between):
            how = DEMONYM
        elif inner.type in FACILITIES and outer.type == CITY and self._of.fullmatch(between):
            how = "name"
        elif self._is_renamed(outer, inner, span, between):
            inner, outer, span, second, how = outer, inner, second, span, "apposed"
        elif self._is_outside(outer, between):
            return
        elif "\n" not in between and self._between.fullmatch(between):
            part = bool(self._part.search(between)) or self._is_part(span)
            how = "beside"
        else:
            return
        if self._smaller(inner, outer, part=part):
            yield self._fact(inner, outer, span, second, how)

    def _is_outside(self, outer: Entity, between: str) -> bool:
        """« le rattachement de X à l'Y », « X, au nord de la ville de Y »."""
        if outer.type == COUNTRY:
            return between.strip() in self._data.no_country_after
        return outer.type == CITY and bool(self._outside.search(between))

    def _is_told_by_demonym(self, inner: Entity, outer: Entity, second: Span, between: str) -> bool:
        """« X, ville turque », « le Cachemire indien »."""
        if self._is_demonym(second) and self._before_demonym.fullmatch(between):
            return True
        adjective = self._analysis.document.text[second.start].islower()
        return (inner.type, outer.type, between) == (REGION, COUNTRY, " ") and adjective

    def _is_renamed(self, inner: Entity, outer: Entity, span: Span, between: str) -> bool:
        """« La capitale de Y, X »: whether a kind of place stands before `outer` at `span`."""
        if not (self._apposed.fullmatch(between) and self._smaller(inner, outer)):
            return False
        before = fold(self._analysis.document.text[max(0, span.start - KIND) : span.start])
        return bool(self._before_apposed.search(before))

    def _is_part(self, span: Span) -> bool:
        """« le quartier de X, à Y »: whether a part of a city is told right before `span`."""
        first = self._tree.covering(span.start, span.end)[0]
        before = self._tree.tokens[max(0, first.index - 3) : first.index + 1]
        return any(forms(t) & self._data.inner_kinds for t in before)

    def _is_generic(self, span: Span) -> bool:
        """« la ville de X », « capitale de Y »: only the name in it is a place to compare."""
        tokens = self._tree.covering(span.start, span.end)
        first = tokens[0]
        opening = first.index - self._tree.sentence(first).tokens[0].index == 1
        if opening and len(tokens) == 1 and self._tree.tokens[first.index + 1].text == ",":
            return False  # « La ville, située dans X »
        return bool(forms(first) & self._data.demonym_nouns) and first.text.islower()

    def _smaller(self, inner: Entity, outer: Entity, *, part: bool = False) -> bool:
        """Whether `inner` may lie in `outer`; two of one size only where it is told as a `part`."""
        a, b = self._data.rank(inner), self._data.rank(outer)
        return inner.id != outer.id and (a < b or (a == b and (part or inner.type == REGION)))

    def _is_demonym(self, span: Span) -> bool:
        tokens = self._tree.covering(span.start, span.end)
        if not tokens or tokens[0].text[0].isupper() or tokens[0].index == 0:
            return False
        before = self._tree.tokens[max(0, tokens[0].index - 2) : tokens[0].index]
        return any(forms(t) & self._data.demonym_nouns for t in before)

    def _fact(self, inner: Entity, outer: Entity, first: Span, second: Span, how: str) -> Fact:
        return self._data.lies(self._tree, (inner, first), (outer, second), how)


def _is_name(words: str) -> bool:
    """Whether a word of `words` has a capital: « mosquée Al-Fateh de … », not « marché de … »."""
    return any(word[0].isupper() for word in words.split())
