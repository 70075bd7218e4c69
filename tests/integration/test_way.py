"""The whole way: articles into a folder, questions to both stores, copies in servers."""

import json
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sparql_server import Endpoints

import kg
import kg.demo
from kg.cli import run
from kg.demo import DISPATCHES
from kg.folder import GraphFolder
from kg.loaders.servers.process import BoltAddress
from kg.projections import difference
from kg.stores import sparql_server

Ask = Callable[..., list[dict[str, Any]]]

FACTS_SPARQL = """
SELECT DISTINCT ?subject ?object WHERE {
  ?c a fa:Claim ; rdf:subject ?s ; rdf:predicate fa:occurredIn ; rdf:object ?o .
  ?s rdfs:label ?subject . ?o rdfs:label ?object
}"""
FACTS_CYPHER = """
MATCH (c:Claim {relation: 'occurredIn'})-[:SUBJECT]->(s), (c)-[:OBJECT]->(o)
RETURN DISTINCT s.name AS subject, o.name AS object"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder built from the dispatches."""
    into = tmp_path_factory.mktemp("way") / "graph"
    assert run(["build", str(DISPATCHES), "--into", str(into)]) == 0
    return into


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    """Runs a query command and gives its rows."""

    def asked(*arguments: str | Path) -> list[dict[str, Any]]:
        capsys.readouterr()
        assert run([*map(str, arguments), "--format", "json"]) == 0
        rows: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
        return rows

    return asked


def _pairs(rows: list[dict[str, Any]]) -> set[tuple[str, str]]:
    return {(row["subject"], row["object"]) for row in rows}


def _content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.arcadedb
def test_building_again_changes_nothing(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same articles a second time: every document is unchanged, not a byte is written."""
    before = _content(built)
    assert run(["build", str(DISPATCHES), "--into", str(built)]) == 0
    assert "unchanged" in capsys.readouterr().out
    assert _content(built) == before


@pytest.mark.arcadedb
def test_the_demo_shows_what_is_there(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Counts, actors, facts with their sentences, and three commands that work."""
    assert run(["demo", "--into", str(built)]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("12 dispatches, ")
    assert shown.count("\n    « ") == 3
    with kg.open(built) as graph:
        tour = kg.demo.tour(graph)
    assert len(tour.actors) == 5
    assert [actor.neighbours for actor in tour.actors] == sorted(
        (actor.neighbours for actor in tour.actors), reverse=True
    )
    sparql, cypher, _ = shown.split("Try next:\n")[1].splitlines()
    for line in (sparql, cypher):
        assert run(shlex.split(line)[1:]) == 0
        assert len(capsys.readouterr().out.splitlines()) > 2


@pytest.mark.arcadedb
def test_both_stores_tell_the_same_facts(built: Path, ask: Ask) -> None:
    """Where something happened is the same in SPARQL and in Cypher."""
    in_rdf = _pairs(ask("sparql", FACTS_SPARQL, "--in", built))
    in_cypher = _pairs(ask("cypher", FACTS_CYPHER, "--in", built))
    assert len(in_rdf) > 5
    assert in_rdf == in_cypher


@pytest.mark.arcadedb
def test_a_rebuild_from_the_claims_alone_is_complete(built: Path, tmp_path: Path, ask: Ask) -> None:
    """With both stores lost, `kg rebuild` makes them from the claims file."""
    copy = tmp_path / "copy"
    shutil.copytree(built, copy)
    shutil.rmtree(copy / "rdf")
    shutil.rmtree(copy / "property-graph")
    assert run(["rebuild", "--in", str(copy)]) == 0
    expected = _pairs(ask("sparql", FACTS_SPARQL, "--in", built))
    assert _pairs(ask("sparql", FACTS_SPARQL, "--in", copy)) == expected
    assert _pairs(ask("cypher", FACTS_CYPHER, "--in", copy)) == expected
    assert not list(copy.glob("*.new")) + list(copy.glob("*.old"))


@pytest.mark.arcadedb
def test_a_rebuild_that_fails_keeps_the_old_stores(built: Path, tmp_path: Path, ask: Ask) -> None:
    """Where the claims turn out to be damaged, the stores still answer as before."""
    copy = tmp_path / "copy"
    shutil.copytree(built, copy)
    claims = copy / "claims.jsonl"
    claims.write_bytes(claims.read_bytes().replace(b'"occurredIn"', b'"occurredAt"', 1))
    assert run(["rebuild", "--in", str(copy)]) == 7
    expected = _pairs(ask("sparql", FACTS_SPARQL, "--in", built))
    assert _pairs(ask("sparql", FACTS_SPARQL, "--in", copy)) == expected


@pytest.mark.arcadedb
def test_a_lost_store_is_made_again_when_it_is_asked(built: Path, tmp_path: Path, ask: Ask) -> None:
    """A folder of which only the claims were copied answers at once."""
    copy = tmp_path / "copy"
    copy.mkdir()
    for name in ("claims.jsonl", "meta.json"):
        shutil.copy(built / name, copy)
    expected = _pairs(ask("sparql", FACTS_SPARQL, "--in", built))
    assert _pairs(ask("sparql", FACTS_SPARQL, "--in", copy)) == expected


@pytest.mark.arcadedb
def test_python_sees_the_same_graph(built: Path) -> None:
    """`kg.open` gives claims, entities, network and both query languages."""
    with kg.open(built) as graph:
        claims = list(graph.claims())
        entities = {entity.id for entity in graph.entities()}
        assert len(list(graph.documents())) == 12
        assert {claim.subject for claim in claims} <= entities
        edges = sum(isinstance(claim.object, str) for claim in claims)
        assert graph.network().number_of_edges() == edges
        (counted,) = graph.sparql("SELECT (COUNT(*) AS ?n) WHERE { ?c a fa:Claim }")
        assert int(counted["n"]) == len(claims)
        query = "MATCH (c:Claim) WHERE c.certainty = $certainty RETURN count(c) AS n"
        (counted,) = graph.cypher(query, certainty="asserted")
        assert counted["n"] == sum(claim.certainty == "asserted" for claim in claims)


@pytest.mark.arcadedb
def test_an_edited_article_replaces_the_old(built: Path, tmp_path: Path, ask: Ask) -> None:
    """A new text under a known id: what only the old one said is gone from both stores."""
    copy = tmp_path / "copy"
    shutil.copytree(built, copy)
    line = {"id": "demo-01", "text": "Une bombe a explosé à Tirza.", "published": "2024-03-05"}
    (tmp_path / "new.jsonl").write_text(json.dumps(line))
    assert run(["build", str(tmp_path / "new.jsonl"), "--into", str(copy)]) == 0
    sparql = "SELECT ?t { <https://w3id.org/faisceau/document/demo-01> schema:text ?t }"
    text = ask("sparql", sparql, "--in", copy)
    cypher = "MATCH (d:Document {id: 'demo-01'}) RETURN d.text AS t"
    assert ask("cypher", cypher, "--in", copy) == text == [{"t": line["text"]}]


@pytest.mark.neo4j
def test_a_graph_is_loaded_into_neo4j(
    built: Path,
    tmp_path: Path,
    neo4j_server: BoltAddress,
    ask: Ask,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """`kg load` copies a folder; `kg cypher --neo4j` sees what `kg sparql` sees."""
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    for _ in range(2):
        assert run(["load", str(built), "--to", neo4j_server.uri]) == 0
    expected = _pairs(ask("sparql", FACTS_SPARQL, "--in", built))
    found = _pairs(ask("cypher", FACTS_CYPHER, "--neo4j", neo4j_server.uri))
    assert expected <= found


def test_a_graph_is_loaded_into_a_sparql_server(built: Path, oxigraph_server: Endpoints) -> None:
    """`kg load` to an HTTP address copies every document, and then none is missing."""
    url = oxigraph_server.query
    with GraphFolder.open(built) as folder, sparql_server(url, "", "") as store:
        assert len(difference(store, folder.identified).write) == 12
        assert run(["load", str(built), "--to", url]) == 0
        assert not difference(store, folder.identified).write


@pytest.mark.neo4j
def test_a_wrong_password_is_refused_and_not_shown(
    built: Path,
    tmp_path: Path,
    neo4j_server: BoltAddress,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One line, the code of a refusal, and no trace of the password."""
    (tmp_path / "password").write_text("mot-de-passe-faux\n")
    arguments = ["--to", neo4j_server.uri, "--password-file", str(tmp_path / "password")]
    assert run(["load", str(built), *arguments]) == 10
    told = capsys.readouterr()
    assert told.err.count("\n") == 1
    assert "mot-de-passe-faux" not in told.out + told.err


def test_a_server_that_is_not_there(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An address where nothing answers is told with its cure."""
    assert run(["load", str(built), "--to", "neo4j://127.0.0.1:1"]) == 9
    assert "127.0.0.1:1" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["sparql", "SELECT WHERE"], 11),
        (["sparql", "INSERT DATA { fa:a fa:b fa:c }"], 11),
        (["cypher", "MATCH (n RETURN n"], 11),
        (["cypher", "MATCH (n) DETACH DELETE n"], 11),
    ],
)
@pytest.mark.arcadedb
def test_a_bad_query_changes_nothing(
    arguments: list[str], code: int, built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A malformed query, or one that would write, is refused in one line."""
    assert run([*arguments, "--in", str(built)]) == code
    assert capsys.readouterr().err.count("\n") == 1


def test_a_folder_in_use_is_said(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """While a process writes, another is told to wait."""
    with GraphFolder.create(built):
        assert run(["sparql", "ASK {}", "--in", str(built)]) == 8
    assert "another kg process" in capsys.readouterr().err
