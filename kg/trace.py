"""What the stages tell of their steps, where they are asked: a `Trace` that they write into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from kg.records import Claim, Entity, Mention, Span, Token

Failure = Literal[
    "part_of_speech",  # a word of a frame, but read as another part of speech
    "condition",  # having, lacking or governors of a frame
    "end",  # nothing that fits fills an end of a frame
    "event",  # a word that tells no event here
    "no_role",  # an event of which nothing is told
    "same",  # one entity at both ends
    "classes",  # outside domain and range
    "superseded",  # an event tells it
    "repeated",  # an earlier claim says it
]
EVENT_SLOT = "event"
"""The slot of an event's own end, whose word is the one that tells the event."""


@dataclass(frozen=True, slots=True)
class Reached:
    """How a mention came to an entity: the `rule`, and the id of the entity."""

    mention: Mention
    entity: str
    rule: str


@dataclass(frozen=True, slots=True)
class End:
    """How an end of a fact was found: its mention, and the `word` in the `slot` that leads to it.

    Rules without slots leave both empty; what is only enumerated with `word` has none.
    """

    mention: Span
    slot: str = ""
    word: Token | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """What decided something: the name of a rule, and the words that it found."""

    rule: str
    words: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """A claim with the word that says it, its two ends, and why it has what it has.

    `ends` is empty, or subject and object; `said` and `dated` are None where there is nothing to
    explain.
    """

    claim: Claim
    predicate: Token
    ends: tuple[End, ...]
    certainty: Reason
    said: Reason | None
    dated: Reason | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word in a slot that did not fill it, with the entity that it refers to, if any.

    A slot in which nothing stands has no word.
    """

    slot: str
    word: Token | None = None
    entity: Entity | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """A rule that began at `word` and gave no claim.

    `detail` is, of a "condition", the unmet key; of an "end", subject or object, of which
    `candidates` are the words that stood there; of an "event", what it `needs`; of "classes", what
    the ontology refuses.
    """

    rule: str
    word: Token
    reason: Failure
    detail: str = ""
    candidates: tuple[Candidate, ...] = ()


@dataclass(slots=True)
class Trace:
    """The steps of one document, in the order in which they were taken."""

    mentions: tuple[Mention, ...] = ()
    reached: list[Reached] = field(default_factory=list)
    made: list[Made] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)

    def rename(self, ids: Mapping[str, str]) -> None:
        """Tell that entities, by their ids, have other ids now."""
        self.reached = [replace(each, entity=ids[each.entity]) for each in self.reached]
