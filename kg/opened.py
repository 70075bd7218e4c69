"""An open graph folder as Python sees it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from kg.folder import GraphFolder
from kg.records import DocumentGraph
from kg.view import GraphView

if TYPE_CHECKING:
    from kg.loaders.oxigraph import Oxigraph
    from kg.loaders.property_graph import PropertyGraph


class OpenGraph(GraphView):
    """A graph folder, to read and to ask.  The stores open when they are first asked.

    While it is open, no other process can write the folder.
    """

    def __init__(self, folder: GraphFolder) -> None:
        self._folder = folder
        self._claims = folder.identified
        self._open = ExitStack()
        self._open.enter_context(folder)

    def graphs(self) -> Iterator[DocumentGraph]:
        """What each document says, by document id."""
        return self._claims.graphs()

    def sparql(self, query: str) -> list[dict[str, Any]]:
        """The rows that a SPARQL query returns, as dictionaries.

        A query without GRAPH sees all documents; each is a named graph of its own.

        Raises:
            QueryError: the query is malformed.
            StoreLocked: another process holds the store.
        """
        return self._rdf.query(query).dictionaries()

    def cypher(self, query: str, **parameters: object) -> list[dict[str, Any]]:
        """The rows that a Cypher query returns, as dictionaries.

        Raises:
            QueryError: the query is malformed, or would write.
            StoreLocked: another process holds the store.
        """
        return self._property_graph.query(query, parameters).dictionaries()

    def ask(
        self, key: str, *, language: Literal["cypher", "sparql"] = "cypher", **given: str
    ) -> list[dict[str, Any]]:
        """The rows that answer a prepared question (`kg ask` lists them), as dictionaries.

        `given` are its parameters, as text; things by name or id.

        Raises:
            InputError: there is no such question, or a parameter is missing or means nothing.
            StoreLocked: another process holds the store.
        """
        from kg.questions import CypherEngine, SparqlEngine, ask, question

        engine = (
            SparqlEngine(self._rdf) if language == "sparql" else CypherEngine(self._property_graph)
        )
        return ask(question(key), engine, given).dictionaries()

    def close(self) -> None:
        """Let go of the folder and its stores."""
        self._open.close()

    @cached_property
    def _rdf(self) -> Oxigraph:
        from kg.stores import rdf_store

        return self._open.enter_context(rdf_store(self._folder))

    @cached_property
    def _property_graph(self) -> PropertyGraph:
        from kg.stores import property_graph

        return self._open.enter_context(property_graph(self._folder))
