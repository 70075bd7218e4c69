"""The steps from words to claims, as they are told to a user; all text is that of the article."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a rule is written: a file of the language data, its line and the entry there."""

    file: str
    line: int
    entry: str = ""


@dataclass(frozen=True, slots=True)
class MentionSteps:
    """Words that refer to an entity: what found them, and how they came to it.

    `found_by` is the `source` of a mention, `joined_by` the rule of `kg.trace.Reached`; both are ""
    for an event and for people told without a name.
    """

    text: str
    start: int
    end: int
    entity: str
    name: str
    type: str
    found_by: str
    joined_by: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class EndSteps:
    """From the `word` in a `slot` of the rule to a mention; a value has only its words."""

    slot: str
    word: str
    text: str
    mention: MentionSteps | None = None


@dataclass(frozen=True, slots=True)
class Because:
    """What decided something: the `value`, the rule and the words; see `kg.trace.Reason`."""

    value: str
    rule: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimSteps:
    """A claim and all that led to it; `word` is the one that says it."""

    id: str
    subject: str
    relation: str
    object: str
    sentence: str
    evidence: str
    rule: str
    place: Place | None
    word: str
    subject_steps: EndSteps
    object_steps: EndSteps
    certainty: Because
    speaker: Because | None
    time: Because | None


@dataclass(frozen=True, slots=True)
class FailureSteps:
    """A rule that began in a sentence and gave no claim; `reason` as in `kg.trace.Failed`."""

    rule: str
    place: Place | None
    word: str
    reason: str
    why: str


@dataclass(frozen=True, slots=True)
class WordSteps:
    """A word as the parser reads it: its lemma and its part of speech."""

    text: str
    lemma: str
    pos: str


@dataclass(frozen=True, slots=True)
class SentenceSteps:
    """A sentence: words that rules may begin at, its entities, its claims by id, what failed."""

    text: str
    start: int
    end: int
    words: tuple[WordSteps, ...]
    claims: tuple[str, ...]
    entities: tuple[MentionSteps, ...]
    failures: tuple[FailureSteps, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A document explained."""

    document: str
    claims: tuple[ClaimSteps, ...]
    sentences: tuple[SentenceSteps, ...]
