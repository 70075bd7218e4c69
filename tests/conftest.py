"""Real servers for the tests, each started once a run."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from fuseki import fuseki
from oxigraph_server import oxigraph
from sparql_server import Endpoints

from kg.loaders.servers import arcadedb, neo4j
from kg.loaders.servers.process import BoltAddress


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoltAddress]:
    """The server of NEO4J_URI (user and password in NEO4J_USER, NEO4J_PASSWORD), else our own."""
    uri = os.environ.get("NEO4J_URI")
    if uri:
        user = os.environ.get("NEO4J_USER", neo4j.USER)
        yield BoltAddress(uri, user, os.environ.get("NEO4J_PASSWORD", ""), neo4j.DATABASE)
        return
    with neo4j.running(tmp_path_factory.mktemp("neo4j")) as server:
        yield server.address


@pytest.fixture(scope="session")
def arcadedb_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoltAddress]:
    """An embedded property graph of our own, empty at first."""
    with arcadedb.serve(tmp_path_factory.mktemp("arcadedb")) as address:
        yield address


@pytest.fixture(scope="session")
def fuseki_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoints]:
    """An Apache Jena Fuseki of our own, empty at first."""
    with fuseki(tmp_path_factory.mktemp("fuseki")) as endpoints:
        yield endpoints


@pytest.fixture(scope="session")
def oxigraph_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoints]:
    """Oxigraph's own server, empty at first."""
    with oxigraph(tmp_path_factory.mktemp("oxigraph")) as endpoints:
        yield endpoints
