"""`kg retract`: a document is gone as if it had never been there, and a trace tells why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from stories import claim, entity, story

import kg
from kg.cli import run
from kg.errors import GraphFolderError
from kg.folder import GraphFolder
from kg.records import DocumentGraph, Retraction
from kg.stores import rdf_store, update

pytestmark = pytest.mark.arcadedb

FRONT = entity("organisation:legion", "ArmedGroup", "Légion de Brume")
KOLVAR = entity("place:kolvar", "City", "Kolvar")
TIRZA = entity("place:tirza", "City", "Tirza")
HELD = claim(FRONT.id, "controls", KOLVAR.id)
ARTICLES = [
    story("a", [FRONT, KOLVAR], [HELD], day=1),
    story("b", [FRONT, KOLVAR, TIRZA], [HELD, claim(FRONT.id, "controls", TIRZA.id)], day=2),
]


def filled(path: Path, articles: list[DocumentGraph]) -> Path:
    """A graph folder that holds `articles`."""
    with GraphFolder.create(path) as graph:
        for article in articles:
            graph.claims.append(article, extractor="essai")
    return path


def facts(folder: Path) -> list[tuple[str, int]]:
    """What is controlled, and by how many documents that is said, as Cypher sees it."""
    with kg.open(folder) as graph:
        rows = graph.cypher(
            "MATCH ()-[r:CONTROLS]->(p) RETURN p.name AS place, r.documents AS n ORDER BY place"
        )
    return [(row["place"], row["n"]) for row in rows]


def quads(folder: Path) -> list[str]:
    """All quads of the RDF store but the traces."""
    with GraphFolder.open(folder) as graph, rdf_store(graph) as store:
        return [line for line in store.dump().splitlines() if "retraction" not in line]


def test_what_only_it_supports_goes_and_what_others_say_stays(tmp_path: Path) -> None:
    """Afterwards both stores are as if the document had never been there, the trace apart."""
    folder = filled(tmp_path / "graph", ARTICLES)
    assert facts(folder) == [("Kolvar", 2), ("Tirza", 1)]
    assert run(["retract", "b", "--in", str(folder), "--why", "source démentie"]) == 0
    assert facts(folder) == [("Kolvar", 1)]
    assert quads(folder) == quads(filled(tmp_path / "never", ARTICLES[:1]))
    assert run(["verify", "--in", str(folder)]) == 0


def test_the_trace_can_be_asked_for_in_both_stores(tmp_path: Path) -> None:
    """What, when and why; a query that does not ask for it does not see it."""
    folder = filled(tmp_path / "graph", ARTICLES)
    address = ARTICLES[1].document.url
    assert run(["retract", address, "--in", str(folder), "--why", "source démentie"]) == 0
    with kg.open(folder) as graph:
        (labelled,) = graph.cypher(
            "MATCH (t:Retraction) RETURN t.retracted AS d, t.why AS why, t.`when` AS at"
        )
        asked = "SELECT ?d ?why { GRAPH ?g { ?t a fa:Retraction ; fa:retracted ?d ; fa:why ?why } }"
        (traced,) = graph.sparql(asked)
        assert graph.sparql("SELECT ?t { ?t a fa:Retraction }") == []
    assert (labelled["d"], labelled["why"]) == ("b", "source démentie")
    assert labelled["at"].endswith("+00:00")
    assert traced == {"d": "b", "why": "source démentie"}


def test_it_is_put_back_as_if_nothing_had_been(tmp_path: Path) -> None:
    """--undo brings document and facts back, and drops the trace."""
    folder = filled(tmp_path / "graph", ARTICLES)
    before = quads(folder)
    assert run(["retract", "b", "--in", str(folder)]) == 0
    assert run(["retract", "b", "--in", str(folder), "--undo"]) == 0
    assert quads(folder) == before
    assert facts(folder) == [("Kolvar", 2), ("Tirza", 1)]
    assert run(["verify", "--in", str(folder)]) == 0


def test_building_again_does_not_bring_it_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same document is skipped with the reason; a corrected one is read."""
    article = tmp_path / "article.jsonl"
    line = {"id": "essai", "published": "2024-03-08", "text": "Le Hezbollah a soutenu le Hamas."}
    article.write_text(json.dumps(line) + "\n", encoding="utf8")
    folder = tmp_path / "graph"
    assert run(["build", str(article), "--into", str(folder)]) == 0
    assert run(["retract", "essai", "--in", str(folder), "--why", "faux"]) == 0
    capsys.readouterr()
    assert run(["build", str(article), "--into", str(folder)]) == 0
    shown = capsys.readouterr()
    assert "(faux); put it back with: kg retract --undo" in shown.out
    assert "claims: 0 added, 0 removed" in shown.err
    line["text"] = "Le Hezbollah a soutenu le Hamas, puis l'Iran."
    article.write_text(json.dumps(line) + "\n", encoding="utf8")
    assert run(["build", str(article), "--into", str(folder)]) == 0
    with GraphFolder.open(folder) as graph:
        assert list(graph.claims.batches) == ["essai"]


def test_what_is_not_there_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing is written."""
    folder = filled(tmp_path / "graph", ARTICLES)
    before = (folder / "claims.jsonl").read_bytes()
    for undo in ([], ["--undo"]):
        assert run(["retract", "c", *undo, "--in", str(folder)]) != 0
        assert "is not there" in capsys.readouterr().err
    assert (folder / "claims.jsonl").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"), [(["retract"], "was taken out already"), (["retract", "--undo"], "is not")]
)
def test_a_second_time_changes_nothing_but_finishes_the_first(
    words: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A command that was interrupted after its first step brings the stores up to date."""
    folder = filled(tmp_path / "graph", ARTICLES)
    with GraphFolder.create(folder) as graph:
        update(graph)
        graph.claims.retract(Retraction("b", "2024-03-05T10:00:00+00:00", "démenti"))
        if "--undo" in words:
            update(graph)
            graph.claims.restore("b")
    before = (folder / "claims.jsonl").read_bytes()
    assert run([*words, ARTICLES[1].document.url, "--in", str(folder)]) == 0
    assert f"b: {said}" in capsys.readouterr().err
    assert (folder / "claims.jsonl").read_bytes() == before
    assert run(["verify", "--in", str(folder)]) == 0


def test_no_folder_is_made(tmp_path: Path) -> None:
    """Where there is none, that is an error."""
    assert run(["retract", "a", "--in", str(tmp_path / "absent")]) == GraphFolderError.exit_code
    assert list(tmp_path.iterdir()) == []
