"""From a parsed document and its entities to claims, each with certainty, speaker and date."""

from __future__ import annotations

from itertools import chain

import kg.ontology
from kg.claims.appositions import TitleReader
from kg.claims.belonging import BelongingReader
from kg.claims.containment import ContainmentReader
from kg.claims.counts import find_counts
from kg.claims.described import GROUP
from kg.claims.event_facts import TOLLS
from kg.claims.event_role import PLACE
from kg.claims.event_words import event_words
from kg.claims.events import EventFinder
from kg.claims.facts import ClaimMaker, Fact, distinct, without_told
from kg.claims.fronted_places import FrontedPlaces
from kg.claims.grammar import Grammar
from kg.claims.matching import Matcher
from kg.claims.mending import mended
from kg.claims.referents import Referents
from kg.claims.time import find_dates
from kg.records import Analysis, Claim, Entity
from kg.trace import Failed, Trace


def find_claims(
    analysis: Analysis, entities: tuple[Entity, ...], *, trace: Trace | None = None
) -> tuple[tuple[Entity, ...], tuple[Claim, ...]]:
    """`entities` with the events and groups that claims need, and the claims of the document.

    A `trace` is told what each claim was made of, and which rules began and gave none.
    """
    ontology = kg.ontology.load()
    analysis = mended(analysis, entities)
    grammar = Grammar(analysis)
    referents = Referents(grammar, entities)
    dates = find_dates(analysis, grammar.tree)
    finder = EventFinder(
        analysis,
        grammar,
        referents,
        ontology,
        dates=dates,
        counts=find_counts(analysis, grammar.tree),
        trace=trace,
    )
    maker = ClaimMaker(analysis, grammar, referents, ontology, dates, trace=trace)
    titles = TitleReader(analysis, grammar, referents, ontology)
    belonging = BelongingReader(analysis, grammar, referents, ontology)
    places = ContainmentReader(analysis, grammar, referents, ontology)
    matcher = Matcher(analysis, grammar, referents, ontology, trace=trace)
    happenings = finder.facts()
    words = event_words()
    found = chain(
        happenings,
        places.wider(happenings, words.relations[PLACE]),
        titles.facts(),
        belonging.leaders(),
        belonging.members(),
        belonging.citizens(),
        places.facts(),
        FrontedPlaces(analysis, grammar, referents).facts(),
        places.parts(),
        places.seats(),
        matcher.facts(),
    )
    allowed = [fact for fact in found if maker.allows(fact)]
    facts = without_told(
        allowed, words.superseded, roles=words.hit_relations, tolls=frozenset(TOLLS)
    )
    if trace is not None:
        kept = {id(fact) for fact in facts}
        gone = [fact for fact in allowed if id(fact) not in kept]
        trace.failed += [Failed(fact.rule, fact.predicate, "superseded") for fact in gone]
    symmetric = frozenset(r.name for r in ontology.relations.values() if r.symmetric)
    claims = distinct([maker.claim(fact) for fact in facts], symmetric)
    return _with_new(entities, facts, claims), claims


def _with_new(
    entities: tuple[Entity, ...], facts: list[Fact], claims: tuple[Claim, ...]
) -> tuple[Entity, ...]:
    """`entities` and those that `facts` alone speak of; no group that no claim speaks of."""
    told = {id_ for c in claims for id_ in (c.subject, c.object, c.attributed_to)}
    known = {e.id: e for e in entities if e.type != GROUP or e.id in told}
    for fact in facts:
        for end in (fact.subject, fact.object):
            if isinstance(end, Entity):
                known.setdefault(end.id, end)
    return tuple(known.values())
