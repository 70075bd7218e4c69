"""The events of a document: an entity each, and the facts of their roles."""

from __future__ import annotations

from dataclasses import replace

from kg.claims.counts import Count
from kg.claims.event_facts import TOLLS, event_facts
from kg.claims.event_merging import JOINING, Event, Telling, merge, telling
from kg.claims.event_roles import DOER, PLACE, VICTIM, WEAPON, Role, RoleFinder
from kg.claims.event_settings import DATE, SettingFinder
from kg.claims.event_triggers import Trigger, find_triggers
from kg.claims.event_words import EventWords, event_words
from kg.claims.facts import Fact, by_sentence, span_of
from kg.claims.forms import singular
from kg.claims.grammar import Grammar
from kg.claims.language import fold
from kg.claims.referents import Referents
from kg.claims.time import Dated
from kg.identity import local_id
from kg.ontology.model import Ontology
from kg.records import Analysis, Entity, Sentence, Span, Token, Value
from kg.trace import Failed, Failure, Trace


class EventFinder:
    """Finds the events of one analysis."""

    def __init__(
        self,
        analysis: Analysis,
        grammar: Grammar,
        referents: Referents,
        ontology: Ontology,
        *,
        dates: tuple[Dated, ...],
        counts: tuple[Count, ...],
        trace: Trace | None = None,
    ) -> None:
        self._analysis = analysis
        self._tree = grammar.tree
        self._ontology = ontology
        self._referents = referents
        self._data: EventWords = event_words()
        self._grammar = grammar
        self._roles = RoleFinder(grammar, referents, self._data, analysis.document)
        self._settings = SettingFinder(grammar, referents, self._data, ontology, analysis.document)
        self._trace = trace
        self._dates = by_sentence(dates, analysis)
        self._counts = by_sentence(counts, analysis)

    def facts(self) -> list[Fact]:
        """The facts of all events, in the order in which the events are first told."""
        tellings = [t for s in self._analysis.sentences for t in self._tellings(s)]
        tellings = self._title_places(tellings)
        kinds = {e.id: e.type for e in self._referents.entities.values()}
        events = merge(tellings, self._data, kinds)
        self._later_roles(events)
        entities = {id(event): self._entity(event) for event in events}
        found: list[Fact] = []
        for event in events:
            found += event_facts(event, entities[id(event)], self._data, self._ontology)
            if event.part_of is not None:
                found.append(self._part(event, entities[id(event)], entities[id(event.part_of)]))
        return found

    def _tellings(self, sentence: Sentence) -> list[Telling]:
        triggers = find_triggers(
            sentence, self._grammar, self._data, taken=self._referents.capitalised()
        )
        if not triggers:
            return []
        roles = {t.start: self._roles.roles(t) for t in triggers}
        telling_none = [t for t in triggers if not self._tells(t, roles[t.start], triggers)]
        self._failed(telling_none, "event")
        triggers = [t for t in triggers if t not in telling_none]
        if not triggers:
            return []
        settings = [
            *self._settings.places(sentence, triggers),
            *self._settings.dates(self._dates[sentence.index]),
            *self._settings.tolls(self._counts[sentence.index]),
            *self._settings.weapons(sentence, triggers),
            *self._settings.attackers(sentence),
            *self._settings.casualties(sentence),
        ]
        for token, role in settings:
            trigger = self._settings.nearest(token, triggers)
            if role.name == WEAPON and trigger.kind in self._data.unarmed_kinds:
                continue
            if role.name == DATE and not self._settings.reaches(trigger, token):
                continue
            kept = (
                role
                if role.name in (DOER, VICTIM, *TOLLS)
                else replace(role, predicate=trigger.token)
            )
            roles[trigger.start].append(kept)
        self._failed([t for t in triggers if not roles[t.start]], "no_role")
        return [
            replace(telling(t, sentence, self._tree, self._data), roles=tuple(roles[t.start]))
            for t in triggers
        ]

    def _failed(self, triggers: list[Trigger], reason: Failure) -> None:
        """Tell the trace, if there is one."""
        if self._trace is not None:
            self._trace.failed += [
                Failed(f"event.{t.kind}", t.token, reason, t.needs) for t in triggers
            ]

    def _tells(self, trigger: Trigger, roles: list[Role], triggers: list[Trigger]) -> bool:
        """Whether a trigger that tells an event under a condition only does so here."""
        doers = [r.filler for r in roles if r.name == DOER]
        nouns = [t.token for t in triggers if not t.is_verb]
        if trigger.needs == "doer":
            subjects = self._grammar.subjects(trigger.token)
            return bool(doers) and not any(t in nouns for t in subjects)
        if trigger.needs == "object":
            return any(r.name in trigger.object for r in roles)
        if trigger.needs not in JOINING:
            return True
        armed = any(self._is_power(d) for d in doers if isinstance(d, Entity))
        return not (armed or self._defended(doers)) and all(t.needs in JOINING for t in triggers)

    def _defended(self, doers: list[Entity | Value]) -> bool:
        """Whether those who did it are soldiers or policemen told without a name."""
        told = {word for doer in doers if isinstance(doer, Entity) for word in doer.name.split()}
        return any(singular(fold(word)) in self._data.defenders for word in told)

    def _later_roles(self, events: list[Event]) -> None:
        """Gives tolls, weapons, attackers of sentences that tell no event to the last told."""
        told: dict[int, Event] = {}
        for event in events:
            for item in event.tellings:
                told[item.sentence.index] = event
        last: Event | None = None
        for sentence in self._analysis.sentences:
            if sentence.index in told:
                last = told[sentence.index]
                continue
            if last is None:
                continue
            found = [
                *self._settings.tolls(self._counts[sentence.index]),
                *self._settings.weapons(sentence, []),
                *self._settings.attackers(sentence),
                *self._settings.suspects(sentence),
                *self._settings.casualties(sentence),
            ]
            found += [(r.predicate, r) for r in self._roles.admissions(sentence)]
            example = last.tellings[-1]
            unarmed = example.trigger.kind in self._data.unarmed_kinds
            for word, role in found:
                if role.name == WEAPON and unarmed:
                    continue
                if role.name in (VICTIM, *TOLLS) and self._is_done_by_others(word, last):
                    continue
                last.tell(replace(example, sentence=sentence, roles=(role,)))

    def _is_done_by_others(self, word: Token, event: Event) -> bool:
        """Whether `word` tells what a power did that did not do `event`."""
        subjects = self._grammar.subjects(word) if word.pos == "VERB" else []
        doers = [found[0] for s in subjects if (found := self._referents.at(s, stand_for="actor"))]
        known = event.fillers(DOER)
        return any(d.id not in known and self._is_power(d) for d in doers)

    def _is_power(self, doer: Entity) -> bool:
        return any(self._ontology.is_a(doer.type, name) for name in self._data.armed_classes)

    def _title_places(self, tellings: list[Telling]) -> list[Telling]:
        """« Irak : … »: the country before the colon is where the title's events happened."""
        place = self._title_place()
        if place is None:
            return tellings
        titled = [t for t in tellings if t.title] or tellings[:1]
        return [
            replace(t, roles=(*t.roles, Role(PLACE, *place, t.trigger.token, weak=True)))
            if t in titled and not self._has_country(t)
            else t
            for t in tellings
        ]

    def _has_country(self, telling: Telling) -> bool:
        known = self._referents.entities
        return any(known[i].type == "Country" for i in telling.fillers(PLACE) if i in known)

    def _title_place(self) -> tuple[Entity, Span] | None:
        first = self._analysis.sentences[0] if self._analysis.sentences else None
        found = self._referents.mention(first.tokens[0]) if first else None
        if first is None or found is None or found[0].type not in ("Country", "City", "Region"):
            return None
        rest = [t for t in first.tokens if t.start >= found[1].end]
        return found if rest and rest[0].text == ":" else None

    def _entity(self, event: Event) -> Entity:
        first = event.tellings[0].trigger
        text = self._analysis.document.text
        places = [r for t in event.tellings for r in t.roles if r.name == PLACE]
        name = " ".join(text[first.start : first.end].split())
        if places and isinstance(places[0].filler, Entity):
            name = f"{name} ({places[0].filler.name})"
        return Entity(
            id=local_id("event", self._analysis.document.id, first.start),
            type=self._kind(event),
            name=name,
            mentions=tuple(Span(t.trigger.start, t.trigger.end) for t in event.tellings),
        )

    def _kind(self, event: Event) -> str:
        exact = [k for k in event.kinds if k not in self._data.vague_kinds]
        return (exact or sorted(event.kinds, key=self._data.vague_kinds.index, reverse=True))[0]

    def _part(self, event: Event, part: Entity, whole: Entity) -> Fact:
        token = event.tellings[0].trigger.token
        relation = self._data.relations["whole"]
        return Fact(part, relation, whole, token, span_of(token), f"{relation}.event.ordinal")
