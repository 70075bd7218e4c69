"""The simplest store, in memory: the one to read first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.records import DocumentGraph, Retraction
from kg.serialisation import graph_digest


class Memory:
    """Document graphs in a dictionary, for as long as the process runs."""

    def __init__(self) -> None:
        self._graphs: dict[str, DocumentGraph] = {}
        self._retractions: tuple[Retraction, ...] = ()

    def prepare(self) -> None:
        """Nothing to create."""

    def documents(self) -> Mapping[str, str]:
        """The id of each stored document with the digest of its graph."""
        return {id: graph_digest(graph) for id, graph in self._graphs.items()}

    def write(self, graphs: Iterable[DocumentGraph]) -> None:
        """Store each graph; one whose document is stored already replaces it."""
        for graph in graphs:
            self._graphs[graph.document.id] = graph

    def read(self) -> Iterator[DocumentGraph]:
        """Every stored graph, by document id."""
        for document_id in sorted(self._graphs):
            yield self._graphs[document_id]

    def remove(self, document_id: str) -> None:
        """Remove a document's graph; an unknown id changes nothing."""
        self._graphs.pop(document_id, None)

    def retractions(self) -> tuple[Retraction, ...]:
        """The traces of documents that were taken out, by document id."""
        return self._retractions

    def note(self, retractions: Iterable[Retraction]) -> None:
        """Make `retractions` all the traces that are kept."""
        self._retractions = tuple(sorted(retractions, key=lambda each: each.document))

    def close(self) -> None:
        """Nothing to release."""
