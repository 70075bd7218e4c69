"""A graph on a server gives what a folder's gives."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import networkx as nx
import pytest
from in_memory import InMemory
from serving import make_folder, served
from sparql_server import Endpoints
from war import DOCUMENTS

import kg
from kg import analysis
from kg.errors import InputError, QueryError, StoreUnreachable
from kg.loaders.property_graph import PropertyGraph
from kg.loaders.servers.process import BoltAddress
from kg.loaders.sparql_server import SparqlServer

WAR = InMemory(DOCUMENTS)


@pytest.fixture(scope="module", params=["fuseki_server", "oxigraph_server", "kg serve"])
def endpoint(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, InMemory]]:
    """A SPARQL endpoint that holds the invented war, and what it holds of it."""
    if request.param == "kg serve":
        place = tmp_path_factory.mktemp("connected")
        folder = make_folder(place / "graph", DOCUMENTS)
        with kg.open(folder) as opened:
            held = InMemory(opened.graphs())
        with served(folder, place / "log") as server:
            yield server.sparql, held
        return
    endpoints: Endpoints = request.getfixturevalue(request.param)
    with closing(SparqlServer(endpoints.query)) as store:
        store.write(DOCUMENTS)
        yield endpoints.query, WAR
        for document_id in store.documents():
            store.remove(document_id)


@pytest.fixture
def neo4j(neo4j_server: BoltAddress) -> Iterator[BoltAddress]:
    """A Neo4j server that holds it."""
    with closing(PropertyGraph.connect(neo4j_server)) as store:
        store.prepare()
        for document_id in store.documents():
            store.remove(document_id)
        store.write(DOCUMENTS)
        yield neo4j_server
        for document_id in store.documents():
            store.remove(document_id)


def assert_same(graph: kg.Neo4jGraph | kg.SparqlGraph, held: InMemory = WAR) -> None:
    """Networks, tables and analyses are those of the documents themselves."""
    assert nx.utils.graphs_equal(graph.network(), held.network())
    chosen = graph.network("undirected", around="FDL", certainty="reported")
    assert nx.utils.graphs_equal(
        chosen, held.network("undirected", around="FDL", certainty="reported")
    )
    assert graph.tables().claims == held.tables().claims
    assert analysis.stances(graph) == analysis.stances(held)


def test_a_sparql_endpoint(endpoint: tuple[str, InMemory]) -> None:
    """Any server, and our own."""
    url, held = endpoint
    with kg.connect(url) as graph:
        assert isinstance(graph, kg.SparqlGraph)
        assert_same(graph, held)
        iri = "https://w3id.org/faisceau/ontology#Claim"
        (row,) = graph.sparql(
            f"SELECT (COUNT(DISTINCT ?c) AS ?n) {{ GRAPH ?g {{ ?c a <{iri}> }} }}"
        )
        assert int(row["n"]) == len(WAR.merged().claims)


def test_a_prepared_question_over_sparql(endpoint: tuple[str, InMemory]) -> None:
    """As `kg ask` answers it."""
    with kg.connect(endpoint[0]) as graph:
        rows = graph.ask("succession-des-dirigeants", organisation="FDL")
        assert [row["dirigeant"] for row in rows] == ["Salim Tarsi", "Idriss Marwan"]


@pytest.mark.neo4j
def test_neo4j(neo4j: BoltAddress, monkeypatch: pytest.MonkeyPatch) -> None:
    """User and password as they are given, or from the environment."""
    with kg.connect(neo4j.uri, user=neo4j.user, password=neo4j.password) as graph:
        assert isinstance(graph, kg.Neo4jGraph)
        assert_same(graph)
    monkeypatch.setenv("NEO4J_USER", neo4j.user)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j.password)
    with kg.connect(neo4j.uri) as graph:
        assert isinstance(graph, kg.Neo4jGraph)
        rows = graph.ask("succession-des-dirigeants", organisation="FDL")
        assert [row["dirigeant"] for row in rows] == ["Salim Tarsi", "Idriss Marwan"]
        (row,) = graph.cypher("MATCH (c:Claim) RETURN count(c) AS n")
        assert row["n"] == len(WAR.merged().claims)


@pytest.mark.neo4j
def test_a_connected_graph_only_reads(neo4j: BoltAddress) -> None:
    """A query that writes is refused, and nothing is written."""
    with kg.connect(neo4j.uri, user=neo4j.user, password=neo4j.password) as graph:
        assert isinstance(graph, kg.Neo4jGraph)
        with pytest.raises(QueryError):
            graph.cypher("CREATE (:Actor {id: 'x'})")
        assert graph.cypher("MATCH (a:Actor {id: 'x'}) RETURN a") == []


@pytest.mark.parametrize("uri", ["ftp://localhost/graph", "localhost:7687", ""])
def test_what_is_no_address(uri: str) -> None:
    """The message says what to write."""
    with pytest.raises(InputError, match="write neo4j"):
        kg.connect(uri)


def test_nobody_answers(unused_port: int) -> None:
    """Told when it is first asked, at the latest."""
    with (
        pytest.raises(StoreUnreachable),
        kg.connect(f"http://127.0.0.1:{unused_port}/sparql") as graph,
    ):
        graph.network()


@pytest.fixture
def unused_port(tmp_path: Path) -> int:
    """A port at which nothing listens."""
    from kg.loaders.servers.process import free_port

    return free_port()
