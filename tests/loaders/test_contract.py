"""What every store must do: one suite, the same for all."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from dumps import dump
from examples import TEXT
from examples import graph as example
from graphs import HOSTILE, graphs
from hypothesis import HealthCheck, given, settings

from kg.graph import canonical
from kg.loaders.base import Loader
from kg.records import DocumentGraph, Retraction
from kg.serialisation import graph_digest

Open = Callable[[], Loader]


@pytest.fixture
def loader(open_store: Open) -> Iterator[Loader]:
    """An empty store."""
    store = open_store()
    store.prepare()
    for document_id in list(store.documents()):
        store.remove(document_id)
    yield store
    store.close()


def graph(document_id: str = "doc-1", *, text: str = TEXT, claims: int = 2) -> DocumentGraph:
    """A small graph in canonical order; those of two documents speak of the same things."""
    return canonical(example(document_id, text, claims=claims))


def content(store: Loader) -> list[DocumentGraph]:
    """All that `store` holds."""
    return list(store.read())


def test_it_gives_back_what_was_written(loader: Loader) -> None:
    """Reading is the inverse of writing, by document id."""
    loader.write([graph("b"), graph("a")])
    assert content(loader) == [graph("a"), graph("b")]


def test_writing_again_changes_nothing(loader: Loader) -> None:
    """The same graph twice is there once."""
    loader.write([graph()])
    loader.write([graph()])
    loader.write([graph(), graph()])
    assert content(loader) == [graph()]


def test_it_knows_the_digests(loader: Loader) -> None:
    """A store tells which graphs it holds, so that only others need be written."""
    loader.write([graph("a"), graph("b")])
    assert loader.documents() == {name: graph_digest(graph(name)) for name in ("a", "b")}


def test_an_empty_store_is_empty(loader: Loader) -> None:
    """No document, no graph."""
    assert loader.documents() == {}
    assert content(loader) == []


def test_a_new_version_replaces_the_old(loader: Loader) -> None:
    """Of a document that has changed, only the new graph is there."""
    loader.write([graph("a"), graph("b")])
    loader.write([graph("a", claims=1)])
    assert content(loader) == [graph("a", claims=1), graph("b")]


def test_removing_a_document_leaves_the_others(loader: Loader) -> None:
    """What another document supports too stays."""
    loader.write([graph("a"), graph("b")])
    loader.remove("a")
    assert content(loader) == [graph("b")]


def test_a_removed_document_can_be_written_again(loader: Loader) -> None:
    """The store is then as if nothing had been removed."""
    loader.write([graph("a"), graph("b")])
    loader.remove("a")
    assert list(loader.documents()) == ["b"]
    loader.write([graph("a")])
    assert content(loader) == [graph("a"), graph("b")]


def test_removing_an_unknown_document_changes_nothing(loader: Loader) -> None:
    """An id that is not there is no error."""
    loader.write([graph()])
    loader.remove("unknown")
    assert content(loader) == [graph()]


def test_writing_nothing_changes_nothing(loader: Loader) -> None:
    """No graph is no work."""
    loader.write([graph()])
    loader.write([])
    assert content(loader) == [graph()]


def test_graphs_may_come_one_by_one(loader: Loader) -> None:
    """They are taken from an iterator, and need not be in memory together."""
    names = [f"doc-{number}" for number in range(30)]
    loader.write(graph(name) for name in names)
    assert content(loader) == [graph(name) for name in sorted(names)]


def test_preparing_again_changes_nothing(loader: Loader) -> None:
    """Constraints and indexes are made where they are missing."""
    loader.write([graph()])
    loader.prepare()
    assert content(loader) == [graph()]


def test_what_was_written_is_there_after_reopening(loader: Loader, open_store: Open) -> None:
    """Closing loses nothing."""
    loader.write([graph()])
    loader.close()
    again = open_store()
    try:
        assert content(again) == [graph()]
    finally:
        again.close()


def test_text_is_only_text(loader: Loader) -> None:
    """Quotes, braces, marks and queries in a text come back as they are, and do nothing else."""
    loader.write([graph("witness")])
    hostile = graph(HOSTILE, text=HOSTILE * 40)
    entities = tuple(replace(e, name=HOSTILE, aliases=(HOSTILE[::-1],)) for e in hostile.entities)
    hostile = canonical(replace(hostile, entities=entities))
    loader.write([hostile])
    assert sorted(content(loader), key=lambda g: g.document.id == "witness") == [
        hostile,
        graph("witness"),
    ]


def test_a_word_of_a_million_characters_is_kept(loader: Loader) -> None:
    """Length is no obstacle."""
    loader.write([graph(text="é" * 1_000_000)])
    assert content(loader) == [graph(text="é" * 1_000_000)]


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(first=graphs("a"), second=graphs("b"))
def test_any_graphs_in_any_order(
    loader: Loader, first: DocumentGraph, second: DocumentGraph
) -> None:
    """Whatever two documents say, and whichever comes first, the store holds both, then one."""
    loader.write([first, second])
    assert content(loader) == [first, second]
    loader.remove("a")
    assert content(loader) == [second]
    loader.write([first])
    assert content(loader) == [first, second]
    loader.remove("a")
    loader.remove("b")
    assert content(loader) == []


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(first=graphs("a"), second=graphs("b"))
def test_after_a_removal_all_is_as_if_the_document_had_never_been_there(
    loader: Loader, first: DocumentGraph, second: DocumentGraph
) -> None:
    """Down to the last node and triple, whichever document came first."""
    loader.write([second])
    never = dump(loader)
    loader.write([first])
    loader.remove("a")
    assert dump(loader) == never
    loader.remove("b")
    loader.write([first, second])
    loader.remove("a")
    assert dump(loader) == never
    loader.remove("b")


def test_traces_are_kept_apart_from_documents(loader: Loader) -> None:
    """They are given back as they were noted, replaced as a whole, and are no documents."""
    first, second = Retraction("b", "2024-03-05T10:00:00+00:00", HOSTILE), Retraction("a", "x", "")
    loader.write([graph("c")])
    loader.note([second, first])
    assert loader.retractions() == (second, first)
    assert content(loader) == [graph("c")]
    loader.note([first])
    assert loader.retractions() == (first,)
    loader.note([])
    assert loader.retractions() == ()
