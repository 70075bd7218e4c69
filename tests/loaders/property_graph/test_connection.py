"""Servers that do not answer, or refuse: one line that says what to do, and no password in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from kg.errors import FaisceauError, StoreRefused, StoreUnreachable
from kg.loaders.property_graph import ARCADEDB, NEO4J, PropertyGraph
from kg.loaders.property_graph.dialects import dialect_of
from kg.loaders.servers.process import BoltAddress, free_port

PASSWORD = "très-secret"  # noqa: S105
NOWHERE = BoltAddress("bolt://127.0.0.1:1", "neo4j", PASSWORD, "")


@contextmanager
def refused(error: type[FaisceauError], *words: str) -> Iterator[None]:
    """What is done here fails so, with these words in the one line of its message."""
    with pytest.raises(error) as raised:
        yield
    message = str(raised.value)
    assert all(word in message for word in words), message
    assert "\n" not in message
    assert PASSWORD not in message


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "neo4j+s", "bolt+ssc"])
def test_a_server_that_does_not_answer(scheme: str) -> None:
    """The message names the address, and what to check."""
    address = f"{scheme}://127.0.0.1:{free_port()}"
    with refused(StoreUnreachable, address, "does not answer", "check host and port"):
        PropertyGraph.connect(replace(NOWHERE, uri=address))


@pytest.mark.parametrize("uri", ["ftp://127.0.0.1", "localhost:7687", "", "bolt://[::1"])
def test_an_address_that_is_none(uri: str) -> None:
    """The message shows how one is written."""
    with refused(StoreUnreachable, "no address", "neo4j://localhost:7687"):
        PropertyGraph.connect(replace(NOWHERE, uri=uri))


def test_a_password_in_the_address_is_not_shown() -> None:
    """Also where a user wrote it into the URI."""
    with refused(StoreUnreachable):
        PropertyGraph.connect(replace(NOWHERE, uri=f"bolt://neo4j:{PASSWORD}@127.0.0.1:1"))


def test_a_wrong_password(address: BoltAddress) -> None:
    """The message names the user, and what to check."""
    with refused(StoreRefused, address.uri, address.user, "check user and password"):
        PropertyGraph.connect(replace(address, password=PASSWORD))


def test_an_unknown_database(address: BoltAddress) -> None:
    """The message names it."""
    with refused(StoreRefused, address.uri, "unknown-one"):
        PropertyGraph.connect(replace(address, database="unknown-one"))


def test_a_server_that_stops_answering(address: BoltAddress) -> None:
    """A closed store says so, and does not hang."""
    store = PropertyGraph.connect(address)
    store.close()
    with refused(StoreUnreachable, address.uri):
        store.documents()


def test_the_address_may_ask_for_routing(address: BoltAddress) -> None:
    """neo4j:// reaches a single server too."""
    store = PropertyGraph.connect(replace(address, uri=address.uri.replace("bolt:", "neo4j:")))
    assert store.query("RETURN 1 AS one").rows == ((1,),)
    store.close()


def test_without_a_database_name_it_is_the_users_own(neo4j_server: BoltAddress) -> None:
    """As the driver has it."""
    store = PropertyGraph.connect(replace(neo4j_server, database=""))
    assert store.query("RETURN 1 AS one").rows == ((1,),)
    store.close()


@pytest.mark.parametrize(
    ("agent", "dialect"),
    [("Neo4j/5.26.0", NEO4J), ("Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)", ARCADEDB)],
)
def test_the_dialect_is_known_from_what_a_server_calls_itself(agent: str, dialect: object) -> None:
    """ArcadeDB says that it resembles Neo4j, and is not one."""
    assert dialect_of(agent) is dialect
