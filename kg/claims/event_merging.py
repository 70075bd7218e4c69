"""One event for every real event of an article: joins the words that tell the same one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from kg.claims.event_roles import DOER, PLACE, TARGET, VICTIM, Role
from kg.claims.event_settings import DATE
from kg.claims.event_triggers import Trigger, forms
from kg.claims.event_words import EventWords
from kg.records import Entity, Sentence, Token, Value
from kg.syntax import Tree

TITLE, MEMORY = 3, 40
"""How many events, the first and the last ones, a later word may still speak of."""
JOINING = ("alone", "told")


@dataclass(frozen=True, slots=True)
class Telling:
    """One trigger in its sentence, with the roles told there."""

    trigger: Trigger
    sentence: Sentence
    roles: tuple[Role, ...]
    definite: bool
    plural: bool
    ordinal: int
    whole: bool
    title: bool = False

    def fillers(self, role: str, *, weak: bool = True) -> set[str]:
        """What fills `role`, by id or value; without what is only weakly told unless `weak`."""
        found = [r.filler for r in self.roles if r.name == role and (weak or not r.weak)]
        return {f.text if isinstance(f, Value) else f.id for f in found}


@dataclass(slots=True)
class Event:
    """The tellings of one real event; `part_of` is the event that it is a part of.

    `names`, `nouns`, `kinds` (in text order, each once) and `ordinals` are those that any telling
    gives; `several` says that one tells several attacks, `plural` that one may.
    """

    tellings: list[Telling] = field(default_factory=list)
    part_of: Event | None = None
    names: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    kinds: dict[str, None] = field(default_factory=dict)
    ordinals: set[int] = field(default_factory=set)
    several: bool = False
    plural: bool = False
    headline: bool = True
    _fillers: defaultdict[tuple[str, bool], set[str]] = field(
        default_factory=lambda: defaultdict(set)
    )

    def tell(self, item: Telling) -> None:
        """Take in one more telling."""
        self.tellings.append(item)
        self.names |= {item.trigger.name} - {""}
        self.nouns.add(item.trigger.token.lemma)
        self.kinds.setdefault(item.trigger.kind)
        self.ordinals.add(item.ordinal)
        self.several |= item.whole or (item.plural and item.title)
        self.plural |= item.plural or item.whole
        self.headline &= item.title
        for role in {r.name for r in item.roles}:
            for weak in (True, False):
                self._fillers[role, weak] |= item.fillers(role, weak=weak)

    def fillers(self, role: str, *, weak: bool = True) -> set[str]:
        """What fills `role`, by id or value; without what is only weakly told unless `weak`."""
        return self._fillers[role, weak]


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
        definite=bool(words & data.definites) or _has_possessive(before),
        plural=not trigger.is_verb and trigger.token.morph.get("Number") == "Plur",
        ordinal=max((data.ordinals[w] for w in words if w in data.ordinals), default=0),
        whole=bool(words & data.wholes),
        title=sentence.paragraph == 0,
    )


def _has_possessive(tokens: list[Token]) -> bool:
    return any(t.morph.get("Poss") == "Yes" for t in tokens)


def merge(tellings: list[Telling], data: EventWords, places: dict[str, str]) -> list[Event]:
    """The events that `tellings`, in text order, tell.

    `places` gives the class of each place by entity id.
    """
    merger = _Merger(data, places)
    for item in tellings:
        merger.add(item)
    return merger.events


class _Merger:
    def __init__(self, data: EventWords, places: dict[str, str]) -> None:
        self.events: list[Event] = []
        self._data = data
        self._places = places

    def add(self, item: Telling) -> None:
        """Joins `item` to the event that it tells, or begins one."""
        able = self._able(item)
        known = self._same(item, able)
        if known is None and item.trigger.needs == "told":
            return
        if known is None:
            known = Event()
            known.part_of = self._whole(item)
            self.events.append(known)
        known.tell(item)

    def _able(self, item: Telling) -> list[Event]:
        """The events so far that `item` may tell, the last told last."""
        near = self.events[:TITLE] + self.events[TITLE:][-MEMORY:]
        found = [e for e in near if self._kinds_fit(item, e) and not self._conflict(item, e)]
        return sorted(found, key=lambda e: e.tellings[-1].trigger.start)

    def _same(self, item: Telling, able: list[Event]) -> Event | None:
        if item.ordinal:
            return next((e for e in able if self._same_ordinal(item, e)), None)
        if not able:
            return None
        if item.trigger.needs in JOINING:
            return able[-1]
        same = [e for e in able if self._shares(item, e)]
        if same:
            return same[-1]
        if item.plural or item.whole:
            able = [e for e in able if e.part_of is None] or able
        elif self._is_part(item, able[-1]):
            return None
        if item.trigger.is_verb or item.definite:
            return able[-1]
        lead = [e for e in able if e.tellings[0].title and len(e.tellings) == 1]
        return lead[0] if lead else self._same_sentence(item, able)

    def _shares(self, item: Telling, event: Event) -> bool:
        """Whether the same toll or victim is told: then it is the same event."""
        shared = [item.fillers(r) & event.fillers(r) for r in ("fatalities", VICTIM)]
        return any(v not in ("0", "1", "2") for values in shared for v in values)

    def _same_sentence(self, item: Telling, able: list[Event]) -> Event | None:
        """« a frappé l'armée dans un bombardement »: verb and noun of one clause."""
        last = able[-1].tellings[-1]
        together = last.sentence.index == item.sentence.index and last.trigger.is_verb
        return able[-1] if together else None

    def _is_part(self, item: Telling, event: Event) -> bool:
        """Whether `item` is one of the several attacks of `event`: it has a place of its own."""
        if event.part_of is not None or not event.several or item.plural:
            return False
        own = {
            r.filler.id
            for r in item.roles
            if isinstance(r.filler, Entity)
            and self._places.get(r.filler.id) in ("Facility", "City", "Camp")
        }
        return bool(own) and not own & (event.fillers(PLACE) | event.fillers(TARGET))

    def _whole(self, item: Telling) -> Event | None:
        """The event told as several of which a new one is a part."""
        family = self._data.family(item.trigger.kind)
        able = [
            e
            for e in self.events[-MEMORY:]
            if e.part_of is None
            and any(k in family for k in e.kinds)
            and e.plural
            and self._kinds_fit(item, e)
            and not self._conflict(item, e)
        ]
        if not able or item.plural or not (item.ordinal or self._is_part(item, able[-1])):
            return None
        return able[-1]

    def _same_ordinal(self, item: Telling, event: Event) -> bool:
        return item.ordinal in event.ordinals

    def _kinds_fit(self, item: Telling, event: Event) -> bool:
        kind, data = item.trigger.kind, self._data
        if not self._names_fit(item, event):
            return False
        family = data.family(kind)
        return all(k in family for k in event.kinds) and any(
            data.alike(k, kind) or self._vague(item, k) for k in event.kinds
        )

    def _names_fit(self, item: Telling, event: Event) -> bool:
        """An event with a name of its own is told by that, or by its noun alone."""
        if item.trigger.name or event.names:
            return item.trigger.name in event.names or (
                not item.trigger.name and item.trigger.token.lemma in event.nouns
            )
        return True

    def _vague(self, item: Telling, kind: str) -> bool:
        vague = self._data.vague_kinds
        return item.trigger.kind in vague or kind in vague

    def _conflict(self, item: Telling, event: Event) -> bool:
        own = item.fillers(DATE)
        known = event.fillers(DATE)
        if own and known and not any(_within(a, b) for a in own for b in known):
            return True
        if self._apart(item, event) or self._by_others(item, event):
            return True
        people = [r for r in (VICTIM, TARGET) if item.trigger.of or item.trigger.object]
        if self._abroad(item, event):
            return True
        return any(self._other_people(item.fillers(r), event.fillers(r)) for r in people)

    def _apart(self, item: Telling, event: Event) -> bool:
        """Whether both are placed in other cities, or in other countries.

        A city before the colon of a title says where the news is from.
        """
        for level in ("City", "Country"):
            weak = level == "Country"
            here = {p for p in _where(item, weak=weak) if self._places.get(p) == level}
            there = {p for p in _where(event, weak=weak) if self._places.get(p) == level}
            if here and there and not here & there:
                return True
        return False

    def _by_others(self, item: Telling, event: Event) -> bool:
        """Whether one power did it, and another one the event.

        An army and its state, or a coalition and its members, may be told of one event; in a
        battle all take part.
        """
        if item.definite or item.trigger.kind in self._data.joint_kinds:
            return False
        here, there = item.fillers(DOER, weak=False), event.fillers(DOER, weak=False)
        own, known = self._powers(here), self._powers(there)
        alone = any(kind in self._data.lone_powers for kind in own | known)
        return not here & there and bool(own and known) and (alone or bool(own & known))

    def _powers(self, doers: set[str]) -> set[str]:
        """The classes of those of `doers` that are powers."""
        kinds = {self._places.get(doer, "") for doer in doers}
        return {kind for kind in kinds if kind in self._data.powers}

    def _abroad(self, item: Telling, event: Event) -> bool:
        """Whether `item` happened in a country that the event, placed elsewhere, does not name."""
        places = event.fillers(PLACE)
        own = {p for p in item.fillers(PLACE) if self._places.get(p) == "Country"}
        placed = any(self._places.get(p) in ("City", "Country") for p in places)
        return bool(own) and placed and not event.headline and not own & places

    def _other_people(self, own: set[str], known: set[str]) -> bool:
        here = {p for p in own if self._places.get(p) == "Person"}
        there = {p for p in known if self._places.get(p) == "Person"}
        return bool(here and there and not here & there)


def _where(told: Telling | Event, *, weak: bool) -> set[str]:
    """Where it is told to happen, or what is hit there."""
    return told.fillers(PLACE, weak=weak) | told.fillers(TARGET, weak=weak)


def _within(a: str, b: str) -> bool:
    return a.startswith(b) or b.startswith(a) or "/" in a + b
