"""Facts between two entities: one relationship each, with what all claims of it say together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from kg.loaders.property_graph import statements
from kg.loaders.property_graph.work import Row, Work
from kg.records import DocumentGraph


class Fact(NamedTuple):
    """A subject, a relation and an object, both by their entity ids."""

    subject: str
    relation: str
    object: str


Item = TypeVar("Item")


def write_facts(work: Work, stale: Collection[Fact], graphs: Sequence[DocumentGraph]) -> None:
    """Write the relationships of stale facts and of those of `graphs` from the claims that stand.

    These are the claims that a relationship names and that still say it, and those of `graphs`: a
    claim says another fact, under its old id, where its subject or object was found to be another.
    A denial supports no fact; a fact without support has no relationship.
    """
    new = list(_stated(work, graphs))
    claims: dict[Fact, set[str]] = {fact: set() for fact in (*stale, *(fact for fact, _ in new))}
    for fact, names in _known(work, claims):
        claims[fact].update(names)
    for fact, claim in new:
        claims[fact].add(claim)
    support = _support(work, claims.values())
    for relation, facts in _by_relation(claims).items():
        rows = [_row(work, fact, _standing(fact, claims[fact], support)) for fact in facts]
        write_relationships(work, work.vocabulary.relationship(relation), rows)


def write_relationships(work: Work, relationship: str, rows: Sequence[Row]) -> None:
    """Write the relationship of each row; delete those whose properties are None."""
    kept = [row for row in rows if row["properties"] is not None]
    gone = [row for row in rows if row["properties"] is None]
    work.for_rows(statements.write_relationships(relationship), kept)
    work.for_rows(statements.delete_relationships(relationship), gone)


def _stated(work: Work, graphs: Iterable[DocumentGraph]) -> Iterator[tuple[Fact, str]]:
    for graph in graphs:
        for claim in graph.claims:
            if isinstance(claim.object, str) and claim.certainty != work.vocabulary.denial:
                yield Fact(claim.subject, claim.relation, claim.object), claim.id


def _known(work: Work, facts: Iterable[Fact]) -> Iterator[tuple[Fact, list[str]]]:
    for relation, group in _by_relation(facts).items():
        relationship = work.vocabulary.relationship(relation)
        rows = [{"subject": fact.subject, "object": fact.object} for fact in group]
        for row in work.for_rows(statements.known_relationships(relationship, "claims"), rows):
            yield Fact(row["subject"], relation, row["object"]), row["names"]


def _by_relation(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    groups: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        groups[fact.relation].append(fact)
    return groups


def _support(work: Work, claims: Iterable[set[str]]) -> dict[str, Row]:
    ids = {id for each in claims for id in each}
    return {row["id"]: row for row in work.for_ids(statements.SUPPORT, ids)}


def _standing(fact: Fact, claims: Iterable[str], support: Mapping[str, Row]) -> list[Row]:
    rows = (support[id] for id in sorted(claims) if id in support)
    return [row for row in rows if (row["subject"], row["object"]) == (fact.subject, fact.object)]


def _row(work: Work, fact: Fact, claims: Sequence[Row]) -> Row:
    return {
        "subject": fact.subject,
        "object": fact.object,
        "properties": _properties(work, claims) if claims else None,
    }


def _properties(work: Work, claims: Sequence[Row]) -> Row:
    days = sorted(claim["published"] for claim in claims if claim["published"])
    return {
        "certainty": work.vocabulary.surest(claim["certainty"] for claim in claims),
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
        "times": sorted({claim["time"] for claim in claims if claim["time"]}),
        "documents": len({claim["document"] for claim in claims}),
        "sources": len({claim["source"] for claim in claims}),
        "claims": [claim["id"] for claim in claims],
    }
