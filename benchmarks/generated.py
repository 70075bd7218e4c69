"""Made-up documents, as many and as large as a measurement needs; the same for the same numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from kg.graph import canonical
from kg.identity import claim_id
from kg.ontology import load
from kg.records import Claim, Document, DocumentGraph, Entity, Evidence, Span, Value

SEED = 20240306
CLAIMS, TOGETHER = 10, 6
"""How many claims a document has, and how many entities."""
FIRST, DAYS = date(2015, 1, 1), 3000
CERTAINTIES = ("asserted",) * 6 + ("reported", "reported", "alleged", "negated")
RELATIONS = (
    *(("leads", 0, 1), ("memberOf", 0, 1), ("opposes", 1, 1), ("alliedWith", 1, 1)),
    *(("controls", 1, 2), ("operatesIn", 1, 2), ("perpetrator", 3, 1), ("occurredIn", 3, 2)),
    *(("fatalities", 3, None), ("onDate", 3, None)),
)
"""Relations with the kinds of their two ends."""
KINDS = (
    ("person", "Person"),
    ("organisation", "ArmedGroup"),
    ("place", "City"),
    ("event", "Bombing"),
)


def documents(entities: int, claims: int) -> Iterator[DocumentGraph]:
    """Documents with so many claims in all on so many entities.

    Every entity is told; few actors and places are told everywhere, an event by a few documents.
    """
    random = Random(SEED)  # noqa: S311
    count = claims // CLAIMS
    for number in range(count):
        fresh = range(number * entities // count, (number + 1) * entities // count)
        yield _document(number, [_entity(each) for each in _told(fresh, entities, random)], random)


def _told(fresh: range, entities: int, random: Random) -> list[int]:
    often = (int(entities * random.random() ** 3) for _ in range(TOGETHER))
    actors = (number for number in often if KINDS[number % len(KINDS)][0] != "event")
    kinds = (4 * random.randrange(entities // 4) + kind for kind in range(len(KINDS)))
    return list(dict.fromkeys((*fresh, *actors, *kinds)))


def _entity(number: int) -> Entity:
    family, type_ = KINDS[number % len(KINDS)]
    return Entity(f"{family}:{family}-{number}", type_, f"{family.capitalize()} {number}")


def _document(number: int, entities: list[Entity], random: Random) -> DocumentGraph:
    by_kind = [[e for e in entities if e.type == type_] for _, type_ in KINDS]
    identifier, lines, claims, spans = f"document-{number}", list[str](), list[Claim](), {}
    start = 0
    for _ in range(CLAIMS):
        claim, line = _claim(identifier, start, by_kind, random)
        claims.append(claim)
        lines.append(line)
        start += len(line) + 1
    for entity in entities:
        spans[entity.id] = Span(start, start + len(entity.name))
        lines.append(entity.name)
        start += len(entity.name) + 1
    day = FIRST + timedelta(days=number % DAYS)
    document = Document(identifier, "\n".join(lines), title=f"Dépêche {number}", published=day)
    named = tuple(replace(each, mentions=(spans[each.id],)) for each in entities)
    return canonical(DocumentGraph(document, named, tuple(claims)))


def _claim(
    document: str, start: int, by_kind: list[list[Entity]], random: Random
) -> tuple[Claim, str]:
    relation, one, other = random.choice(RELATIONS)
    subject = random.choice(by_kind[one])
    value = f"{random.randint(1, 40)}" if relation == "fatalities" else "2016-03"
    end: Entity | Value = Value(value) if other is None else random.choice(by_kind[other])
    words = end.text if isinstance(end, Value) else end.name
    sentence = f"{subject.name} {load().relations[relation].name} {words}, a-t-on appris hier."
    evidence = Evidence(document, start, start + len(sentence), sentence, sentence)
    claim = Claim(
        "",
        subject.id,
        relation,
        end if isinstance(end, Value) else end.id,
        random.choice(CERTAINTIES),
        evidence,
        rule="generated",
    )
    return replace(claim, id=claim_id(claim)), sentence
