"""The property graph as a store of document graphs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict
from functools import partial
from typing import Any, TypeVar

from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    Driver,
    GraphDatabase,
    ManagedTransaction,
    Session,
)

from kg.loaders.answer import Answer
from kg.loaders.property_graph import statements
from kg.loaders.property_graph.batches import batches
from kg.loaders.property_graph.change import Change, apply
from kg.loaders.property_graph.checks import refuse_invalid
from kg.loaders.property_graph.connection import clear_errors, open_driver
from kg.loaders.property_graph.dialects import Dialect, dialect_of
from kg.loaders.property_graph.queries import ask
from kg.loaders.property_graph.reading import read_graphs
from kg.loaders.property_graph.vocabulary import Vocabulary
from kg.loaders.property_graph.work import Work
from kg.loaders.servers.process import BoltAddress
from kg.ontology import load
from kg.ontology.derive import cypher
from kg.records import DocumentGraph, Retraction
from kg.serialisation import graph_digest

Result = TypeVar("Result")
_PAGE = 100
"""How many documents are read in one transaction."""


class PropertyGraph:
    """Document graphs in a server that speaks Bolt and Cypher; see `docs/property-graph.md`.

    A change of a document and all that follows from it is one transaction.  Nodes that others put
    into the database are left alone.
    """

    def __init__(self, driver: Driver, address: BoltAddress, dialect: Dialect) -> None:
        self._driver = driver
        self._address = address
        self._dialect = dialect
        self._bookmarks = GraphDatabase.bookmark_manager()
        self._vocabulary = Vocabulary(load())

    @classmethod
    def connect(cls, address: BoltAddress, *, dialect: Dialect | None = None) -> PropertyGraph:
        """The store at `address`; without a database name, the user's own database.

        The dialect is by default that of the server that answers.

        Raises:
            StoreUnreachable: nothing answers there.
            StoreRefused: user, password or database are not accepted.
        """
        driver, agent = open_driver(address)
        return cls(driver, address, dialect or dialect_of(agent))

    def prepare(self) -> None:
        """Create constraints and indexes, where they are missing."""
        for statement in cypher.statements(self._vocabulary.ontology):
            self._write(partial(_run, statement=statement))

    def documents(self) -> Mapping[str, str]:
        """The id of each stored document with the digest of its graph."""
        rows = self._read(lambda transaction: transaction.run(statements.DIGESTS).data())
        return {row["id"]: row["digest"] for row in rows}

    def write(self, graphs: Iterable[DocumentGraph]) -> None:
        """Store each graph; one whose document is stored already replaces it.

        Several documents share a transaction; each is checked before anything of it is written.

        Raises:
            InvalidGraph: a graph names what the ontology does not declare.
        """
        stored = self.documents()
        changed = (g for g in graphs if stored.get(g.document.id) != graph_digest(g))
        for batch in batches(changed):
            for graph in batch:
                refuse_invalid(graph, self._vocabulary.ontology)
            self._apply(Change(graphs=batch))

    def read(self) -> Iterator[DocumentGraph]:
        """Every stored graph, equal to what was written, by document id."""
        ids = sorted(self.documents())
        for start in range(0, len(ids), _PAGE):
            page = ids[start : start + _PAGE]
            yield from self._read(partial(read_graphs, ids=page))

    def remove(self, document_id: str) -> None:
        """Remove what only this document supports; an unknown id changes nothing."""
        self._apply(Change(removed=(document_id,)))

    def retractions(self) -> tuple[Retraction, ...]:
        """The traces of documents that were taken out, by document id."""
        rows = self._read(lambda transaction: transaction.run(statements.RETRACTIONS).data())
        return tuple(Retraction(**row) for row in rows)

    def note(self, retractions: Iterable[Retraction]) -> None:
        """Make `retractions` all the traces that are kept."""
        rows = [asdict(each) for each in retractions]

        def work(transaction: ManagedTransaction) -> None:
            transaction.run(statements.FORGET_RETRACTIONS).consume()
            transaction.run(statements.NOTE_RETRACTIONS, rows=rows).consume()

        self._write(work)

    def query(
        self,
        query: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        limit: int | None = None,
        timeout: float = 60,
    ) -> Answer:
        """The answer to a Cypher query that only reads, of at most `limit` rows.

        Its values are plain ones, as JSON knows them (see `kg.loaders.property_graph.plain`).

        Raises:
            QueryError: it is malformed, would write, or takes more than `timeout` seconds.
        """
        with clear_errors(self._address), self._session(READ_ACCESS) as session:
            return ask(
                session,
                query,
                parameters or {},
                dialect=self._dialect,
                limit=limit,
                timeout=timeout,
            )

    def close(self) -> None:
        """Close the connections; what was written stays."""
        self._driver.close()

    def _apply(self, change: Change) -> None:
        def work(transaction: ManagedTransaction) -> None:
            apply(Work(transaction, self._vocabulary, self._dialect), change)

        self._write(work)

    def _write(self, work: Callable[[ManagedTransaction], Result]) -> Result:
        with clear_errors(self._address), self._session() as session:
            result: Result = session.execute_write(work)
        return result

    def _read(self, work: Callable[[ManagedTransaction], Result]) -> Result:
        with clear_errors(self._address), self._session() as session:
            result: Result = session.execute_read(work)
        return result

    def _session(self, access: str = WRITE_ACCESS) -> Session:
        """A session that sees what earlier ones wrote, whichever member of a cluster answers."""
        return self._driver.session(
            database=self._address.database or None,
            default_access_mode=access,
            bookmark_manager=self._bookmarks,
        )


def _run(transaction: ManagedTransaction, statement: str) -> None:
    transaction.run(statement).consume()
