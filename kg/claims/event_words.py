"""The French words that tell events (`claims/events.yaml`), typed."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.claims.language import language_data

WITH = "with"


@dataclass(frozen=True, slots=True)
class NounTrigger:
    """Nouns that tell a kind of event, where one of `having` stands in their phrase if given."""

    kind: str
    nouns: frozenset[str]
    having: frozenset[str] = frozenset()
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VerbTrigger:
    """Verbs that tell a kind of event; `object` is the role of what they are done to."""

    kind: str
    verbs: frozenset[str]
    having: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    object: tuple[str, ...] = ()
    target_prepositions: frozenset[str] = frozenset()
    reflexive: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class EventWords:
    """The content of claims/events.yaml."""

    nouns: list[NounTrigger]
    verbs: list[VerbTrigger]
    joint_kinds: frozenset[str]
    families: list[list[str]]
    vague_kinds: list[str]
    relations: dict[str, str]
    doing_verbs: frozenset[str]
    joining_verbs: frozenset[str]
    claiming_verbs: frozenset[str]
    aiming_verbs: frozenset[str]
    killing_verbs: frozenset[str]
    responsibility_nouns: frozenset[str]
    responsibility_verbs: frozenset[str]
    target_prepositions: frozenset[str]
    doer_prepositions: frozenset[str]
    weapons: frozenset[str]
    vehicles: frozenset[str]
    weapon_adjectives: frozenset[str]
    weapon_prepositions: frozenset[str]
    ordinals: frozenset[str]
    wholes: frozenset[str]
    definites: frozenset[str]
    anaphoric_determiners: frozenset[str]
    incidental: list[str] = field(default_factory=list)

    def family(self, kind: str) -> list[str]:
        """The kinds that one event of `kind` may be told as."""
        return next((f for f in self.families if kind in f), [kind])


def event_words() -> EventWords:
    """The words that tell events."""
    return language_data("claims/events", EventWords)
