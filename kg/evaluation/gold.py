"""Annotated articles as the comparison reads them, from the gold's files or from extraction."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.records import Claim, Document, DocumentGraph, Value


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity: `names` are its name, then its aliases."""

    id: str
    type: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim; `certainties` are those that are right, the first preferred; `start` may be unknown.

    An `optional` one is neither asked for nor held against who finds it; `rule` names what made a
    found one.
    """

    subject: str
    relation: str
    object: str | Value
    evidence: str
    certainties: tuple[str, ...]
    start: int | None = None
    optional: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with its things, by id, and its facts."""

    document: Document
    things: Mapping[str, Thing]
    facts: tuple[Fact, ...]


def read_gold(folder: Path) -> Iterator[Annotated]:
    """The annotated articles of `folder` (`*.json`), by file name.

    Raises:
        InputError: there are none, or a file is malformed.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise InputError(f"{folder}: no .json files; name a folder of annotated articles")
    for path in paths:
        try:
            data = json.loads(path.read_text(encoding="utf8"))
            if "claims" in data:
                yield _annotated(data)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(
                f"{path}: no annotated article ({error!r}); its shape is that of kg extract"
            ) from None


def predicted(graph: DocumentGraph) -> Annotated:
    """An extracted graph, for comparison."""
    things = [Thing(e.id, e.type, (e.name, *e.aliases)) for e in graph.entities]
    return Annotated(
        graph.document,
        {thing.id: thing for thing in things},
        tuple(_fact(claim) for claim in graph.claims),
    )


def _fact(claim: Claim) -> Fact:
    return Fact(
        claim.subject,
        claim.relation,
        claim.object,
        claim.evidence.quote,
        (claim.certainty,),
        claim.evidence.start,
        rule=claim.rule,
    )


def _annotated(data: Mapping[str, Any]) -> Annotated:
    about = data["document"]
    document = Document(
        id=about["id"],
        text=about["text"],
        language=about.get("lang", "fr"),
        title=about.get("title") or "",
        url=about.get("url") or "",
        published=date.fromisoformat(about["published"]) if about.get("published") else None,
    )
    things = (
        Thing(e["id"], e["type"], (e["name"], *e.get("aliases", []))) for e in data["entities"]
    )
    return Annotated(
        document, {thing.id: thing for thing in things}, tuple(map(_gold_fact, data["claims"]))
    )


def _gold_fact(claim: Mapping[str, Any]) -> Fact:
    end = claim["object"]
    also = claim.get("certainty_also")
    return Fact(
        subject=claim["subject"],
        relation=claim["relation"],
        object=end if isinstance(end, str) else Value(str(end["literal"])),
        evidence=claim.get("evidence") or "",
        certainties=(claim["certainty"], also) if also else (claim["certainty"],),
        start=claim.get("start"),
        optional=bool(claim.get("optional")),
    )


def end_name(end: str | Value, annotated: Annotated) -> str:
    """A subject or object in words: the name of a thing, or a value."""
    if isinstance(end, Value):
        return end.text
    return annotated.things[end].names[0] if end in annotated.things else end
