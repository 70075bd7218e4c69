"""Bringing a store up to date: whatever was before, it ends as the claims file is."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from examples import graph
from memory import Memory

from kg.claimsfile import ClaimsFile
from kg.projections import Difference, sync
from kg.records import DocumentGraph


class Recorded(Memory):
    """A store in memory that remembers what was done to it."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[str] = []
        self.removed: list[str] = []

    def write(self, graphs: Iterable[DocumentGraph]) -> None:
        """Write, and remember the ids."""
        graphs = list(graphs)
        self.written += [graph.document.id for graph in graphs]
        super().write(graphs)

    def remove(self, document_id: str) -> None:
        """Remove, and remember the id."""
        self.removed.append(document_id)
        super().remove(document_id)


@pytest.fixture
def claims(tmp_path: Path) -> ClaimsFile:
    """A claims file of the documents a, b and c."""
    file = ClaimsFile(tmp_path / "claims.jsonl")
    for document_id in ("c", "a", "b"):
        file.append(graph(document_id), extractor="x")
    return file


def test_an_empty_store_is_filled(claims: ClaimsFile) -> None:
    """All graphs are written, in order of id, and read back equal."""
    store = Recorded()
    assert sync(store, claims) == Difference(("a", "b", "c"), ())
    assert list(store.read()) == list(claims.graphs())


def test_a_second_time_changes_nothing(claims: ClaimsFile) -> None:
    """A store that is up to date is not written."""
    store = Recorded()
    sync(store, claims)
    store.written.clear()
    assert not sync(store, claims)
    assert store.written == store.removed == []


def test_only_the_difference_is_written(claims: ClaimsFile) -> None:
    """After a crash or a correction, what is missing, different or gone is mended; no more."""
    store = Recorded()
    store.write([graph("a"), graph("b", claims=1), graph("z")])
    store.written.clear()
    assert sync(store, claims) == Difference(("b", "c"), ("z",))
    assert (store.written, store.removed) == (["b", "c"], ["z"])
    assert list(store.read()) == list(claims.graphs())


def test_others_may_stay(claims: ClaimsFile) -> None:
    """In a shared server, documents of other folders are left alone."""
    store = Recorded()
    store.write([graph("z")])
    assert sync(store, claims, keep_others=True).remove == ()
    assert sorted(store.documents()) == ["a", "b", "c", "z"]
