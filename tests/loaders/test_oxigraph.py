"""What the RDF store answers, beyond the contract of all stores."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from examples import graph

from kg.graph import canonical
from kg.loaders.oxigraph import Oxigraph

LABELS = "SELECT ?label { ?place a fa:City ; rdfs:label ?label }"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Oxigraph]:
    """A store of two documents that name the same city."""
    found = Oxigraph(tmp_path / "rdf")
    found.write([canonical(graph("a")), canonical(graph("b"))])
    yield found
    found.close()


def test_what_two_documents_say_is_one_answer(store: Oxigraph) -> None:
    """Without GRAPH a triple counts once, however many documents say it."""
    assert store.query(LABELS).rows == (("Kolvar",),)


def test_graph_tells_the_documents_apart(store: Oxigraph) -> None:
    """With GRAPH each document answers for itself."""
    answer = store.query("SELECT ?g { GRAPH ?g { ?place a fa:City } }")
    assert len(answer.rows) == 2


def test_what_another_document_says_stays(store: Oxigraph) -> None:
    """A removal takes away what only that document said; the last one takes the rest."""
    store.remove("a")
    assert store.query(LABELS).rows == (("Kolvar",),)
    store.remove("b")
    assert store.query("ASK { ?s ?p ?o }").rows == ((False,),)
    assert store.dump() == ""


def test_a_new_version_takes_its_old_words_back(store: Oxigraph) -> None:
    """What only the old version of a document said is gone from the answers."""
    other = canonical(graph("a"))
    renamed = tuple(replace(e, name="Kolvar-la-Neuve") for e in other.entities if e.type == "City")
    store.write([replace(other, entities=renamed, claims=())])
    assert sorted(store.query(LABELS).rows) == [("Kolvar",), ("Kolvar-la-Neuve",)]
    store.remove("b")
    assert store.query(LABELS).rows == (("Kolvar-la-Neuve",),)
