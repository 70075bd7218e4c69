"""A store that keeps everything in memory: the protocol of loaders at its plainest."""

from collections.abc import Iterable, Iterator, Mapping

from kg.records import DocumentGraph
from kg.serialisation import graph_digest


class Memory:
    """A Loader; `written` and `removed` tell what was done to it."""

    def __init__(self) -> None:
        self.graphs: dict[str, DocumentGraph] = {}
        self.written: list[str] = []
        self.removed: list[str] = []

    def prepare(self) -> None:
        """Nothing to prepare."""

    def documents(self) -> Mapping[str, str]:
        """The digest of each graph."""
        return {name: graph_digest(graph) for name, graph in self.graphs.items()}

    def write(self, graphs: Iterable[DocumentGraph]) -> None:
        """Keep each graph."""
        for graph in graphs:
            self.graphs[graph.document.id] = graph
            self.written.append(graph.document.id)

    def read(self) -> Iterator[DocumentGraph]:
        """The graphs by document id."""
        return (graph for _, graph in sorted(self.graphs.items()))

    def remove(self, document_id: str) -> None:
        """Forget a graph."""
        if self.graphs.pop(document_id, None):
            self.removed.append(document_id)

    def close(self) -> None:
        """Nothing to release."""
