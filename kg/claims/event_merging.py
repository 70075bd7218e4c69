"""One event for every real event of an article: joins the words that tell the same one."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.claims.event_roles import PLACE, Role
from kg.claims.event_settings import DATE
from kg.claims.event_triggers import Trigger, forms
from kg.claims.event_words import EventWords
from kg.records import Entity, Sentence, Value
from kg.syntax import Tree


@dataclass(frozen=True, slots=True)
class Telling:
    """One trigger in its sentence, with the roles told there."""

    trigger: Trigger
    sentence: Sentence
    roles: tuple[Role, ...]
    definite: bool
    anaphoric: bool
    plural: bool
    ordinal: bool
    whole: bool
    title: bool = False


@dataclass(slots=True)
class Event:
    """The tellings of one real event; `part_of` is the event that it is a part of."""

    tellings: list[Telling] = field(default_factory=list)
    part_of: Event | None = None

    def fillers(self, role: str) -> set[str]:
        """What fills `role`, by id or value."""
        found = [r.filler for t in self.tellings for r in t.roles if r.name == role]
        return {f.text if isinstance(f, Value) else f.id for f in found}

    def kinds(self) -> list[str]:
        """The kinds as which it is told, in text order."""
        return [t.trigger.kind for t in self.tellings]


def telling(trigger: Trigger, sentence: Sentence, tree: Tree, data: EventWords) -> Telling:
    """The telling of `trigger`, with what its determiner and numerals say, still without roles."""
    around = tree.children(trigger.token)
    before = [t for t in around if t.index < trigger.token.index]
    words = set().union(*(forms(t) for t in before)) if before else set()
    previous = tree.tokens[trigger.token.index - 1] if trigger.token.index else trigger.token
    words |= forms(previous) if previous.pos in ("DET", "ADP", "NUM", "ADJ") else set()
    return Telling(
        trigger,
        sentence,
        (),
        definite=bool(words & data.definites),
        anaphoric=bool(words & data.anaphoric_determiners),
        plural=trigger.token.morph.get("Number") == "Plur",
        ordinal=bool(words & data.ordinals),
        whole=bool(words & data.wholes),
        title=sentence.paragraph == 0,
    )


def merge(tellings: list[Telling], data: EventWords, places: dict[str, str]) -> list[Event]:
    """The events that `tellings`, in text order, tell.

    `places` gives the class of each place by entity id.
    """
    events: list[Event] = []
    for item in tellings:
        known = _same(item, events, data, places)
        if known is None:
            known = Event()
            events.append(known)
            if item.ordinal:
                known.part_of = _whole(item, events[:-1], data)
        known.tellings.append(item)
    return events


def _same(
    item: Telling, events: list[Event], data: EventWords, places: dict[str, str]
) -> Event | None:
    family = data.family(item.trigger.kind)
    able = [e for e in events if any(k in family for k in e.kinds())]
    able = [e for e in able if not _conflict(item, e, places) and _kinds_fit(item, e, data)]
    if item.ordinal:
        return next((e for e in able if _same_ordinal(item, e)), None)
    wholes = [e for e in able if e.part_of is None] if item.plural else []
    if item.anaphoric or item.definite or item.trigger.weak or item.trigger.is_verb:
        return (wholes or able)[-1] if able else None
    first = [e for e in able if e.tellings[0].title]
    if first and item.sentence.paragraph <= 3:
        return first[0]
    return None


def _kinds_fit(item: Telling, event: Event, data: EventWords) -> bool:
    kind = item.trigger.kind
    return any(k == kind or k in data.vague_kinds or kind in data.vague_kinds for k in event.kinds()) or (
        item.definite and kind not in ("Assassination", "Execution", "HostageTaking")
    )


def _conflict(item: Telling, event: Event, places: dict[str, str]) -> bool:
    own_dates = {r.filler.text for r in item.roles if r.name == DATE and isinstance(r.filler, Value)}
    dates = event.fillers(DATE)
    if own_dates and dates and not any(a.startswith(b) or b.startswith(a) for a in own_dates for b in dates):
        return True
    own = {r.filler.id for r in item.roles if r.name == PLACE and isinstance(r.filler, Entity)}
    known = event.fillers(PLACE)
    for level in ("City", "Country"):
        here = {p for p in own if places.get(p) == level}
        there = {p for p in known if places.get(p) == level}
        if here and there and not here & there:
            return True
    return False


def _same_ordinal(item: Telling, event: Event) -> bool:
    return any(t.ordinal and t.trigger.token.lemma == item.trigger.token.lemma for t in event.tellings) and (
        item.definite
    )


def _whole(item: Telling, events: list[Event], data: EventWords) -> Event | None:
    family = data.family(item.trigger.kind)
    able = [e for e in events if e.part_of is None and any(k in family for k in e.kinds())]
    return able[-1] if able else None
