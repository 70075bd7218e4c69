"""Why two tellings can't be of one event: other days, places, doers or people."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.claims.event_role import DOER, PLACE, TARGET, VICTIM
from kg.claims.event_settings import DATE
from kg.claims.event_words import EventWords

if TYPE_CHECKING:
    from kg.claims.event_merging import Event, Telling

SITES = (PLACE, TARGET)
NEWS = timedelta(days=45)
"""How old what an article tells as news may be."""


class Conflicts:
    """Tells tellings apart; `kinds` gives the class of each entity by id."""

    def __init__(self, data: EventWords, kinds: dict[str, str], *, published: date | None) -> None:
        self.kinds = kinds
        self._data = data
        self._recent = (published - NEWS).isoformat() if published else ""

    def between(self, item: Telling, event: Event) -> bool:
        """Whether `item` can't tell `event`."""
        if self.other_days(item.fillers(DATE), event, definite=item.definite):
            return True
        if (
            self._is_another(item, event)
            or self._apart(item, event)
            or self._by_others(item, event)
        ):
            return True
        people = [r for r in (VICTIM, TARGET) if item.trigger.of or item.trigger.object]
        if self._abroad(item, event):
            return True
        return any(self._other_people(item.fillers(r), event.fillers(r)) for r in people)

    def other_days(self, days: set[str], event: Event, *, definite: bool) -> bool:
        """Whether none of `days` can be the day of `event`; what is news is not of long ago."""
        known = event.fillers(DATE)
        if days and known:
            exact = max(map(len, known))
            known = {day for day in known if len(day) == exact}
            return not any(_within(a, b) for a in days for b in known)
        return event.recent and not definite and any(day < self._recent for day in days)

    def _is_another(self, item: Telling, event: Event) -> bool:
        """« une attaque similaire », « quelques jours plus tôt »: not what was told before."""
        if item.other_time and event.tellings[-1].sentence.index != item.sentence.index:
            return not item.definite
        if item.trigger.is_other:
            return True
        return item.other and not (event.headline or event.tellings[0].other)

    def _apart(self, item: Telling, event: Event) -> bool:
        """Whether both are placed in other cities, or in other countries.

        A city before the colon of a title says where the news is from; « l'attentat de X » has the
        city for doer.
        """
        for level in ("City", "Country"):
            weak = level == "Country"
            names = SITES if weak else (*SITES, DOER)
            here = {p for p in _where(item, names, weak=weak) if self.kinds.get(p) == level}
            there = {p for p in _where(event, names, weak=weak) if self.kinds.get(p) == level}
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
        kinds = {self.kinds.get(doer, "") for doer in doers}
        return {kind for kind in kinds if kind in self._data.powers}

    def _abroad(self, item: Telling, event: Event) -> bool:
        """Whether `item` happened in a country that the event, placed elsewhere, does not name."""
        places = event.fillers(PLACE)
        own = {p for p in item.fillers(PLACE) if self.kinds.get(p) == "Country"}
        placed = any(self.kinds.get(p) in ("City", "Country") for p in places)
        return bool(own) and placed and not event.headline and not own & places

    def _other_people(self, own: set[str], known: set[str]) -> bool:
        here = {p for p in own if self.kinds.get(p) == "Person"}
        there = {p for p in known if self.kinds.get(p) == "Person"}
        return bool(here and there and not here & there)


def _where(told: Telling | Event, names: tuple[str, ...], *, weak: bool) -> set[str]:
    return set().union(*(told.fillers(name, weak=weak) for name in names))


def _within(a: str, b: str) -> bool:
    """Whether two ISO dates or intervals have a day in common."""
    (first, last), (start, end) = _ends(a), _ends(b)
    size = min(map(len, (first, last, start, end)))
    return first[:size] <= end[:size] and start[:size] <= last[:size]


def _ends(day: str) -> tuple[str, str]:
    first, _, last = day.partition("/")
    return first, last or first
