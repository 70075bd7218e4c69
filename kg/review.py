"""Pairs that people should decide on: with what the documents call each, and a sentence of it."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from kg.decisions import DIFFERENT, SAME, Decision
from kg.errors import InputError
from kg.folder import GraphFolder
from kg.records import DocumentGraph, Entity
from kg.resolution import Doubt

COLUMNS = (
    *("answer", "one", "other", "one_name", "other_name", "now", "score", "why"),
    *("one_sentence", "other_sentence"),
)
"""The columns of a review as CSV; `answer` is empty, or same or different."""
CONTEXT = 120
"""How many characters stand on each side of a mention that no claim's sentence shows."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of a pair: its name, its class, and a sentence with its document."""

    key: str
    name: str
    type: str
    sentence: str
    document: str


@dataclass(frozen=True, slots=True)
class Question:
    """A pair that may be one thing; `joined` if the graph takes it for one today."""

    one: Side
    other: Side
    joined: bool
    score: float
    why: str


def questions(folder: GraphFolder) -> list[Question]:
    """The pairs of `folder` to decide on, the most doubtful first."""
    doubts = folder.identified.doubts
    sides = _sides(folder.claims.graphs(), {key for d in doubts for key in (d.one, d.other)})
    return [_question(doubt, sides) for doubt in doubts if {doubt.one, doubt.other} <= sides.keys()]


def write_questions(asked: Iterable[Question], file: TextIO) -> None:
    """Write questions as CSV, with a column for the answers."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for q in asked:
        now = "joined" if q.joined else "apart"
        names, sentences = (q.one.name, q.other.name), (q.one.sentence, q.other.sentence)
        writer.writerow(["", q.one.key, q.other.key, *names, now, q.score, q.why, *sentences])


def read_answers(path: Path) -> tuple[Decision, ...]:
    """The decisions in the `answer` column of a CSV file that `write_questions` wrote.

    Raises:
        InputError: it can't be read, lacks a column, or an answer is none.
    """
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: can't be read ({error}); name a CSV of kg review") from None
    return tuple(_decisions(path, rows))


def _decisions(path: Path, rows: Iterable[Mapping[str, str | None]]) -> Iterator[Decision]:
    for number, row in enumerate(rows, start=2):
        if missing := [name for name in ("answer", "one", "other") if row.get(name) is None]:
            columns = ", ".join(missing)
            raise InputError(f"{path}:{number}: no {columns}; keep the columns of kg review")
        answer = (row["answer"] or "").strip().casefold()
        if answer and answer not in (SAME, DIFFERENT):
            raise InputError(f"{path}:{number}: {answer!r} is no answer; write same or different")
        if answer:
            yield Decision(answer, row["one"] or "", row["other"] or "")


def _question(doubt: Doubt, sides: Mapping[str, Side]) -> Question:
    return Question(sides[doubt.one], sides[doubt.other], doubt.joined, doubt.score, doubt.why)


def _sides(graphs: Iterable[DocumentGraph], keys: Collection[str]) -> dict[str, Side]:
    found: dict[str, Side] = {}
    for graph in graphs:
        for entity in graph.entities:
            for key in (entity.id, f"{entity.id}@{graph.document.id}"):
                if key in keys and key not in found:
                    sentence = _sentence(entity, graph)
                    found[key] = Side(key, entity.name, entity.type, sentence, graph.document.id)
    return found


def _sentence(entity: Entity, graph: DocumentGraph) -> str:
    """A sentence of the document about `entity`."""
    for claim in graph.claims:
        if entity.id in (claim.subject, claim.object):
            return claim.evidence.sentence
    text, mentions = graph.document.text, entity.mentions
    start = mentions[0].start if mentions else 0
    return " ".join(text[max(0, start - CONTEXT) : start + CONTEXT].split())
