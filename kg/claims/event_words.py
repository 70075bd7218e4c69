"""The French words that tell events (`claims/events.yaml`), typed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from kg.claims.language import language_data
from kg.ontology.terms import ClassName, RelationName, TriggerWords

RoleName = Literal["doer", "claimer", "target", "victim"]


@dataclass(frozen=True, slots=True)
class NounTrigger:
    """Nouns that tell a kind of event, where one of `having` stands in their phrase if given.

    One of `governors`, if given, is the verb that the noun depends on.  A `named` one tells the
    event where a name of its own follows: « opération X », « l'opération, baptisée X ».
    """

    kind: ClassName
    nouns: TriggerWords
    having: TriggerWords = frozenset()
    governors: TriggerWords = frozenset()
    named: bool = False
    of: tuple[RoleName, ...] = ()


@dataclass(frozen=True, slots=True)
class VerbTrigger:
    """Verbs that tell a kind of event; `object` are the roles of what they are done to.

    A verb that `needs` a "doer" or "object" tells an event only where that is told; one that
    `needs` to be "alone" joins an event told before or beside it, and is one where there is none;
    one that `needs` an event "told" only joins.  An `intransitive` one hits its subject.

    One with `instruments` has a weapon for subject.
    """

    kind: ClassName
    verbs: TriggerWords
    having: TriggerWords = frozenset()
    subjects: TriggerWords = frozenset()
    instruments: TriggerWords = frozenset()
    object: tuple[RoleName, ...] = ()
    target_prepositions: TriggerWords = frozenset()
    reflexive: bool = False
    needs: Literal["", "doer", "object", "alone", "told"] = ""
    intransitive: bool = False


@dataclass(frozen=True, slots=True)
class EventWords:
    """The content of claims/events.yaml."""

    nouns: list[NounTrigger]
    verbs: list[VerbTrigger]
    joint_kinds: frozenset[ClassName]
    armed_classes: frozenset[ClassName]
    powers: frozenset[ClassName]
    lone_powers: frozenset[ClassName]
    families: list[list[ClassName]]
    vague_kinds: list[ClassName]
    person_kinds: list[ClassName]
    alike_kinds: list[list[ClassName]]
    relations: dict[str, RelationName]
    doing_verbs: frozenset[str]
    opposing_verbs: frozenset[str]
    opposing_prepositions: frozenset[str]
    joint_prepositions: frozenset[str]
    defenders: frozenset[str]
    joining_prepositions: frozenset[str]
    joining_verbs: frozenset[str]
    joining_idioms: dict[str, list[str]]
    claiming_verbs: frozenset[str]
    aiming_verbs: frozenset[str]
    killing_verbs: frozenset[str]
    responsibility_nouns: frozenset[str]
    responsibility_verbs: dict[str, tuple[RoleName, ...]]
    author_words: frozenset[str]
    suspect_words: frozenset[str]
    naming_verbs: frozenset[str]
    naming_links: frozenset[str]
    among_words: frozenset[str]
    most_words: frozenset[str]
    showing_verbs: frozenset[str]
    victim_words: frozenset[str]
    aim_words: frozenset[str]
    suffering_verbs: frozenset[str]
    streets: frozenset[str]
    carriers: frozenset[str]
    blaming_verbs: frozenset[str]
    blame_prepositions: frozenset[str]
    suspecting_verbs: frozenset[str]
    ambushing_verbs: frozenset[str]
    ambush_nouns: frozenset[str]
    target_prepositions: frozenset[str]
    heading_prepositions: frozenset[str]
    doer_prepositions: frozenset[str]
    objects: frozenset[str]
    superseded: frozenset[RelationName]
    weapons: frozenset[str]
    vehicles: frozenset[str]
    driven_kind: ClassName
    driving_verbs: frozenset[str]
    ramming_verbs: frozenset[str]
    idle_verbs: frozenset[str]
    unarmed_kinds: frozenset[ClassName]
    arm_nouns: frozenset[str]
    arm_adjectives: frozenset[str]
    weapon_complements: frozenset[str]
    weapon_adjectives: frozenset[str]
    weapon_prepositions: frozenset[str]
    ordinals: dict[str, int]
    wholes: frozenset[str]
    definites: frozenset[str]
    christening: frozenset[str]

    def by_noun(self, forms: frozenset[str]) -> tuple[NounTrigger, ...]:
        """The noun triggers that a word written `forms` may be, in order."""
        return _by_noun(forms)

    def by_verb(self, forms: frozenset[str]) -> tuple[VerbTrigger, ...]:
        """The verb triggers that a word written `forms` may be, in order."""
        return _by_verb(forms)

    @property
    def hit_relations(self) -> frozenset[str]:
        """The relations of those whom an event hits."""
        return frozenset((self.relations["target"], self.relations["victim"]))

    def family(self, kind: str) -> list[str]:
        """The kinds that one event of `kind` may be told as."""
        return next((f for f in self.families if kind in f), [kind])

    def alike(self, kind: str, other: str) -> bool:
        """Whether one event may be told as `kind` here and as `other` there."""
        return kind == other or any(kind in kinds and other in kinds for kinds in self.alike_kinds)


@lru_cache(maxsize=65536)
def _by_noun(forms: frozenset[str]) -> tuple[NounTrigger, ...]:
    return tuple(entry for entry in event_words().nouns if forms & entry.nouns)


@lru_cache(maxsize=2**16)
def _by_verb(forms: frozenset[str]) -> tuple[VerbTrigger, ...]:
    return tuple(entry for entry in event_words().verbs if forms & entry.verbs)


def event_words() -> EventWords:
    """The words that tell events."""
    data: EventWords = language_data("claims/events", EventWords)
    return data
