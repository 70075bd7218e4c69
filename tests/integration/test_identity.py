"""Identity as its users meet it: joined, decided, reviewed and taken back, in both stores."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from stories import claim, entity, story

import kg
from kg.cli import run
from kg.folder import GraphFolder
from kg.ontology import load
from kg.records import DocumentGraph, Value
from kg.stores import property_graph, rdf_store

pytestmark = pytest.mark.arcadedb

FRONT = entity("organisation:front", "ArmedGroup", "Front du Levant")
KOLVAR = entity("place:kolvar", "City", "Kolvar")
FULL = entity("person:abou-omar-al-vardani", "Person", "Abou Omar al-Vardani")
SPELT = entity("person:abu-umar-al-vardani", "Person", "Abu Umar al-Vardani")
SHORT = entity("person:vardani", "Person", "Vardani")

ARTICLES = [
    story("a", [FULL, FRONT], [claim(FULL.id, "leads", FRONT.id)], day=1),
    story("b", [SPELT, KOLVAR], [claim(SPELT.id, "operatesIn", KOLVAR.id)], day=2),
    story("c", [SHORT, KOLVAR], [claim(SHORT.id, "operatesIn", KOLVAR.id, "alleged")], day=3),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A graph folder with three articles that spell one man in three ways."""
    return filled(tmp_path / "graph", ARTICLES)


def filled(path: Path, articles: Sequence[DocumentGraph]) -> Path:
    """A graph folder that holds `articles`, in the order in which they are given."""
    with GraphFolder.create(path) as graph:
        for article in articles:
            graph.claims.append(article, extractor="essai")
    return path


def stored(path: Path) -> tuple[str, list[DocumentGraph]]:
    """What both stores of a folder hold, brought up to date: all quads, and all documents."""
    with GraphFolder.open(path) as graph:
        with rdf_store(graph) as rdf:
            quads, documents = rdf.dump(), list(rdf.read())
        with property_graph(graph) as labelled:
            assert list(labelled.read()) == documents
        assert documents == list(graph.identified.graphs())
    return quads, documents


def people(path: Path) -> set[str]:
    """The ids of the people in both stores."""
    return {e.id for graph in stored(path)[1] for e in graph.entities if e.type == "Person"}


def test_spellings_are_one_node_with_a_forwarding_id(folder: Path) -> None:
    """Both stores lead from the id that is gone to the one that stands."""
    assert people(folder) == {FULL.id, SHORT.id}
    iri = load().entity_iri(SPELT.id)
    with kg.open(folder) as graph:
        (row,) = graph.sparql(f"SELECT ?now WHERE {{ <{iri}> fa:replacedBy ?now }}")
        assert row["now"] == load().entity_iri(FULL.id)
        (row,) = graph.cypher("MATCH (p:Person) WHERE $old IN p.formerly RETURN p.id", old=SPELT.id)
        assert row["p.id"] == FULL.id
        (row,) = graph.cypher("MATCH (p:Person)-[:LEADS]->() RETURN p.name, p.aliases")
        assert {row["p.name"], *row["p.aliases"]} == {"Abou Omar al-Vardani", "Abu Umar al-Vardani"}


def test_the_order_of_building_does_not_matter(folder: Path, tmp_path: Path) -> None:
    """The dump is the same, whichever article came first."""
    backwards = filled(tmp_path / "backwards", ARTICLES[::-1])
    assert stored(backwards) == stored(folder)


def test_a_decision_holds_for_every_rebuild_until_it_is_taken_back(folder: Path) -> None:
    """Then the graph is as if it had never been made."""
    before = stored(folder)
    assert run(["same", FULL.id, SHORT.id, "--in", str(folder), "--why", "même homme"]) == 0
    assert people(folder) == {FULL.id}
    assert "même homme" in (folder / "decisions.tsv").read_text(encoding="utf8")
    assert run(["rebuild", "--in", str(folder)]) == 0
    assert people(folder) == {FULL.id}
    assert run(["same", FULL.id, SHORT.id, "--in", str(folder), "--undo"]) == 0
    assert stored(folder) == before


def test_a_wrong_join_is_undone_by_former_ids(folder: Path) -> None:
    """What was joined is told apart by the ids that the documents give."""
    before = stored(folder)
    assert run(["different", FULL.id, SPELT.id, "--in", str(folder)]) == 0
    assert people(folder) == {FULL.id, SPELT.id, SHORT.id}
    assert run(["different", SPELT.id, FULL.id, "--in", str(folder), "--undo"]) == 0
    assert stored(folder) == before


def test_a_name_is_decided_and_undecided(folder: Path) -> None:
    """The id stays; the old name is an alias."""
    before = stored(folder)
    assert run(["rename", "Abu Umar al-Vardani", "L'Émir", "--in", str(folder)]) == 0
    with kg.open(folder) as graph:
        (row,) = graph.cypher("MATCH (p:Person {name: $name}) RETURN p.id", name="L'Émir")
        assert row["p.id"] == FULL.id
    assert run(["rename", "L'Émir", "--undo", "--in", str(folder)]) == 0
    assert stored(folder) == before


def test_pairs_are_reviewed_as_csv(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Out with their sentences, and in with the answers; answered pairs are asked no more."""
    assert run(["review", "--in", str(folder), "--csv"]) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert {row["one_name"], row["other_name"]} == {"Abou Omar al-Vardani", "Vardani"}
    assert row["one_sentence"]
    assert row["other_sentence"]
    assert row["now"] == "apart"
    answers = tmp_path / "answers.csv"
    with answers.open("w", encoding="utf8", newline="") as file:
        writer = csv.DictWriter(file, row)
        writer.writeheader()
        writer.writerow({**row, "answer": "same"})
    assert run(["review", "--in", str(folder), "--answers", str(answers)]) == 0
    assert people(folder) == {FULL.id}
    capsys.readouterr()
    assert run(["review", "--in", str(folder), "--csv"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_pairs_are_reviewed_in_the_terminal(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each is shown with its sentences, on standard error, and the answer is taken."""
    monkeypatch.setattr("sys.stdin", io.StringIO("d\n"))
    assert run(["review", "--in", str(folder)]) == 0
    shown = capsys.readouterr()
    assert "Vardani" in shown.err
    assert not shown.out
    assert "different\t" in (folder / "decisions.tsv").read_text(encoding="utf8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["same", "Personne", SHORT.id], "nothing in"),
        (["same", SHORT.id, SHORT.id], "give two ids"),
        (["same", FULL.id, SHORT.id, "--undo"], "holds no decision"),
        (["rename", FULL.id], "no name"),
    ],
)
def test_what_can_not_be_decided_is_refused(
    folder: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line says what to do, and nothing is written down."""
    assert run([*arguments, "--in", str(folder)]) != 0
    assert said in capsys.readouterr().err
    assert not (folder / "decisions.tsv").exists()


def test_a_bad_answer_is_refused(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The line is named, and no answer of the file is taken."""
    answers = tmp_path / "answers.csv"
    answers.write_text("answer,one,other\nsame,a,b\npeut-être,a,c\n", encoding="utf8")
    assert run(["review", "--in", str(folder), "--answers", str(answers)]) != 0
    assert f"{answers}:3: 'peut-être' is no answer" in capsys.readouterr().err
    assert not (folder / "decisions.tsv").exists()


def test_a_team_adds_actors_of_its_own(folder: Path) -> None:
    """`actors.yaml` in the folder names them, with their numbers in Wikidata."""
    (folder / "actors.yaml").write_text(
        "organisation:fdl: {type: ArmedGroup, names: {fr: [Front du Levant]}, wikidata: Q42}\n",
        encoding="utf8",
    )
    with kg.open(folder) as graph:
        (row,) = graph.cypher("MATCH (g:ArmedGroup) RETURN g.id, g.wikidata, g.formerly")
    assert row == {"g.id": "organisation:fdl", "g.wikidata": "Q42", "g.formerly": [FRONT.id]}


def test_a_copy_is_no_second_source(tmp_path: Path) -> None:
    """A fact that a copy repeats has two documents and one source."""
    text = (
        "Le Front du Levant tient Kolvar depuis que l'armée vardane s'en est retirée lundi. "
        "Les habitants de la ville disent que personne ne les a prévenus de ce départ."
    )
    told = story("a", [FRONT, KOLVAR], [claim(FRONT.id, "controls", KOLVAR.id)], day=1)
    first = _with_text(told, "a", text)
    second = _with_text(told, "b", f"{text} Notre correspondant.")
    third = _with_text(told, "c", "Kolvar est aux mains du Front du Levant.")
    path = filled(tmp_path / "graph", [second, first, third])
    with kg.open(path) as graph:
        (row,) = graph.cypher("MATCH ()-[r:CONTROLS]->() RETURN r.documents, r.sources")
        assert (row["r.documents"], row["r.sources"]) == (3, 2)
        assert len(graph.sparql("SELECT ?copy WHERE { ?copy fa:copyOf ?first }")) == 1


def _with_text(graph: DocumentGraph, document: str, text: str) -> DocumentGraph:
    from dataclasses import replace

    from kg.identity import claim_id

    evidence = replace(graph.claims[0].evidence, document=document)
    said = replace(graph.claims[0], evidence=evidence)
    return DocumentGraph(
        replace(graph.document, id=document, text=text),
        graph.entities,
        (replace(said, id=claim_id(said)),),
    )


def test_contradictions_of_one_event_are_kept_and_asked_for(tmp_path: Path) -> None:
    """Two articles on one attack: one node, with both tolls and both sources."""
    articles = []
    for document, toll in (("a", "26"), ("b", "30")):
        event = entity(f"event:{document}", "Bombing", "attentat")
        said = [
            claim(event.id, "onDate", Value("2024-03-01")),
            claim(event.id, "occurredIn", KOLVAR.id),
            claim(event.id, "fatalities", Value(toll)),
        ]
        articles.append(story(document, [event, KOLVAR], said, day=2))
    path = filled(tmp_path / "graph", articles)
    with kg.open(path) as graph:
        (row,) = graph.cypher("MATCH (e:Bombing) RETURN e.fatalities")
        assert sorted(row["e.fatalities"]) == ["26", "30"]
        tolls = graph.cypher(
            "MATCH (e:Bombing)<-[:SUBJECT]-(c:Claim {relation: 'fatalities'})-[:STATED_IN]->(d) "
            "RETURN c.value AS toll, d.id AS document ORDER BY document"
        )
    assert tolls == [{"toll": "26", "document": "a"}, {"toll": "30", "document": "b"}]


def test_the_kept_identities_follow_what_they_depend_on(folder: Path) -> None:
    """They are kept between two commands, follow each change, and are made anew when broken."""
    kept = folder / "identities.sqlite"
    before = stored(folder)
    size = kept.stat().st_size
    kept.write_bytes(b"{" * size)
    assert stored(folder) == before
    with GraphFolder.create(folder) as graph:
        graph.claims.append(story("d", [KOLVAR], day=4), extractor="essai")
    assert len(stored(folder)[1]) == 4
    kept.unlink()
    assert len(stored(folder)[1]) == 4


def test_identities_need_no_file_of_their_own(folder: Path) -> None:
    """Where none can be written they are found anew each time, and are the same."""
    with GraphFolder.open(folder) as graph:
        before = graph.identified.digests
    (folder / "identities.sqlite").unlink()
    (folder / "identities.sqlite").mkdir()
    with GraphFolder.open(folder) as graph:
        assert graph.identified.digests == before
