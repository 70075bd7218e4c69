"""Documents in batches, each small enough for one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.records import DocumentGraph

MOST_DOCUMENTS = 500
MOST_CHARACTERS = 2_000_000


def batches(graphs: Iterable[DocumentGraph]) -> Iterator[tuple[DocumentGraph, ...]]:
    """The graphs in order, in batches in which no document stands twice."""
    batch: dict[str, DocumentGraph] = {}
    characters = 0
    for graph in graphs:
        size = len(graph.document.text)
        full = len(batch) == MOST_DOCUMENTS or characters + size > MOST_CHARACTERS
        if batch and (full or graph.document.id in batch):
            yield tuple(batch.values())
            batch, characters = {}, 0
        batch[graph.document.id] = graph
        characters += size
    if batch:
        yield tuple(batch.values())
