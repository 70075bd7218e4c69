"""Which facts of the gold were found: relation the same, both ends aligned."""

from __future__ import annotations

from dataclasses import dataclass

from kg.evaluation.alignment import Alignment, align
from kg.evaluation.gold import Annotated, Fact
from kg.evaluation.rules import rules, value_kind
from kg.evaluation.words import same_value, words
from kg.records import Value


@dataclass(frozen=True, slots=True)
class Matched:
    """The comparison of one article: `hits` pairs gold with found; `free` ones are optional."""

    gold: Annotated
    found: Annotated
    aligned: Alignment
    hits: tuple[tuple[Fact, Fact], ...]
    free: tuple[tuple[Fact, Fact], ...]
    missed: tuple[Fact, ...]
    wrong: tuple[Fact, ...]


def match(gold: Annotated, found: Annotated) -> Matched:
    """Compare an article's extraction with its gold; a found fact answers one gold fact at most."""
    aligned = align(gold, found)
    left = list(found.facts)
    pairs: list[tuple[Fact, Fact]] = []
    missed: list[Fact] = []
    for fact in gold.facts:
        for position, candidate in enumerate(left):
            if _same(fact, candidate, gold, found, aligned):
                pairs.append((fact, left.pop(position)))
                break
        else:
            missed.append(fact)
    return Matched(
        gold,
        found,
        aligned,
        hits=tuple(pair for pair in pairs if not pair[0].optional),
        free=tuple(pair for pair in pairs if pair[0].optional),
        missed=tuple(fact for fact in missed if not fact.optional),
        wrong=tuple(left),
    )


def _same(
    fact: Fact, candidate: Fact, gold: Annotated, found: Annotated, aligned: Alignment
) -> bool:
    if candidate.relation != fact.relation:
        return False
    subject, end = candidate.subject, candidate.object
    if aligned.get(fact.subject) == subject and _same_end(fact, end, gold, found, aligned):
        return True
    return (
        isinstance(end, str)
        and fact.relation in rules().either_way
        and aligned.get(fact.subject) == end
        and _same_end(fact, subject, gold, found, aligned)
    )


def _same_end(
    fact: Fact, end: str | Value, gold: Annotated, found: Annotated, aligned: Alignment
) -> bool:
    if isinstance(fact.object, str) and isinstance(end, str):
        return aligned.get(fact.object) == end
    if isinstance(fact.object, Value) and isinstance(end, Value):
        return same_value(fact.relation, fact.object.text, end.text)
    return value_kind(fact.relation) == "text" and bool(
        words(_wording(fact.object, gold)) & words(_wording(end, found))
    )


def _wording(end: str | Value, annotated: Annotated) -> str:
    return end.text if isinstance(end, Value) else " ".join(annotated.things[end].names)
