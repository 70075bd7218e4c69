"""`kg verify`: silent where the stores hold what the claims say, plain where they do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store
from stories import claim, entity, story

from kg.cli import run
from kg.errors import StoresDiffer
from kg.folder import GraphFolder
from kg.loaders.rdf.terms import document, term
from kg.records import Value
from kg.stores import property_graph_at, rdf_at, update

pytestmark = pytest.mark.arcadedb

FRONT = entity("organisation:front", "ArmedGroup", "Légion de Brume")
KOLVAR = entity("place:kolvar", "City", "Kolvar")
EVENT = entity("event:kolvar", "Bombing", "attentat")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A graph folder with two documents in both stores."""
    path = tmp_path / "graph"
    held = [
        claim(FRONT.id, "controls", KOLVAR.id),
        claim(FRONT.id, "basedIn", KOLVAR.id, "negated"),
    ]
    toll = [claim(EVENT.id, "fatalities", Value("26")), claim(EVENT.id, "perpetrator", FRONT.id)]
    with GraphFolder.create(path) as graph:
        graph.claims.append(story("a", [FRONT, KOLVAR], held), extractor="essai")
        graph.claims.append(story("b", [FRONT, EVENT], toll), extractor="essai")
        update(graph)
    return path


def verified(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """The exit code of `kg verify`, and the differences that it prints."""
    capsys.readouterr()
    code = run(["verify", "--in", str(folder)])
    return code, capsys.readouterr().out.splitlines()


def test_equal_stores_are_silent(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is printed, and the command succeeds."""
    assert verified(folder, capsys) == (0, [])


def test_a_missing_document_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the store that lacks it, with the facts that go with it; a rebuild mends it."""
    with property_graph_at(folder / "property-graph") as store:
        store.remove("b")
    code, lines = verified(folder, capsys)
    assert code == StoresDiffer.exit_code
    assert "property graph: b is missing" in lines
    told = "fact event:kolvar PERPETRATOR organisation:front is missing"
    assert any(told in line for line in lines), lines
    assert not any(line.startswith("RDF store") for line in lines)
    assert run(["rebuild", "--in", str(folder)]) == 0
    assert verified(folder, capsys) == (0, [])


def test_a_changed_name_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With what stands there and what should."""
    with rdf_at(folder / "rdf"):
        pass
    store = Store(str(folder / "rdf" / "store"))
    graph = document("a")
    node = next(iter(store.quads_for_pattern(None, term("name"), Literal("Kolvar"), graph))).subject
    store.remove(Quad(node, term("name"), Literal("Kolvar"), graph))
    store.add(Quad(node, term("name"), Literal("Kolwar"), graph))
    store.flush()
    del store
    code, lines = verified(folder, capsys)
    assert code == StoresDiffer.exit_code
    assert any("a: entity place:kolvar differs" in line and "Kolwar" in line for line in lines)
    assert any("not in the default graph" in line for line in lines)


def test_a_foreign_triple_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A triple of the default graph that no document says."""
    store = Store(str(folder / "rdf" / "store"))
    node = NamedNode("https://exemple.org/x")
    store.add(Quad(node, term("controls"), node))
    store.flush()
    del store
    code, lines = verified(folder, capsys)
    assert code == StoresDiffer.exit_code
    assert any("is in no document" in line and "exemple.org/x" in line for line in lines)
