"""Documents' graphs put in order, and merged into one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.merging import one_an_id
from kg.records import Claim, Document, DocumentGraph, Entity, Graph


def canonical(graph: DocumentGraph) -> DocumentGraph:
    """`graph` in the order in which it is stored, without repetitions.

    Entities stand by first mention, then id; claims by place, then id; aliases by code point.
    """
    return DocumentGraph(
        graph.document,
        tuple(sorted(one_an_id(graph.entities), key=_first_mention)),
        tuple(sorted({claim.id: _in_order(claim) for claim in graph.claims}.values(), key=_place)),
    )


def merge(graphs: Iterable[DocumentGraph]) -> Graph:
    """The graphs of several documents as one; the order in which they come does not matter.

    What several documents say of an entity is joined: the deepest class, the name that most of them
    use (of equals the longest), all other wordings as aliases.  Mentions are left to the documents.
    """
    documents: list[Document] = []
    entities: list[Entity] = []
    claims: list[Claim] = []
    for graph in graphs:
        documents.append(graph.document)
        entities += (replace(entity, mentions=()) for entity in graph.entities)
        claims += graph.claims
    return Graph(
        tuple(sorted(documents, key=lambda document: document.id)),
        tuple(sorted(one_an_id(entities), key=lambda entity: entity.id)),
        tuple(sorted(claims, key=lambda claim: claim.id)),
    )


def _in_order(claim: Claim) -> Claim:
    return replace(claim, qualifiers=tuple(sorted(claim.qualifiers)))


def _first_mention(entity: Entity) -> tuple[bool, int, str]:
    start = entity.mentions[0].start if entity.mentions else 0
    return not entity.mentions, start, entity.id


def _place(claim: Claim) -> tuple[int, int, str]:
    return claim.evidence.start, claim.evidence.end, claim.id
