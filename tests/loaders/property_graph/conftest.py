"""A property graph in each of the servers, emptied before every test."""

from collections.abc import Callable, Iterator

import pytest
from neo4j import GraphDatabase

from kg.loaders.property_graph import PropertyGraph
from kg.loaders.servers.process import BoltAddress

SERVERS = [
    pytest.param("arcadedb", marks=pytest.mark.arcadedb),
    pytest.param("neo4j", marks=pytest.mark.neo4j),
]


@pytest.fixture(params=SERVERS)
def address(request: pytest.FixtureRequest) -> BoltAddress:
    """Where the server answers."""
    address: BoltAddress = request.getfixturevalue(f"{request.param}_server")
    return address


@pytest.fixture
def store(address: BoltAddress) -> Iterator[PropertyGraph]:
    """An empty store."""
    store = PropertyGraph.connect(address)
    store.prepare()
    for document_id in store.documents():
        store.remove(document_id)
    yield store
    store.close()


@pytest.fixture
def by_hand(address: BoltAddress) -> Iterator[Callable[..., None]]:
    """Runs a statement on the server as another user would, past the store."""
    with GraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver:

        def run(statement: str, **parameters: str) -> None:
            driver.execute_query(statement, parameters, database_=address.database)

        yield run
