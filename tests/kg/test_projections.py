"""Bringing a store up to date: whatever was before, it ends as the claims file is."""

from pathlib import Path

import pytest

from examples import graph
from kg.claimsfile import ClaimsFile
from kg.projections import Difference, sync
from memory import Memory


@pytest.fixture
def claims(tmp_path: Path) -> ClaimsFile:
    """A claims file of the documents a, b and c."""
    file = ClaimsFile(tmp_path / "claims.jsonl")
    for document_id in ("c", "a", "b"):
        file.append(graph(document_id), extractor="x")
    return file


def test_an_empty_store_is_filled(claims: ClaimsFile) -> None:
    """All graphs are written, in order of id, and read back equal."""
    store = Memory()
    assert sync(store, claims) == Difference(("a", "b", "c"), ())
    assert list(store.read()) == list(claims.graphs())


def test_a_second_time_changes_nothing(claims: ClaimsFile) -> None:
    """A store that is up to date is not written."""
    store = Memory()
    sync(store, claims)
    store.written.clear()
    assert not sync(store, claims)
    assert store.written == store.removed == []


def test_only_the_difference_is_written(claims: ClaimsFile) -> None:
    """After a crash or a correction, what is missing, different or gone is mended; no more."""
    store = Memory()
    store.write([graph("a"), graph("b", claims=1), graph("z")])
    store.written.clear()
    assert sync(store, claims) == Difference(("b", "c"), ("z",))
    assert (store.written, store.removed) == (["b", "c"], ["z"])
    assert list(store.read()) == list(claims.graphs())


def test_others_may_stay(claims: ClaimsFile) -> None:
    """In a shared server, documents of other folders are left alone."""
    store = Memory()
    store.write([graph("z")])
    assert sync(store, claims, keep_others=True).remove == ()
    assert sorted(store.graphs) == ["a", "b", "c", "z"]
