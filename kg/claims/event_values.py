"""Which of the dates and tolls told of one event stand."""

from __future__ import annotations

import re

from kg.claims.described import GROUP, PERSON
from kg.claims.event_merging import Event
from kg.claims.event_role import DOER, VICTIM, Role
from kg.claims.event_settings import DATE
from kg.records import Entity, Value

NUMBER = re.compile(r"\d+")


def best_tolls(event: Event, name: str) -> list[Role]:
    """The tolls `name` that stand: the highest, as bulletins rise; of equals, a bounded one.

    Beside it stand those that the same sentence tells of others: "12 soldats et 20 rebelles".
    """
    tolls = [r for t in event.tellings for r in t.roles if r.name == name]
    best = max(tolls, key=_rank, default=None)
    if best is None:
        return []
    beside = [r for t in event.tellings if best in t.roles for r in t.roles if r.name == name]
    return [best, *(r for r in beside if r.side and best.side and r.side != best.side)]


def best_dates(event: Event) -> frozenset[Entity | Value]:
    """The dates that stand: the first one told, and any that only makes it more exact."""
    dates = [r for t in event.tellings for r in t.roles if r.name == DATE]
    dates.sort(key=lambda r: r.weak)
    return frozenset(r.filler for r in dates if _text(r).startswith(_text(dates[0])))


def vague_doer(event: Event) -> Role | None:
    """The doer who stands though he may be told by what he did only; None beside a better one."""
    doers = [r for t in event.tellings for r in t.roles if r.name == DOER]
    better = any(not r.weak and _is_person(r) for r in doers)
    return doers[0] if doers and not better else None


def spurious(event: Event, role: Role, vague: Role | None) -> bool:
    """Whether `role` is no role of `event`: a doer killed in it, or told by what he did only.

    "l'assaillant" stands back unless he is the `vague` doer who stands.
    """
    if role.name == VICTIM and isinstance(role.filler, Entity):
        return role.filler.id in event.fillers(DOER)
    return role.name == DOER and role.weak and role != vague


def _is_person(role: Role) -> bool:
    return isinstance(role.filler, Entity) and role.filler.type in (PERSON, GROUP)


def _rank(role: Role) -> tuple[bool, int, bool]:
    numbers = [int(n) for n in NUMBER.findall(_text(role))]
    return not role.weak, max(numbers, default=0), not _text(role).isdigit()


def _text(role: Role) -> str:
    return role.filler.text if isinstance(role.filler, Value) else ""
