"""In words: why a rule that began gave no claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.records import Mention, Token
from kg.trace import Candidate, Failed, Failure

_CONDITIONS = {
    "governors": "the verb that it depends on is none of its governors",
    "having": "none of the words that it asks for (having) stands beside it",
    "lacking": "one of the words that it excludes (lacking) stands beside it",
}
_REASONS: Mapping[Failure, str] = {
    "no_role": "nothing is told of the event: no place, date, toll, doer, target or victim",
    "same": "one and the same entity stands at both ends",
    "superseded": "an event tells it already",
    "repeated": "an earlier sentence says it already",
}
_KINDS = {
    "pronoun": "a pronoun that refers to nothing named before",
    "description": "a description that refers to nothing named before",
}


def why(failed: Failed, mentions: Iterable[Mention]) -> str:
    """The reason as a sentence; `mentions` are those of the document."""
    if failed.reason == "part_of_speech":
        return f"it stands here as {failed.word.pos}, which the frame does not list"
    if failed.reason == "condition":
        return _CONDITIONS[failed.detail]
    if failed.reason == "classes":
        return f"the ontology does not allow it: {failed.detail}"
    if failed.reason == "event":
        return f"it tells no event here: its entry needs: {failed.detail}"
    if failed.reason == "end":
        return _no_end(failed, list(mentions))
    return _REASONS[failed.reason]


def _no_end(failed: Failed, mentions: list[Mention]) -> str:
    told = [
        _stood(each.word, each, mentions) for each in failed.candidates if each.word is not None
    ]
    empty = [each.slot for each in failed.candidates if each.word is None]
    if empty:
        told.append(f"nothing stands as {', '.join(empty)}")
    return f"no {failed.detail}: {'; '.join(dict.fromkeys(told))}"


def _stood(word: Token, candidate: Candidate, mentions: list[Mention]) -> str:
    where = f"« {word.text} » ({candidate.slot})"
    if candidate.entity is not None:
        entity = candidate.entity
        return f"{where} is {entity.name}, a {entity.type}, which it does not take"
    return f"{where} is {_KINDS.get(_kind(word, mentions), 'no entity')}"


def _kind(word: Token, mentions: list[Mention]) -> str:
    return next((m.kind for m in mentions if m.start <= word.start < m.end), "")
