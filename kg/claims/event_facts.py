"""The facts that the roles of one event make."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.event_merging import Event
from kg.claims.event_people import repeated
from kg.claims.event_role import COUNTRY, DOER, PLACE, TARGET, VICTIM, Role
from kg.claims.event_settings import DATE
from kg.claims.event_triggers import Trigger
from kg.claims.event_values import best_dates, best_tolls, spurious, vague_doer
from kg.claims.event_words import EventWords
from kg.claims.facts import Fact, span_of, stretch
from kg.ontology.model import Ontology
from kg.records import Entity, Span, Value
from kg.trace import EVENT_SLOT, End

TOLLS = ("fatalities", "injured")
JOINT = "joint_doer"


def event_facts(
    event: Event, entity: Entity, data: EventWords, ontology: Ontology
) -> Iterator[Fact]:
    """The facts of the roles of `event`, as `entity`, in text order."""
    tolls = [r for name in TOLLS for r in best_tolls(event, name)]
    dates, vague = best_dates(event), vague_doer(event)
    again = repeated(event, data)
    for item in event.tellings:
        for role in item.roles:
            superseded = role.name in TOLLS and role not in tolls
            outdated = role.name == DATE and role.filler not in dates
            if superseded or outdated or role in again or spurious(event, role, vague):
                continue
            for name in _relations(entity, role, data, ontology):
                yield _fact(entity, item.trigger, role, name, data)


def _relations(entity: Entity, role: Role, data: EventWords, ontology: Ontology) -> tuple[str, ...]:
    """The roles that the filler of `role` has: a place that is hit is where it happened, too."""
    filler, kind = role.filler, entity.type
    if isinstance(filler, Value) or role.name not in (DOER, TARGET, VICTIM):
        return (role.name,)
    joint = kind in data.joint_kinds
    happens = ontology.allows(kind, data.relations[PLACE], filler.type)
    if role.name == VICTIM:
        return (PLACE,) if happens and filler.type != COUNTRY else (VICTIM,)
    if role.name == TARGET and kind in data.person_kinds and filler.type == COUNTRY:
        return ()
    if role.name == TARGET:
        return (TARGET, PLACE) if happens and not role.ahead else (TARGET,)
    if joint and ontology.allows(filler.type, data.relations[JOINT], kind):
        return (JOINT,)
    if not joint and ontology.allows(kind, data.relations[DOER], filler.type):
        return (DOER,)
    return (PLACE, TARGET) if joint else (PLACE,)


def _fact(entity: Entity, trigger: Trigger, role: Role, name: str, data: EventWords) -> Fact:
    relation = data.relations[name]
    span = stretch(role.span, span_of(role.predicate))
    rule = f"{relation}.event.{entity.type}"
    event = End(Span(trigger.start, trigger.end), EVENT_SLOT, trigger.token)
    filler = End(role.span)
    if name == JOINT and isinstance(role.filler, Entity):
        ends = (filler, event)
        return Fact(role.filler, relation, entity, role.predicate, span, rule, ends=ends)
    ends = (event, filler)
    return Fact(entity, relation, role.filler, role.predicate, span, rule, ends=ends)
