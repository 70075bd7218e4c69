"""A graph on a server as Python sees it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from kg.errors import InputError
from kg.records import DocumentGraph
from kg.view import GraphView

if TYPE_CHECKING:
    from kg.loaders.property_graph import PropertyGraph
    from kg.loaders.sparql_server import SparqlServer
    from kg.questions.asking import Engine


class _Connected(GraphView):
    def __init__(self) -> None:
        self._open = ExitStack()

    def close(self) -> None:
        """Let go of the connection."""
        self._open.close()

    def _ask(self, engine: Engine, key: str, given: dict[str, str]) -> list[dict[str, Any]]:
        from kg.questions import ask, question

        return ask(question(key), engine, given).dictionaries()


class Neo4jGraph(_Connected):
    """The documents in a Neo4j server, read-only."""

    def __init__(self, server: AbstractContextManager[PropertyGraph]) -> None:
        super().__init__()
        self._store = self._open.enter_context(server)

    def graphs(self) -> Iterator[DocumentGraph]:
        """What each document says, by document id."""
        return self._store.read()

    def cypher(self, query: str, **parameters: object) -> list[dict[str, Any]]:
        """The rows that a Cypher query returns, as dictionaries.

        Raises:
            QueryError: the query is malformed, or would write.
        """
        return self._store.query(query, parameters).dictionaries()

    def ask(self, key: str, **given: str) -> list[dict[str, Any]]:
        """The rows that answer a prepared question, as `OpenGraph.ask`."""
        from kg.questions import CypherEngine

        return self._ask(CypherEngine(self._store), key, given)


class SparqlGraph(_Connected):
    """The documents behind a SPARQL endpoint, read-only."""

    def __init__(self, server: AbstractContextManager[SparqlServer]) -> None:
        super().__init__()
        self._store = self._open.enter_context(server)

    def graphs(self) -> Iterator[DocumentGraph]:
        """What each document says, by document id."""
        return self._store.read()

    def sparql(self, query: str) -> list[dict[str, Any]]:
        """The rows that a SPARQL query returns, as dictionaries.

        Raises:
            QueryError: the query is malformed.
        """
        return self._store.query(query).dictionaries()

    def ask(self, key: str, **given: str) -> list[dict[str, Any]]:
        """The rows that answer a prepared question, as `OpenGraph.ask`."""
        from kg.questions import SparqlEngine

        return self._ask(SparqlEngine(self._store), key, given)


def connect(uri: str, *, user: str = "", password: str = "") -> Neo4jGraph | SparqlGraph:
    """The graph on the server at `uri`, to read and to ask; close it, or use it in a `with` block.

    Args:
        uri: a Neo4j server (`neo4j://…`, `bolt://…`, also `+s` and `+ssc`), or the address at
            which a SPARQL server answers queries (`http://…/sparql`), such as `kg serve`.
        user: of Neo4j, NEO4J_USER or else "neo4j" if not given; of a SPARQL server none.
        password: of Neo4j, NEO4J_PASSWORD if not given; of a SPARQL server none.

    Raises:
        InputError: `uri` is no address of such a server.
        StoreUnreachable: nothing answers there (SPARQL: when it is first asked).
        StoreRefused: user or password are not accepted.
    """
    from kg import stores

    scheme = urlsplit(uri).scheme
    if scheme in ("http", "https"):
        return SparqlGraph(stores.sparql_server(uri, user, password))
    if scheme.partition("+")[0] in ("neo4j", "bolt"):
        user = user or os.environ.get("NEO4J_USER", "neo4j")
        password = password or os.environ.get("NEO4J_PASSWORD", "")
        return Neo4jGraph(stores.server(uri, user, password))
    raise InputError(f"{uri}: no address of a server; write neo4j://… or http://…/sparql")
