"""The stores that the contract is held against: a function that opens each, twice the same."""

from collections.abc import Callable
from pathlib import Path

import pytest
from memory import Memory

from kg.loaders.base import Loader
from kg.loaders.oxigraph import Oxigraph
from kg.loaders.property_graph import PropertyGraph
from kg.loaders.sparql_server import SparqlServer

BACKENDS = [
    "memory",
    "oxigraph",
    "oxigraph server",
    "fuseki server",
    "oxigraph graph store",
    "fuseki graph store",
    pytest.param("arcadedb", marks=pytest.mark.arcadedb),
    pytest.param("neo4j", marks=pytest.mark.neo4j),
]


@pytest.fixture(params=BACKENDS)
def open_store(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Loader]:
    """Opens the store of one backend; opened again, it is the same store."""
    if request.param == "memory":
        store = Memory()
        return lambda: store
    if request.param == "oxigraph":
        return lambda: Oxigraph(tmp_path / "rdf")
    if request.param in ("oxigraph server", "fuseki server"):
        endpoints = request.getfixturevalue(request.param.replace(" ", "_"))
        return lambda: SparqlServer(endpoints.query)
    if request.param.endswith("graph store"):
        endpoints = request.getfixturevalue(request.param.replace(" graph store", "_server"))
        return lambda: SparqlServer(endpoints.query, graph_store_url=endpoints.graph_store)
    address = request.getfixturevalue(f"{request.param}_server")
    return lambda: PropertyGraph.connect(address)
