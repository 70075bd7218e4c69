"""A graph as Python sees it, wherever it is kept."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self, Unpack, overload

from kg.records import Claim, Document, DocumentGraph, Entity, Graph

if TYPE_CHECKING:
    import networkx as nx

    from kg.networks import Filters
    from kg.tables import Tables


class GraphView(ABC):
    """Documents with what they say, to read; close it, or use it in a `with` block.

    What is merged of all documents is read once: what is written later needs a new view.
    """

    @abstractmethod
    def graphs(self) -> Iterator[DocumentGraph]:
        """What each document says, by document id."""

    @abstractmethod
    def close(self) -> None:
        """Let go of what holds the graph."""

    def documents(self) -> Iterator[Document]:
        """All documents, by id."""
        return (graph.document for graph in self.graphs())

    def claims(self) -> Iterator[Claim]:
        """All claims with their evidence, by document id."""
        return (claim for graph in self.graphs() for claim in graph.claims)

    def entities(self) -> tuple[Entity, ...]:
        """The things of all documents, one an id; mentions are left to the documents' graphs."""
        return self._merged.entities

    def merged(self, **filters: Unpack[Filters]) -> Graph:
        """All documents as one graph, or what of it passes `kg.networks.Filters`.

        Raises:
            InputError: a filter names what there is not.
        """
        from kg.networks import choose

        return choose(self._merged, filters)

    @overload
    def network(
        self, kind: Literal["multi"] = "multi", **filters: Unpack[Filters]
    ) -> nx.MultiDiGraph[str]: ...

    @overload
    def network(self, kind: Literal["directed"], **filters: Unpack[Filters]) -> nx.DiGraph[str]: ...

    @overload
    def network(self, kind: Literal["undirected"], **filters: Unpack[Filters]) -> nx.Graph[str]: ...

    def network(
        self,
        kind: Literal["multi", "directed", "undirected"] = "multi",
        **filters: Unpack[Filters],
    ) -> nx.Graph[str]:
        """What passes the filters as a networkx graph, with typed attributes.

        Of the kind "multi" it has an edge a claim, denied ones too (`kg.networks.network`); of the
        kinds "directed" and "undirected" an edge a pair, whose `weight` is how many sources say
        that there is a link (`kg.networks.directed`).

        Raises:
            InputError: a filter names what there is not, or there is no such kind.
        """
        from kg.errors import InputError
        from kg.networks import directed, network, undirected

        if kind not in ("multi", "directed", "undirected"):
            raise InputError(f"{kind!r:.50}: no kind of network; say multi, directed or undirected")
        found = network(self.merged(**filters))
        if kind == "multi":
            return found
        return directed(found) if kind == "directed" else undirected(found)

    def tables(self, **filters: Unpack[Filters]) -> Tables:
        """What passes the filters as the tables `claims`, `entities` and `events`.

        Each has `.pandas()` and `.polars()`.

        Raises:
            InputError: a filter names what there is not.
        """
        from kg.tables import Tables
        from kg.things import Things

        return Tables(self.merged(**filters), Things(self._merged.entities))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _repr_html_(self) -> str:
        from kg.display import graph_html

        return graph_html(self._merged)

    @cached_property
    def _merged(self) -> Graph:
        from kg.graph import merge

        return merge(self.graphs())
