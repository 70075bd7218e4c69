"""A view of documents' graphs that are no folder's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.records import DocumentGraph
from kg.view import GraphView


class InMemory(GraphView):
    """The graphs that it is given."""

    def __init__(self, graphs: Iterable[DocumentGraph]) -> None:
        self._graphs = tuple(graphs)

    def graphs(self) -> Iterator[DocumentGraph]:
        """As they were given."""
        return iter(self._graphs)

    def close(self) -> None:
        """Nothing to let go of."""
