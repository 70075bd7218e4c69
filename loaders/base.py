"""What every store does: one small protocol, the same for all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from kg.records import DocumentGraph, Retraction


class Loader(Protocol):
    """A store of document graphs.

    A document's graph is written, replaced and removed as a whole: a reader, or a crash, never
    sees half of one.  Writing the same graph twice changes nothing.
    """

    def prepare(self) -> None:
        """Create constraints and indexes, where they are missing."""

    def documents(self) -> Mapping[str, str]:
        """The `kg.serialisation.graph_digest` of each stored graph, by document id."""

    def write(self, graphs: Iterable[DocumentGraph]) -> None:
        """Store each graph; one whose document is stored already replaces it."""

    def read(self) -> Iterator[DocumentGraph]:
        """Every stored graph, by document id, in the order of `kg.graph.canonical`."""

    def remove(self, document_id: str) -> None:
        """Remove what only this document supports; an unknown id changes nothing."""

    def retractions(self) -> tuple[Retraction, ...]:
        """The traces of documents that were taken out, by document id."""

    def note(self, retractions: Iterable[Retraction]) -> None:
        """Make `retractions` all the traces that are kept."""

    def close(self) -> None:
        """Release the store; what was written stays."""
