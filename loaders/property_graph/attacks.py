"""Who attacked whom: relationships derived from the roles of attacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple

from kg.loaders.property_graph import statements
from kg.loaders.property_graph.facts import write_relationships
from kg.loaders.property_graph.work import Row, Work

EDGE = "attacked"
EVENT = "Attack"
DOER = "perpetrator"
STRUCK = ("target", "victim")


class Pair(NamedTuple):
    """Two entities by their ids: one that attacked, and one that was attacked."""

    subject: str
    object: str


def pairs_of(work: Work, events: Collection[str]) -> dict[Pair, set[str]]:
    """Doer and struck of the events of these ids, with the events, whatever their classes."""
    doer, struck = _roles(work)
    pairs: dict[Pair, set[str]] = defaultdict(set)
    for row in work.for_ids(statements.event_pairs(doer, struck), events):
        pairs[Pair(row["subject"], row["object"])].add(row["event"])
    return pairs


def events_of(work: Work, actors: Collection[str]) -> set[str]:
    """The events in which these entities have a role."""
    doer, struck = _roles(work)
    return {row["id"] for row in work.for_ids(statements.events_of(f"{doer}|{struck}"), actors)}


def write_attacks(work: Work, stale: Iterable[Pair], events: Collection[str]) -> None:
    """Write the relationships of stale pairs and of those of `events` from the facts that stand."""
    pairs: dict[Pair, set[str]] = {pair: set() for pair in stale}
    for pair, found in pairs_of(work, events).items():
        pairs.setdefault(pair, set()).update(found)
    relationship = work.vocabulary.edge(EDGE)
    known = statements.known_relationships(relationship, "events")
    for row in work.for_rows(known, [pair._asdict() for pair in pairs]):
        pairs[Pair(row["subject"], row["object"])].update(row["names"])
    standing = _standing(work, pairs)
    write_relationships(work, relationship, [_row(work, pair, standing[pair]) for pair in pairs])


def _roles(work: Work) -> tuple[str, str]:
    names = work.vocabulary.relationship
    return names(DOER), "|".join(map(names, STRUCK))


def _standing(work: Work, pairs: dict[Pair, set[str]]) -> dict[Pair, dict[str, str]]:
    """The events of each pair that are attacks between such ends, with their certainty."""
    rows = [
        {"event": event, **pair._asdict()}
        for pair, events in pairs.items()
        for event in sorted(events)
    ]
    edge, any_of = work.vocabulary.ontology.structure[EDGE], work.vocabulary.any_of
    ends = (any_of([EVENT]), any_of(edge.domain), any_of(edge.range))
    statement = statements.attacks(*_roles(work), *ends)
    roles: dict[tuple[Pair, str], list[Row]] = defaultdict(list)
    for row in work.for_rows(statement, rows):
        roles[Pair(row["subject"], row["object"]), row["event"]].append(row)
    standing: dict[Pair, dict[str, str]] = {pair: {} for pair in pairs}
    for (pair, event), found in roles.items():
        standing[pair][event] = _certainty(work, found)
    return standing


def _certainty(work: Work, roles: list[Row]) -> str:
    """That of the less sure of the two ends; an end told several ways is as sure as the surest."""
    surest = work.vocabulary.surest
    ends = (surest(row[end] for row in roles) for end in ("done", "suffered"))
    return work.vocabulary.least_sure(ends)


def _row(work: Work, pair: Pair, events: dict[str, str]) -> Row:
    return {**pair._asdict(), "properties": _properties(work, events) if events else None}


def _properties(work: Work, events: dict[str, str]) -> Row:
    return {"events": sorted(events), "certainty": work.vocabulary.surest(events.values())}
