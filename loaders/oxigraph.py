"""The RDF store: Oxigraph, on disk, in a folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from kg.errors import DiskError, GraphFolderError, StoreLocked
from kg.loaders.answer import Answer
from kg.loaders.rdf import to_graph, to_quads, to_text
from kg.loaders.rdf.retractions import retractions_graph, to_retractions
from kg.loaders.rdf.terms import document, identifier, term
from kg.loaders.sparql import addition, ask, notes, removal, replacement, withdrawal
from kg.records import DocumentGraph, Retraction

_LOCKED = ("While lock file", "lock hold by current process")
STORE, NEW = "store", "store.new"
"""Where in its folder the store is, and where one is built that is to take its place."""
_MANY = 100
"""From how many documents on an empty store is filled in bulk."""


class Oxigraph:
    """A store whose named graphs are documents.

    The default graph holds what they say together, each triple once: Oxigraph's own union of named
    graphs gives a triple as many times as documents say it, so that counts would be wrong.
    """

    def __init__(self, path: str | Path) -> None:
        """The store in the folder `path`, made if need be.

        Raises:
            StoreLocked: another process holds it.
            GraphFolderError: it is damaged.
            DiskError: the folder can't be made or written.
        """
        self._path = Path(path)
        self._store = _open(self._path)
        self._forget_snapshot()

    def prepare(self) -> None:
        """Nothing to create: every term is indexed."""

    def documents(self) -> Mapping[str, str]:
        """The digest of each stored document's graph, by document id."""
        quads = self._store.quads_for_pattern(None, term("digest"), None, None)
        return {
            identifier(quad.subject): quad.object.value
            for quad in quads
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
        }

    def write(self, graphs: Iterable[DocumentGraph]) -> None:
        """Store each graph in one step; one whose document is stored already replaces it.

        Many at once fill an empty store all together, or not at all.

        Raises:
            InvalidGraph: a class, relation, certainty or qualifier is none of the ontology's.
            DiskError: the disk is full; what was stored before is whole.
        """
        graphs = iter(graphs)
        first = list(islice(graphs, _MANY))
        left: Iterable[DocumentGraph] = chain(first, graphs)
        if len(first) == _MANY and not self.documents():
            left = self._fill(left)
        for graph in left:
            name = graph.document.id
            self._update(withdrawal(name), replacement(graph), addition(name))

    def read(self) -> Iterator[DocumentGraph]:
        """Every stored graph, by document id, in the order of `kg.graph.canonical`."""
        for document_id in sorted(self.documents()):
            quads = self._store.quads_for_pattern(None, None, None, document(document_id))
            yield to_graph(quads)

    def remove(self, document_id: str) -> None:
        """Drop a document's named graph; an unknown id changes nothing.

        Raises:
            DiskError: the disk is full; what was stored before is whole.
        """
        self._update(withdrawal(document_id), removal(document_id))

    def retractions(self) -> tuple[Retraction, ...]:
        """The traces of documents that were taken out, by document id."""
        return to_retractions(self._store.quads_for_pattern(None, None, None, retractions_graph()))

    def note(self, retractions: Iterable[Retraction]) -> None:
        """Make `retractions` all the traces that are kept.

        Raises:
            DiskError: the disk is full; what was stored before is whole.
        """
        self._update(notes(retractions))

    def query(self, sparql: str, *, timeout: float = 60) -> Answer:
        """The answer to a SPARQL query, which sees all documents where it names no graph.

        Args:
            sparql: SELECT, ASK, CONSTRUCT or DESCRIBE; the prefixes of the ontology are known.
            timeout: seconds after which the query is stopped.

        Raises:
            QueryError: it is malformed, would write or ask another server, or takes too long.
        """
        return ask(self._snapshot(), sparql, timeout=timeout)

    def dump(self) -> str:
        """All quads as N-Quads, a line each, in order: equal for stores that hold the same."""
        text = to_text(self._store, RdfFormat.N_QUADS)
        return "".join(sorted(f"{line}\n" for line in text.split("\n") if line))

    def copy(self, folder: Path) -> None:
        """Make the new folder `folder` a copy of the store, of links to its files.

        The files of the store itself come and go while it is open.

        Raises:
            DiskError: the folder can't be made.
        """
        with self._disk_errors():
            self._store.backup(folder)

    def close(self) -> None:
        """Let go of the folder; a second time changes nothing."""
        if hasattr(self, "_store"):
            self._forget_snapshot()
            del self._store

    def _fill(self, graphs: Iterable[DocumentGraph]) -> list[DocumentGraph]:
        """Put a store that is built beside this one, in bulk, into its place.

        Returns the graphs whose documents came before; they are not written.
        """
        again = list[DocumentGraph]()
        self._forget_snapshot()
        with self._disk_errors():
            _build(self._path / NEW, chain(self._store, _both(_first_ones(graphs, again))))
            del self._store
            shutil.rmtree(self._path / STORE)
            (self._path / NEW).rename(self._path / STORE)
        self._store = _open(self._path)
        return again

    def _snapshot(self) -> Path:
        """A copy of the store for the processes that answer queries."""
        folder = self._path / "snapshot"
        if not folder.exists():
            self.copy(folder)
        return folder

    def _forget_snapshot(self) -> None:
        shutil.rmtree(self._path / "snapshot", ignore_errors=True)

    def _update(self, *steps: str) -> None:
        """Carry out all `steps`, or none; what is asked from then on is asked of a new snapshot."""
        self._forget_snapshot()
        with self._disk_errors():
            self._store.update(" ;\n".join(steps))

    @contextmanager
    def _disk_errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise DiskError(
                f"{self._path}: {error}; free some space, then run the same command again"
            ) from None


def _first_ones(
    graphs: Iterable[DocumentGraph], again: list[DocumentGraph]
) -> Iterator[DocumentGraph]:
    """Of each document the first graph; the others are added to `again`."""
    seen = set[str]()
    for graph in graphs:
        if graph.document.id in seen:
            again.append(graph)
        else:
            seen.add(graph.document.id)
            yield graph


def _both(graphs: Iterable[DocumentGraph]) -> Iterator[Quad]:
    """The quads of the documents' named graphs, and the same in the default graph."""
    for graph in graphs:
        for quad in to_quads(graph):
            yield quad
            yield Quad(quad.subject, quad.predicate, quad.object)


def _build(path: Path, quads: Iterable[Quad]) -> None:
    """A store in the folder `path` that holds `quads`, and is closed again."""
    shutil.rmtree(path, ignore_errors=True)
    store = Store(path)
    try:
        store.bulk_extend(quads)
        store.flush()
    finally:
        del store


def _open(path: Path) -> Store:
    try:
        path.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(path / NEW, ignore_errors=True)
        return Store(path / STORE)
    except (OSError, RuntimeError) as error:  # damage is a RuntimeError
        raise _opening_error(path, str(error)) from None


def _opening_error(path: Path, reason: str) -> DiskError | GraphFolderError | StoreLocked:
    if any(sign in reason for sign in _LOCKED):
        return StoreLocked(
            f"{path}: another process holds the RDF store; wait until it ends, then try again"
        )
    if reason.startswith("Corruption"):
        return GraphFolderError(
            f"{path}: the RDF store is damaged; make it anew: kg rebuild --in DIR"
        )
    return DiskError(f"{path}: {reason}; free some space, or choose a folder that can be written")
