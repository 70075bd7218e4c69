"""The SPARQL servers of the tests are what the loader's tests take them for."""

from __future__ import annotations

import httpx
import pytest
from sparql_server import Endpoints


@pytest.fixture(params=["fuseki_server", "oxigraph_server"])
def server(request: pytest.FixtureRequest) -> Endpoints:
    """Each server in turn."""
    endpoints: Endpoints = request.getfixturevalue(request.param)
    return endpoints


def test_a_graph_is_stored_asked_and_dropped(server: Endpoints) -> None:
    """Graph Store protocol, SPARQL query and SPARQL Update work on one and the same dataset."""
    graph = "urn:essai:serveur"
    question = f'ASK {{ GRAPH <{graph}> {{ <urn:a> <urn:b> "Vologne" }} }}'

    def is_stored() -> bool:
        headers = {"Accept": "application/sparql-results+json"}
        answer = httpx.get(server.query, params={"query": question}, headers=headers)
        return bool(answer.raise_for_status().json()["boolean"])

    assert not is_stored()
    httpx.put(
        server.graph_store,
        params={"graph": graph},
        content='<urn:a> <urn:b> "Vologne" .',
        headers={"Content-Type": "text/turtle"},
    ).raise_for_status()
    assert is_stored()
    httpx.post(
        server.update,
        content=f"DROP GRAPH <{graph}>",
        headers={"Content-Type": "application/sparql-update"},
    ).raise_for_status()
    assert not is_stored()
