"""`--invalid`: what breaks the shapes is not written anywhere, unless asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from sparql_server import Endpoints
from stories import claim, entity, story

import kg.pipeline
from kg.cli import run
from kg.errors import InvalidGraph
from kg.folder import GraphFolder
from kg.records import Document, DocumentGraph

pytestmark = pytest.mark.arcadedb

PLACES = [entity("place:kolvar", "City", "Kolvar"), entity("place:vologne", "City", "Vologne")]
VALID = story("a", PLACES, [claim("place:kolvar", "locatedIn", "place:vologne")])
BROKEN = story("b", PLACES, [claim("place:kolvar", "controls", "place:vologne")])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder into which an earlier version wrote what is no longer admitted."""
    path = tmp_path / "graphe"
    with GraphFolder.create(path) as graph:
        for each in (VALID, BROKEN):
            graph.claims.append(each, extractor="essai")
    return path


def test_a_build_leaves_out_what_breaks_a_shape(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The others are built; the exit code and the table tell."""

    def wrong(document: Document, *, own: object) -> DocumentGraph:
        return BROKEN if "Vologne" in document.text else VALID

    monkeypatch.setattr(kg.pipeline, "extract", wrong)
    for name in ("Kolvar", "Vologne"):
        (tmp_path / f"{name}.txt").write_text(f"La ville de {name} est calme depuis hier.")
    paths, into = sorted(map(str, tmp_path.glob("*.txt"))), str(tmp_path / "graphe")
    assert run(["build", *paths, "--into", into]) == InvalidGraph.exit_code
    out, err = capsys.readouterr()
    assert "le sujet doit être acteur" in err
    assert "it breaks the ontology's shapes" in out
    with GraphFolder.open(into) as graph:
        assert list(graph.claims.batches) == ["a"]
    assert run(["build", *paths, "--into", into, "--invalid", "report"]) == 0
    with GraphFolder.open(into) as graph:
        assert list(graph.claims.batches) == ["a", "b"]


def test_a_rebuild_refuses_and_keeps_the_old_stores(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is replaced by half."""
    assert run(["rebuild", "--in", str(folder)]) == InvalidGraph.exit_code
    assert "refused" in capsys.readouterr().err
    assert not (folder / "rdf").exists()
    assert run(["rebuild", "--in", str(folder), "--invalid", "report"]) == 0
    assert (folder / "rdf").exists()


def test_a_server_is_not_given_what_breaks_a_shape(
    folder: Path, oxigraph_server: Endpoints, capsys: pytest.CaptureFixture[str]
) -> None:
    """The other documents are loaded."""
    load = ["load", str(folder), "--to", oxigraph_server.query]
    assert run(load) == InvalidGraph.exit_code
    assert "documents: 1 added, 0 removed, 0 were up to date" in capsys.readouterr().err
    assert run([*load, "--invalid", "report"]) == 0
    assert "documents: 1 added, 0 removed, 1 were up to date" in capsys.readouterr().err
