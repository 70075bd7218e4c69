"""One event for every real event of an article: joins the words that tell the same one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from kg.claims.event_conflicts import Conflicts
from kg.claims.event_role import DOER, PLACE, TARGET, VICTIM, Role
from kg.claims.event_settings import DATE
from kg.claims.event_triggers import Trigger, forms
from kg.claims.event_words import EventWords
from kg.claims.language import fold
from kg.records import Entity, Sentence, Token, Value
from kg.syntax import Tree

TITLE, MEMORY = 3, 40
"""How many events, the first and the last ones, a later word may still speak of."""
LEAD = 2
"""The last sentence at the head of an article, which tells what is new."""
FEW = {"0", "1"}
JOINING = ("alone", "toll")


@dataclass(frozen=True, slots=True)
class Telling:
    """One trigger in its sentence, with the roles told there.

    An `other` one is told as not the one told before ("une nouvelle attaque"), one of an
    `other_time` as before or after it, without a day ("quelques jours plus tard").
    """

    trigger: Trigger
    sentence: Sentence
    roles: tuple[Role, ...]
    definite: bool
    plural: bool
    ordinal: int
    whole: bool
    title: bool = False
    lead: bool = False
    other: bool = False
    other_time: bool = False

    def fillers(self, role: str, *, weak: bool = True) -> set[str]:
        """What fills `role`, by id or value; without what is only weakly told unless `weak`."""
        found = [r.filler for r in self.roles if r.name == role and (weak or not r.weak)]
        return {f.text if isinstance(f, Value) else f.id for f in found}


@dataclass(slots=True)
class Event:
    """The tellings of one real event; `part_of` is the event that it is a part of.

    `names`, `nouns`, `kinds` (in text order, each once) and `ordinals` are those that any telling
    gives; `several` says that one tells several attacks, `plural` that one may.  While only words
    of more than one meaning tell it, `also` are the other kinds that it may be of.  A `recent` one
    is told at the head of the article; one that is `is_own` only by nouns that no other event has.
    """

    tellings: list[Telling] = field(default_factory=list)
    part_of: Event | None = None
    names: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    kinds: dict[str, None] = field(default_factory=dict)
    ordinals: set[int] = field(default_factory=set)
    also: tuple[str, ...] = ()
    several: bool = False
    plural: bool = False
    headline: bool = True
    recent: bool = False
    is_own: bool = True
    needs: set[str] = field(default_factory=set)
    _fillers: defaultdict[tuple[str, bool], set[str]] = field(
        default_factory=lambda: defaultdict(set)
    )

    def tell(self, item: Telling) -> None:
        """Take in one more telling."""
        self.tellings.append(item)
        self.names |= {item.trigger.name} - {""}
        self.nouns.add(item.trigger.token.lemma)
        self._take_kind(item.trigger)
        self.ordinals.add(item.ordinal)
        self.several |= item.whole or (item.plural and item.title)
        self.plural |= item.plural or item.whole
        self.headline &= item.title
        self.recent |= item.lead
        self.is_own &= item.trigger.is_own
        self.needs.add(item.trigger.needs)
        for role in {r.name for r in item.roles}:
            for weak in (True, False):
                self._fillers[role, weak] |= item.fillers(role, weak=weak)

    def _take_kind(self, trigger: Trigger) -> None:
        """Take the kind of `trigger`, unless it may mean one that is known."""
        if trigger.kind in self.also:
            self.kinds = {trigger.kind: None}
        elif not any(kind in self.kinds for kind in trigger.also):
            self.kinds.setdefault(trigger.kind)
        self.also = trigger.also if len(self.tellings) == 1 else ()

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
    presented = _is_presented(trigger, tree, data)
    return Telling(
        trigger,
        sentence,
        (),
        definite=presented or bool(words & data.definites) or _has_possessive(before),
        plural=not trigger.is_verb and trigger.token.morph.get("Number") == "Plur",
        ordinal=0
        if presented
        else max((data.ordinals[w] for w in words if w in data.ordinals), default=0),
        whole=bool(words & data.wholes),
        title=sentence.paragraph == 0,
        lead=sentence.index <= LEAD,
        other=trigger.is_other or bool(words & data.others),
        other_time=_is_other_time(sentence, data),
    )


def _is_presented(trigger: Trigger, tree: Tree, data: EventWords) -> bool:
    """« C'est la pire attaque … », « Une attaque qui survient … »: a noun for what was told."""
    noun = trigger.token
    if trigger.is_verb or tree.sentence(noun).paragraph == 0:
        return False
    within = [noun, *tree.children(noun, "amod")]
    said = [tree.head(noun), *(t for w in within for t in tree.children(w, "cop"))]
    if any(t is not noun and t.lemma in data.presenting_verbs for t in said):
        return True
    return tree.head(noun) is noun and bool(tree.children(noun, "acl:relcl"))


def _is_other_time(sentence: Sentence, data: EventWords) -> bool:
    """« quelques jours plus tard »: when is not told but that it was not then."""
    told = " ".join(fold(t.text) for t in sentence.tokens)
    return any(wording in told for wording in data.other_times)


def _has_possessive(tokens: list[Token]) -> bool:
    return any(t.morph.get("Poss") == "Yes" for t in tokens)


def merge(tellings: list[Telling], data: EventWords, conflicts: Conflicts) -> list[Event]:
    """The events that `tellings`, in text order, tell."""
    merger = _Merger(data, conflicts)
    for item in tellings:
        merger.add(item)
    return merger.events


def _begins(item: Telling) -> bool:
    """Whether `item` is enough to tell an event that no other words tell.

    The dead must be several, whom one hits must be told; what an army may do any day must have a
    place or day; of a place it must be told when or by whom it was taken.
    """
    if item.trigger.needs == "toll":
        told = item.fillers("fatalities", weak=False) | item.fillers("injured", weak=False)
        return bool(told - FEW)
    if item.trigger.needs == "doer":
        return any(role.name != DOER for role in item.roles)
    if item.trigger.is_own:
        names = (PLACE, TARGET) if item.trigger.needs == "force" else (DOER,)
        return any(item.fillers(name) for name in (*names, DATE))
    return True


class _Merger:
    def __init__(self, data: EventWords, conflicts: Conflicts) -> None:
        self.events: list[Event] = []
        self._data = data
        self._conflicts = conflicts

    def add(self, item: Telling) -> None:
        """Joins `item` to the event that it tells, or begins one."""
        able = self._able(item)
        known = self._same(item, able)
        if known is None and not _begins(item):
            return
        if known is None:
            known = Event()
            known.part_of = self._whole(item)
            self.events.append(known)
        known.tell(item)

    def _able(self, item: Telling) -> list[Event]:
        """The events so far that `item` may tell, the last told last."""
        near = self.events[:TITLE] + self.events[TITLE:][-MEMORY:]
        found = [
            e for e in near if self._kinds_fit(item, e) and not self._conflicts.between(item, e)
        ]
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
        return self._same_sentence(item, able) or (lead[0] if lead else None)

    def _shares(self, item: Telling, event: Event) -> bool:
        """Whether the same toll or victim is told: then it is the same event."""
        shared = [item.fillers(r) & event.fillers(r) for r in ("fatalities", VICTIM)]
        return any(v not in FEW | {"2"} for values in shared for v in values)

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
            and self._conflicts.kinds.get(r.filler.id) in ("Facility", "City", "Camp")
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
            and not self._conflicts.between(item, e)
        ]
        if not able or item.plural or not (item.ordinal or self._is_part(item, able[-1])):
            return None
        return able[-1]

    def _same_ordinal(self, item: Telling, event: Event) -> bool:
        return item.ordinal in event.ordinals

    def _kinds_fit(self, item: Telling, event: Event) -> bool:
        if not self._names_fit(item, event):
            return False
        if set(item.trigger.also) & event.kinds.keys() or item.trigger.kind in event.also:
            return True
        kind, data = item.trigger.kind, self._data
        family = data.family(kind)
        return all(k in family for k in event.kinds) and any(
            data.alike(k, kind) or self._vague(item, k) for k in event.kinds
        )

    def _names_fit(self, item: Telling, event: Event) -> bool:
        """An event with a name of its own is told by that, or by its noun alone.

        « La prise de X », « l'intervention de Y » is told by that noun, or where or by whom it was.
        """
        if (item.trigger.is_own or event.is_own) and item.trigger.token.lemma not in event.nouns:
            names = (DOER,) if "force" in (item.trigger.needs, *event.needs) else (PLACE, TARGET)
            return any(item.fillers(a) & event.fillers(b) for a in names for b in names)
        if item.trigger.name or event.names:
            return item.trigger.name in event.names or (
                not item.trigger.name and item.trigger.token.lemma in event.nouns
            )
        return True

    def _vague(self, item: Telling, kind: str) -> bool:
        vague = self._data.vague_kinds
        return item.trigger.kind in vague or kind in vague
