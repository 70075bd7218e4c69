"""Graphs that readers write: SPARQL Update and the Graph Store protocol, with a token.

The cases of the W3C's tests of the protocol's update operation are named as there.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from serving import Served, make_folder, served
from war import DOCUMENTS

from kg.cli import run
from kg.loaders.rdf.terms import document
from kg.serve.protocol import UPDATE

TOKEN = "jeton-des-essais"  # noqa: S105 - of the tests alone
LOGIN = {"Authorization": f"Bearer {TOKEN}"}
MINE, YOURS = "http://example.org/mine", "http://example.org/yours"
INSERT = f"INSERT DATA {{ GRAPH <{MINE}> {{ <urn:a> <urn:b> 1 }} }}"
TURTLE = {"Content-Type": "text/turtle"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph folder of the first documents of the war."""
    return make_folder(tmp_path_factory.mktemp("written") / "graph", DOCUMENTS[:3])


@pytest.fixture(scope="module")
def writable(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server that may be written."""
    log = tmp_path_factory.mktemp("writable") / "log"
    with served(folder, log, "--write", "--token", TOKEN) as running:
        yield running


@pytest.fixture(autouse=True)
def _empty(writable: Served) -> None:
    _update(writable, "DROP ALL")


def _update(server: Served, update: str, **headers: str) -> httpx.Response:
    sent = {"Content-Type": UPDATE, **LOGIN, **headers}
    return httpx.post(server.sparql, content=update, headers=sent, timeout=60)


def _holds(server: Served, query: str) -> bool:
    response = httpx.get(server.sparql, params={"query": query})
    assert response.status_code == 200, response.text
    held: bool = response.json()["boolean"]
    return held


def _documents(server: Served) -> int:
    query = "SELECT (COUNT(*) AS ?n) { ?d a fa:Document }"
    answer = httpx.get(server.sparql, params={"query": query}, headers={"Accept": "text/csv"})
    return int(answer.text.split()[1])


def test_update_post_form(writable: Served) -> None:
    """An update in a form."""
    response = httpx.post(writable.sparql, data={"update": INSERT}, headers=LOGIN)
    assert response.is_success
    assert _holds(writable, f"ASK {{ GRAPH <{MINE}> {{ <urn:a> <urn:b> 1 }} }}")


def test_update_post_direct(writable: Served) -> None:
    """An update as the body."""
    assert _update(writable, INSERT).is_success
    assert _holds(writable, "ASK { <urn:a> <urn:b> 1 }")


def test_update_base_uri(writable: Served) -> None:
    """Relative IRIs go by BASE."""
    update = f"BASE <http://example.org/> INSERT DATA {{ GRAPH <{MINE}> {{ <s> <p> <o> }} }}"
    assert _update(writable, update).is_success
    query = f"ASK {{ GRAPH <{MINE}> {{ <http://example.org/s> ?p <http://example.org/o> }} }}"
    assert _holds(writable, query)


def test_update_dataset_default_graphs(writable: Served) -> None:
    """The patterns see the graphs that the protocol names, and no others."""
    _update(writable, INSERT)
    _update(writable, INSERT.replace(MINE, YOURS).replace("1", "2"))
    copy = f"INSERT {{ GRAPH <{MINE}> {{ ?s <urn:copied> ?o }} }} WHERE {{ ?s <urn:b> ?o }}"
    response = httpx.post(
        writable.sparql, params={"using-graph-uri": YOURS}, data={"update": copy}, headers=LOGIN
    )
    assert response.is_success
    assert _holds(writable, f"ASK {{ GRAPH <{MINE}> {{ <urn:a> <urn:copied> 2 }} }}")
    assert not _holds(writable, f"ASK {{ GRAPH <{MINE}> {{ <urn:a> <urn:copied> 1 }} }}")
    assert _documents(writable) == 3


def test_update_dataset_named_graphs(writable: Served) -> None:
    """GRAPH sees the graphs that the protocol names, and no others; these stay as they were."""
    _update(writable, INSERT)
    _update(writable, INSERT.replace(MINE, YOURS).replace("1", "2"))
    copy = "INSERT { GRAPH <urn:new> { ?s <urn:copied> ?o } } WHERE { GRAPH ?g { ?s <urn:b> ?o } }"
    named = {"using-named-graph-uri": YOURS}
    response = httpx.post(writable.sparql, params=named, data={"update": copy}, headers=LOGIN)
    assert response.is_success
    assert _holds(writable, "ASK { GRAPH <urn:new> { <urn:a> <urn:copied> 2 } }")
    assert not _holds(writable, "ASK { <urn:a> <urn:copied> 1 }")
    assert _holds(writable, f"ASK {{ GRAPH <{MINE}> {{ <urn:a> <urn:b> 1 }} }}")


def test_update_dataset_full(writable: Served) -> None:
    """Both kinds."""
    _update(writable, INSERT)
    _update(writable, INSERT.replace(MINE, YOURS).replace("1", "2"))
    joined = (
        "INSERT { GRAPH <urn:new> { ?s <urn:both> ?x, ?y } } "
        "WHERE { ?s <urn:b> ?x GRAPH ?g { ?s <urn:b> ?y } }"
    )
    graphs = {"using-graph-uri": MINE, "using-named-graph-uri": YOURS}
    response = httpx.post(writable.sparql, params=graphs, data={"update": joined}, headers=LOGIN)
    assert response.is_success
    assert _holds(writable, "ASK { GRAPH <urn:new> { <urn:a> <urn:both> 1, 2 } }")
    assert _documents(writable) == 3


def test_bad_update_dataset_conflict(writable: Served) -> None:
    """Graphs named by the protocol and by the update."""
    update = f"INSERT {{ GRAPH <{MINE}> {{ ?s ?p ?o }} }} USING <{YOURS}> WHERE {{ ?s ?p ?o }}"
    response = httpx.post(
        writable.sparql, params={"using-graph-uri": YOURS}, data={"update": update}, headers=LOGIN
    )
    assert response.status_code == 400


def test_bad_updates(writable: Served) -> None:
    """GET, several updates, a wrong or missing type, other characters, a wrong syntax."""
    url, raw = writable.sparql, INSERT.encode()
    assert httpx.get(url, params={"update": INSERT}, headers=LOGIN).status_code == 400
    two = {"update": [INSERT, INSERT]}
    assert httpx.post(url, data=two, headers=LOGIN).status_code == 400
    for media in ("text/plain", ""):
        headers = {**LOGIN, "Content-Type": media}
        assert httpx.post(url, content=raw, headers=headers).status_code in (400, 415)
    assert _update(writable, INSERT, **{"Content-Type": f"{UPDATE}; charset=UTF-16"}).is_error
    assert _update(writable, "INSERT DATA {").status_code == 400
    assert not _holds(writable, "ASK { <urn:a> ?b ?c }")


@pytest.mark.parametrize(
    "headers", [{}, {"Authorization": "Bearer faux"}, {"Authorization": f"Basic {TOKEN}"}]
)
def test_without_the_token_nothing_is_written(headers: dict[str, str], writable: Served) -> None:
    """401, for updates and for graphs."""
    response = httpx.post(writable.sparql, data={"update": INSERT}, headers=headers)
    put = httpx.put(f"{writable.url}store", params={"graph": MINE}, headers={**TURTLE, **headers})
    assert (response.status_code, put.status_code) == (401, 401)
    assert "WWW-Authenticate" in response.headers
    assert not _holds(writable, "ASK { <urn:a> ?b ?c }")


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <urn:a> <urn:b> 1 }",
        "DELETE WHERE { ?s ?p ?o }",
        "DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }",
        "CLEAR DEFAULT",
        f"DROP GRAPH <{document(DOCUMENTS[0].document.id).value}>",
        f"MOVE <{document(DOCUMENTS[0].document.id).value}> TO <{MINE}>",
        f"INSERT DATA {{ GRAPH <{document('x').value}> {{ <urn:a> <urn:b> 1 }} }}",
        "LOAD <http://127.0.0.1:1/> INTO GRAPH <http://example.org/mine>",
    ],
)
def test_documents_cannot_be_written(update: str, writable: Served) -> None:
    """Nor can the default graph, which is the union of all; the message says what can."""
    response = _update(writable, update)
    assert response.status_code == 403
    assert _documents(writable) == 3


def test_to_drop_all_drops_what_readers_wrote(writable: Served) -> None:
    """The documents stay."""
    _update(writable, INSERT)
    assert _update(writable, "DROP ALL").is_success
    assert not _holds(writable, "ASK { <urn:a> ?b ?c }")
    assert _documents(writable) == 3


def test_a_graph_is_put_read_added_to_and_deleted(writable: Served) -> None:
    """The life of a graph, by the Graph Store protocol."""
    url, graph = f"{writable.url}store", {"graph": MINE}
    headers = {**TURTLE, **LOGIN}
    assert httpx.get(url, params=graph).status_code == 404
    first, second = "<urn:a> <urn:b> 1 .", "<urn:a> <urn:b> 2 ."
    assert httpx.put(url, params=graph, content=first, headers=headers).status_code == 201
    assert httpx.post(url, params=graph, content=second, headers=headers).status_code == 204
    got = httpx.get(url, params=graph, headers={"Accept": "application/n-triples"})
    assert len(got.text.splitlines()) == 2
    assert httpx.put(url, params=graph, content=second, headers=headers).status_code == 204
    got = httpx.get(url, params=graph, headers={"Accept": "application/n-triples"})
    assert len(got.text.splitlines()) == 1
    assert httpx.delete(url, params=graph, headers=LOGIN).status_code == 204
    assert httpx.delete(url, params=graph, headers=LOGIN).status_code == 404
    assert httpx.get(url, params=graph).status_code == 404


def test_bad_graphs(writable: Served) -> None:
    """No graph, two, no IRI, a document, no RDF, an unknown type."""
    url, headers = f"{writable.url}store", {**TURTLE, **LOGIN}
    assert httpx.get(url).status_code == 400
    assert httpx.get(url, params={"graph": [MINE, YOURS]}).status_code == 400
    assert httpx.get(url, params={"graph": "pas d'IRI"}).status_code == 400
    of_ours = {"graph": document(DOCUMENTS[0].document.id).value}
    assert httpx.get(url, params=of_ours).status_code == 200
    assert httpx.delete(url, params=of_ours, headers=LOGIN).status_code == 403
    assert httpx.put(url, params={"default": ""}, headers=headers).status_code == 403
    put = {"params": {"graph": MINE}, "content": "n'importe quoi"}
    assert httpx.put(url, headers=headers, **put).status_code == 400  # type: ignore[arg-type]
    other = {**LOGIN, "Content-Type": "image/png"}
    assert httpx.put(url, headers=other, **put).status_code == 415  # type: ignore[arg-type]


def test_many_at_once(writable: Served) -> None:
    """Each of many updates is there in the end."""
    updates = [INSERT.replace("1", str(number)) for number in range(8)]
    with ThreadPoolExecutor() as threads:
        answers = list(threads.map(lambda update: _update(writable, update), updates))
    assert all(answer.is_success for answer in answers)
    for number in range(8):
        assert _holds(writable, f"ASK {{ <urn:a> <urn:b> {number} }}")


def test_what_was_written_outlives_the_server_and_a_rebuild(tmp_path: Path) -> None:
    """It stands in a file of its own, which the stores of the folder do not know."""
    path = make_folder(tmp_path / "graph", DOCUMENTS[:2])
    with served(path, tmp_path / "log", "--write", "--token", TOKEN) as running:
        assert _update(running, INSERT).is_success
    assert run(["rebuild", "--in", str(path)]) == 0
    assert run(["verify", "--in", str(path)]) == 0
    with served(path, tmp_path / "log") as running:
        assert _holds(running, f"ASK {{ GRAPH <{MINE}> {{ <urn:a> <urn:b> 1 }} }}")
        assert _update(running, INSERT).status_code == 403


def test_writing_needs_a_token(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """--write alone is refused."""
    monkeypatch.delenv("FAISCEAU_TOKEN", raising=False)
    assert run(["serve", str(tmp_path), "--write"]) == 2
    assert "token" in capsys.readouterr().err
