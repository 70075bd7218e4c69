"""A change of the stored documents: what goes, what comes, and all that follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.loaders.property_graph import statements
from kg.loaders.property_graph.attacks import events_of, pairs_of, write_attacks
from kg.loaders.property_graph.entities import write_entities
from kg.loaders.property_graph.facts import Fact, write_facts
from kg.loaders.property_graph.rows import claim_rows, document_row, mention_rows
from kg.loaders.property_graph.values import write_values
from kg.loaders.property_graph.work import Work
from kg.records import DocumentGraph, Value


@dataclass(frozen=True, slots=True)
class Change:
    """Documents to remove, by id, and graphs to write, which replace those of their ids."""

    removed: tuple[str, ...] = ()
    graphs: tuple[DocumentGraph, ...] = ()

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of all documents that change."""
        return (*self.removed, *(graph.document.id for graph in self.graphs))


def apply(work: Work, change: Change) -> None:
    """Make the change, and write anew what it touches: entities, facts, values, attacks."""
    work.transaction.run(statements.LOCK).consume()
    entities, valued, facts = _touched(work, change)
    attacks = pairs_of(work, entities)
    _delete(work, change.documents)
    moved = write_entities(work, entities, change.graphs)
    _create(work, change.graphs)
    write_facts(work, facts, change.graphs)
    write_values(work, valued)
    write_attacks(work, attacks, entities | events_of(work, moved))


def _touched(work: Work, change: Change) -> tuple[set[str], set[str], set[Fact]]:
    """Entities, those of them that have values, and the facts stated before, of all documents."""
    documents = change.documents
    entities = {row["id"] for row in work.for_ids(statements.MENTIONED_ENTITIES, documents)}
    valued, facts = set(), set()
    for row in work.for_ids(statements.STATED_FACTS, documents):
        if row["object"] is None:
            valued.add(row["subject"])
        else:
            facts.add(Fact(**row))
    for graph in change.graphs:
        entities.update(entity.id for entity in graph.entities)
        valued.update(claim.subject for claim in graph.claims if isinstance(claim.object, Value))
    return entities, valued, facts


def _delete(work: Work, documents: Sequence[str]) -> None:
    work.for_ids(statements.DELETE_CLAIMS, documents)
    work.for_ids(statements.DELETE_DOCUMENTS, documents)


def _create(work: Work, graphs: Sequence[DocumentGraph]) -> None:
    claims = [row for graph in graphs for row in claim_rows(graph)]
    work.for_rows(statements.CREATE_DOCUMENTS, [document_row(graph) for graph in graphs])
    work.for_rows(
        statements.CREATE_MENTIONS, [row for graph in graphs for row in mention_rows(graph)]
    )
    work.for_rows(statements.CREATE_CLAIMS, claims)
    work.for_rows(statements.LINK_OBJECTS, [row for row in claims if row["object"] is not None])
    work.for_rows(statements.LINK_SPEAKERS, [row for row in claims if row["speaker"] is not None])
