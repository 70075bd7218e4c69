"""Cypher over HTTP: of the Neo4j that the server was started with, reading only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from serving import Served, served
from war import DOCUMENTS, FRONT

from kg.loaders.property_graph import PropertyGraph
from kg.loaders.servers.process import BoltAddress

pytestmark = pytest.mark.neo4j


@pytest.fixture(scope="module")
def asking(
    war: Path, neo4j_server: BoltAddress, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """`kg serve --neo4j` of a server that holds the war."""
    place = tmp_path_factory.mktemp("cypher")
    password = place / "password"
    password.write_text(neo4j_server.password)
    login = ("--user", neo4j_server.user, "--password-file", str(password))
    with closing(PropertyGraph.connect(neo4j_server)) as store:
        store.prepare()
        store.write(DOCUMENTS)
        with served(war, place / "log", "--neo4j", neo4j_server.uri, *login) as running:
            yield running
        for document in store.documents():
            store.remove(document)


def _ask(server: Served, query: str, **parameters: str) -> httpx.Response:
    asked = {"query": query, "parameters": parameters}
    return httpx.post(f"{server.url}cypher", json=asked, timeout=60)


def test_a_query_is_answered(asking: Served) -> None:
    """With its parameters, as columns and rows."""
    answer = _ask(asking, "MATCH (e:Entity {id: $id}) RETURN e.name AS nom", id=FRONT.id)
    assert answer.json() == {"columns": ["nom"], "rows": [[FRONT.name]]}


@pytest.mark.parametrize("query", ["CREATE (n:X)", "MATCH (n) DETACH DELETE n", "RETURN", ""])
def test_what_writes_or_is_malformed_is_refused(query: str, asking: Served) -> None:
    """400, with the reason."""
    answer = _ask(asking, query)
    assert answer.status_code == 400
    assert answer.text.strip()


def test_what_is_no_question_is_refused(asking: Served) -> None:
    """No JSON, no query, parameters that are none."""
    for body in (
        b"MATCH",
        b"[]",
        b"{}",
        b'{"query": 1}',
        b'{"query": "RETURN 1", "parameters": 2}',
    ):
        assert httpx.post(f"{asking.url}cypher", content=body).status_code == 400


def test_without_neo4j_it_is_told(server: Served) -> None:
    """The message says how to have it."""
    answer = _ask(server, "RETURN 1")
    assert answer.status_code == 404
    assert "--neo4j" in answer.text
    assert httpx.get(f"{server.url}terms.json").json()["cypher"] is False
