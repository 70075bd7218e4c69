"""Explanations as text to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.cli.output import plain

if TYPE_CHECKING:
    from kg.explanation.steps import (
        Because,
        ClaimSteps,
        EndSteps,
        Explanation,
        FailureSteps,
        MentionSteps,
        Place,
        SentenceSteps,
    )

_FOUND = {
    "lexicon": "a name of the lexicon",
    "model": "a name that the language model found",
    "phrase": "a phrase around a noun of names/heads.yaml",
    "list": "one of several told with one noun",
    "acronym": "an acronym that the article explains",
    "nationality": "an adjective of nationality",
    "reference": "a word that refers back",
    "": "told without a name",
}
_JOINED = {
    "name": "its name",
    "known as": "another wording of its name",
    "short name": "a short form of its name",
    "nationality": "the country of the adjective",
    "relative": "relative pronoun: what its clause hangs on",
    "speaker": "subject after the verb: who spoke last",
    "latter": "pronoun: what was named last",
    "possessive": "possessive: the owner",
    "personal": "pronoun: the last subject that agrees",
    "beside": "description: what is named beside it",
    "earlier": "description: the last thing named that fits",
    "same noun": "description: the last thing called so",
    "alone": "description of what has no name",
}
_BECAUSE = {
    "modifier": "an adjective or adverb",
    "conjunction": "what opens its clause",
    "phrase": "a fixed wording",
    "negation": "a negation",
    "none": "a negation",
    "mood": "the mood or tense of the verb",
    "source": "a source",
    "question": "a question",
    "subjunctive": "a subjunctive",
    "dispute": "a denial of it",
    "word": "the word itself",
    "governor": "a word above it",
    "participant": "a word on who did it",
    "party": "only a party to the conflict says it",
    "governing": "a verb of speech above it",
    "quoted": "the speaker of the quotation",
    "introduced": "a verb of speech before it",
    "parenthesis": "a verb of speech set off after it",
}


def lines(explanation: Explanation) -> Iterator[str]:
    """The claims with their steps, then the sentences that gave none."""
    for claim in explanation.claims:
        yield from map(plain, _claim(claim))
        yield ""
    for sentence in explanation.sentences:
        if not sentence.claims:
            yield from map(plain, _nothing(sentence))
            yield ""


def _claim(claim: ClaimSteps) -> Iterator[str]:
    yield f"{claim.subject} | {claim.relation} | {claim.object}  ({claim.id})"
    yield f"  sentence   « {claim.sentence} »"
    yield f"  rule       {claim.rule} at « {claim.word} »{_place(claim.place)}"
    yield f"  subject    {_end(claim.subject_steps)}"
    yield f"  object     {_end(claim.object_steps)}"
    yield f"  certainty  {_because(claim.certainty)}"
    if claim.speaker:
        yield f"  speaker    {_because(claim.speaker)}"
    if claim.time:
        yield f"  date       {_because(claim.time)}"


def _place(place: Place | None) -> str:
    if place is None:
        return ""
    return f", {place.file}:{place.line}" + (f" ({place.entry})" if place.entry else "")


def _end(end: EndSteps) -> str:
    steps = [f"« {end.word} » as {end.slot}" if end.word else end.slot, f"« {end.text} »"]
    if end.word == end.text:
        steps = [f"« {end.text} » as {end.slot}"]
    elif end.slot and not end.word:
        steps[0] = f"enumerated with the {end.slot}"
    if end.mention:
        steps.append(_mention(end.mention))
    return " → ".join(filter(None, steps))


def _mention(mention: MentionSteps) -> str:
    how = [_FOUND.get(mention.found_by, mention.found_by)]
    if mention.joined_by:
        how.append(_JOINED.get(mention.joined_by, mention.joined_by))
    place = _place(mention.place).removeprefix(", ")
    return f"{mention.name} [{mention.type}]: {'; '.join(filter(None, [*how, place]))}"


def _because(because: Because) -> str:
    words = ", ".join(f"« {word} »" for word in because.words)
    rule = _BECAUSE.get(because.rule, because.rule)
    return because.value + (f": {rule}" if rule else "") + (f", {words}" if words else "")


def _nothing(sentence: SentenceSteps) -> Iterator[str]:
    yield f"nothing from « {sentence.text} »"
    words = (f"{word.text} {word.pos} ({word.lemma})" for word in sentence.words)
    yield f"  read as    {', '.join(words) or 'no verb, noun or adjective'}"
    names = dict.fromkeys(f"{each.name} [{each.type}]" for each in sentence.entities)
    yield f"  entities   {', '.join(names) or 'none'}"
    if not sentence.failures:
        yield "  no rule    no frame, event, title or place in another begins at any of its words"
    for failure in sentence.failures:
        yield f"  {_failure(failure)}"


def _failure(failure: FailureSteps) -> str:
    return f"{failure.rule} at « {failure.word} »: {failure.why}{_place(failure.place)}"
