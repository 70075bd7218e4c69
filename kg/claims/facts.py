"""Facts as the rules find them, and the claims made of them: how sure, by whom, when, where."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TypeAlias, TypeVar

from kg.claims.attribution import Speaker, parties, speaker_of
from kg.claims.certainty import doubt_of
from kg.claims.certainty.data import NEGATED, SURE, Doubt
from kg.claims.counts import NOBODY, Count
from kg.claims.grammar import Grammar
from kg.claims.referents import Referents
from kg.claims.time import Dated, date_of
from kg.identity import claim_id
from kg.ontology.model import Ontology
from kg.records import Analysis, Claim, Entity, Evidence, Span, Token, Value
from kg.trace import End, Failed, Failure, Made, Reason, Trace

Placed = TypeVar("Placed", Count, Dated)


@dataclass(frozen=True, slots=True)
class Fact:
    """A triple with the word that says it (`predicate`) and the stretch that shows it (`span`).

    `noun` is the one that tells the fact where `predicate` is only its verb: « annonce l'envoi ».

    `dated` asks for the date of the fact (an event has its own); `ends` says how subject and object
    were found.
    """

    subject: Entity
    relation: str
    object: Entity | Value
    predicate: Token
    span: Span
    rule: str
    qualifiers: tuple[tuple[str, str], ...] = ()
    dated: bool = False
    ends: tuple[End, ...] = ()
    noun: Token | None = None


Told: TypeAlias = tuple[Speaker, Reason, bool, Dated | None]
"""Who said something, why it is told to be so, whether that is a fighting party; the date."""


class ClaimMaker:
    """Makes claims of facts; a fact that the ontology does not allow makes none."""

    def __init__(
        self,
        analysis: Analysis,
        grammar: Grammar,
        referents: Referents,
        ontology: Ontology,
        dates: tuple[Dated, ...],
        *,
        trace: Trace | None = None,
    ) -> None:
        self._document = analysis.document
        self._tree = grammar.tree
        self._referents = referents
        self._ontology = ontology
        self._dates = by_sentence(dates, analysis)
        self._trace = trace
        self._told: dict[int, Told] = {}

    def allows(self, fact: Fact) -> bool:
        """Whether the ontology lets the relation stand between the two ends of `fact`."""
        if isinstance(fact.object, Entity) and fact.object.id == fact.subject.id:
            return self._failed(fact, "same")
        kinds = (
            (fact.object.type,)
            if isinstance(fact.object, Entity)
            else self._ontology.relations[fact.relation].value_kinds
        )
        subject = fact.subject.type
        if any(self._ontology.allows(subject, fact.relation, kind) for kind in kinds):
            return True
        return self._failed(fact, "classes", f"{subject} {fact.relation} {' '.join(kinds)}")

    def _failed(self, fact: Fact, reason: Failure, detail: str = "") -> bool:
        """Tell the trace, if there is one; false."""
        if self._trace is not None:
            self._trace.failed.append(Failed(fact.rule, fact.predicate, reason, detail))
        return False

    def claim(self, fact: Fact) -> Claim:
        """The claim that `fact` makes."""
        speaker, said, party, near = self._told_by(fact.predicate)
        doubt = self._doubt(fact, party=party)
        dated = near if fact.dated else None
        claim = Claim(
            id="",
            subject=fact.subject.id,
            relation=fact.relation,
            object=fact.object.id if isinstance(fact.object, Entity) else fact.object,
            certainty=doubt.level,
            evidence=self._evidence(fact),
            attributed_to=speaker,
            time=dated.iso if dated else "",
            qualifiers=tuple(sorted(fact.qualifiers)),
            rule=fact.rule,
        )
        claim = replace(claim, id=claim_id(claim))
        if self._trace is not None:
            self._trace.made.append(self._made(claim, fact, doubt, said, dated))
        return claim

    def _told_by(self, predicate: Token) -> Told:
        """Who says what `predicate` tells, whether that is a fighting party, and the date."""
        if predicate.index not in self._told:
            speaker, said = speaker_of(self._tree, predicate, entity_at=self._entity_at)
            party, dated = self._is_party(speaker), self._date(predicate)
            self._told[predicate.index] = speaker, said, party, dated
        return self._told[predicate.index]

    def _made(
        self, claim: Claim, fact: Fact, doubt: Doubt, said: Reason, dated: Dated | None
    ) -> Made:
        words = self._tree.covering(dated.start, dated.end) if dated else ()
        return Made(
            claim,
            fact.predicate,
            fact.ends,
            Reason(doubt.rule, doubt.words),
            said if claim.attributed_to is not None else None,
            Reason(dated.granularity, tuple(words)) if dated else None,
        )

    def _is_party(self, speaker: Speaker) -> bool:
        return isinstance(speaker, str) and any(
            self._ontology.is_a(self._referents.entities[speaker].type, name) for name in parties()
        )

    def _doubt(self, fact: Fact, *, party: bool) -> Doubt:
        """The doubt on `fact`; a toll of nobody is what a denial asserts."""
        doubt = doubt_of(
            self._tree, fact.predicate, noun=fact.noun, span=fact.span, speaker_is_party=party
        )
        nobody = fact.object == Value(NOBODY) and doubt.level == NEGATED
        return SURE if nobody else doubt

    def _date(self, predicate: Token) -> Dated | None:
        near = self._dates[self._tree.sentence(predicate).index]
        return date_of(self._tree, predicate, tuple(near))

    def _entity_at(self, token: Token) -> str | None:
        found = self._referents.at(token, stand_for="actor")
        return found[0].id if found else None

    def _evidence(self, fact: Fact) -> Evidence:
        text, span = self._document.text, fact.span
        sentence = self._tree.sentence(fact.predicate)
        return Evidence(
            self._document.id,
            span.start,
            span.end,
            text[span.start : span.end],
            text[sentence.start : sentence.end],
        )


def without_told(
    facts: list[Fact],
    relations: frozenset[str],
    *,
    roles: frozenset[str],
    tolls: frozenset[str],
) -> list[Fact]:
    """`facts` without those of `relations` whose object has one of `roles` in an event.

    A word that tells someone hit in an event, or its toll, tells no such relation besides.
    """
    hits = [f for f in facts if f.relation in roles]
    told = {f.object.id for f in hits if isinstance(f.object, Entity)}
    words = {f.predicate.index for f in facts if f.relation in roles | tolls}
    return [
        f
        for f in facts
        if not (
            f.relation in relations
            and (
                f.predicate.index in words or (isinstance(f.object, Entity) and f.object.id in told)
            )
        )
    ]


def stretch(*spans: Span) -> Span:
    """The stretch that covers `spans`."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def span_of(token: Token) -> Span:
    """The stretch of `token`."""
    return Span(token.start, token.end)


def distinct(claims: list[Claim], symmetric: frozenset[str]) -> tuple[Claim, ...]:
    """`claims` without those that say again, in no other certainty, what an earlier one says."""
    seen = set()
    kept = []
    for claim in claims:
        ends = (claim.subject, str(claim.object))
        if claim.relation in symmetric:
            ends = min(ends, ends[::-1])
        key = (claim.relation, ends, claim.certainty == "negated")
        if key not in seen:
            seen.add(key)
            kept.append(claim)
    return tuple(kept)


def by_sentence(items: tuple[Placed, ...], analysis: Analysis) -> dict[int, list[Placed]]:
    """`items` by the index of the sentence in which they stand."""
    starts = [sentence.start for sentence in analysis.sentences]
    found: dict[int, list[Placed]] = defaultdict(list)
    for item in items:
        position = bisect_right(starts, item.start) - 1
        if position >= 0 and item.start < analysis.sentences[position].end:
            found[analysis.sentences[position].index].append(item)
    return found
