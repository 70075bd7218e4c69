"""SPARQL servers as stores, beyond what every store does."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from fuseki import fuseki
from oxigraph_server import oxigraph
from sparql_server import Endpoints
from stories import claim, entity, story

from kg.errors import StoreRefused, StoreUnreachable
from kg.loaders.servers.process import LOOPBACK, free_port
from kg.loaders.sparql_server import SparqlServer, update_address

GRAPH = story(
    "a",
    [entity("org:front", "ArmedGroup"), entity("place:kolvar", "City")],
    [claim("org:front", "controls", "place:kolvar")],
)
OTHERS = "urn:essai:autres"


@pytest.fixture(params=["fuseki_server", "oxigraph_server"])
def server(request: pytest.FixtureRequest) -> Endpoints:
    """Each server in turn."""
    endpoints: Endpoints = request.getfixturevalue(request.param)
    return endpoints


@pytest.fixture
def store(server: Endpoints) -> Iterator[SparqlServer]:
    """A server without documents."""
    with closing(SparqlServer(server.query)) as store:
        for document_id in store.documents():
            store.remove(document_id)
        yield store


def _put(server: Endpoints, turtle: str) -> None:
    headers = {"Content-Type": "text/turtle"}
    where = {"graph": OTHERS}
    httpx.put(server.graph_store, params=where, content=turtle, headers=headers).raise_for_status()


def _get(server: Endpoints) -> str:
    headers = {"Accept": "application/n-triples"}
    where = {"graph": OTHERS}
    return httpx.get(server.graph_store, params=where, headers=headers).raise_for_status().text


def test_what_others_keep_there_is_let_be(store: SparqlServer, server: Endpoints) -> None:
    """A named graph that is no document of ours is neither read nor changed."""
    _put(server, '<urn:a> a <urn:Document> ; <urn:b> "Vologne" .')
    before = _get(server)
    store.write([GRAPH])
    assert list(store.documents()) == ["a"]
    assert list(store.read()) == [GRAPH]
    store.remove("a")
    assert store.documents() == {}
    assert sorted(_get(server).splitlines()) == sorted(before.splitlines())


@pytest.mark.parametrize(
    ("query", "update"),
    [
        ("http://h:3030/ds/sparql", "http://h:3030/ds/update"),
        ("http://h:3030/ds/query", "http://h:3030/ds/update"),
        ("http://h:7878/query", "http://h:7878/update"),
        ("https://h/sparql?x=1", "https://h/update?x=1"),
        ("http://h:3030/ds", "http://h:3030/ds"),
        ("http://h/repositories/sparql-1", "http://h/repositories/sparql-1"),
    ],
)
def test_updates_go_beside_queries(query: str, update: str) -> None:
    """Where servers have them."""
    assert update_address(query) == update


def test_an_update_address_can_be_given(server: Endpoints) -> None:
    """For servers that have it elsewhere."""
    with closing(SparqlServer(server.query, update_url=server.update)) as store:
        store.write([GRAPH])
        assert GRAPH in store.read()
        store.remove("a")


@pytest.mark.parametrize("address", ["http://{}:{}/sparql", "{}:{}", "http://[", "ftp://{}:{}/x"])
def test_a_server_that_does_not_answer_is_named(address: str) -> None:
    """Whatever the address, the message gives it and says what to do."""
    url = address.format(LOOPBACK, free_port())
    with closing(SparqlServer(url)) as store, pytest.raises(StoreUnreachable) as error:
        store.documents()
    assert str(error.value).startswith(f"{url}: no SPARQL server answers there")


def test_an_address_without_sparql_is_named(server: Endpoints) -> None:
    """Another page of the same server, say."""
    url = server.query.rpartition("/")[0] + "/nowhere"
    with closing(SparqlServer(url)) as store, pytest.raises(StoreRefused, match="check address"):
        store.documents()


def test_what_a_server_refuses_is_told(tmp_path: Path) -> None:
    """A server that only lets read is read, and what it says to a writer is passed on."""
    with (
        oxigraph(tmp_path, writable=False) as endpoints,
        closing(SparqlServer(endpoints.query)) as store,
    ):
        assert store.documents() == {}
        with pytest.raises(StoreRefused, match=f"{endpoints.update}: refused with 403"):
            store.write([GRAPH])


def test_a_server_with_a_password_wants_it(tmp_path: Path) -> None:
    """The right one opens it; a wrong one, or none, is told apart from an absent server."""
    with fuseki(tmp_path, user="analyste", password="kolvar") as endpoints:  # noqa: S106 - a test's
        with closing(SparqlServer(endpoints.query, user="analyste", password="kolvar")) as store:  # noqa: S106
            store.write([GRAPH])
            assert list(store.read()) == [GRAPH]
        for login in ({}, {"user": "analyste", "password": "vologne"}):
            with closing(SparqlServer(endpoints.query, **login)) as store:
                with pytest.raises(StoreRefused, match=r"refused with 401 .* password") as error:
                    store.documents()
                assert "vologne" not in str(error.value)
