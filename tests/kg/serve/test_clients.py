"""The clients that people use: SPARQLWrapper, rdflib's SPARQLStore, curl."""

from __future__ import annotations

import json
import subprocess

import httpx
import nbformat
from nbclient import NotebookClient
from rdflib import URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from serving import Served
from SPARQLWrapper import CSV, JSON, POST, POSTDIRECTLY, TURTLE, XML, SPARQLWrapper
from war import DOCUMENTS

from kg.loaders.rdf.terms import document

COUNT = "SELECT (COUNT(*) AS ?n) { ?d a fa:Document }"


def test_sparqlwrapper(server: Served) -> None:
    """Its formats and both ways of POST."""
    client = SPARQLWrapper(server.sparql)
    client.setQuery(COUNT)
    client.setReturnFormat(JSON)
    for method, how in (("GET", None), (POST, None), (POST, POSTDIRECTLY)):
        client.setMethod(method)
        if how:
            client.setRequestMethod(how)
        rows = client.query().convert()["results"]["bindings"]
        assert [row["n"]["value"] for row in rows] == [str(len(DOCUMENTS))]
    client.setReturnFormat(XML)
    assert client.query().convert().getElementsByTagName("literal")[0].firstChild.data == str(
        len(DOCUMENTS)
    )
    client.setReturnFormat(CSV)
    assert client.query().convert().split() == [b"n", str(len(DOCUMENTS)).encode()]
    client.setQuery("CONSTRUCT WHERE { ?d a fa:Document }")
    client.setReturnFormat(TURTLE)
    assert b"ontology#Document" in client.query().convert()


def test_rdflib(server: Served) -> None:
    """A remote graph, asked for triples and by a query; a document as its named graph."""
    store = SPARQLStore(server.sparql)
    kind = URIRef("https://w3id.org/faisceau/ontology#Document")
    found = {row[0] for row in store.query(f"SELECT ?d {{ ?d a <{kind}> }}")}
    assert found == {URIRef(document(graph.document.id).value) for graph in DOCUMENTS}
    (triple, _), *_ = store.triples((min(found), None, kind))
    assert triple[0] == min(found)


def test_curl(server: Served) -> None:
    """The shortest way to ask."""
    done = subprocess.run(  # noqa: S603 - our own words
        ["curl", "-sf", server.sparql, "--data-urlencode", f"query={COUNT}"],  # noqa: S607
        capture_output=True,
        check=True,
    )
    (row,) = json.loads(done.stdout)["results"]["bindings"]
    assert row["n"]["value"] == str(len(DOCUMENTS))


def test_a_notebook(server: Served) -> None:
    """What a cell asks stands below it."""
    cell = nbformat.v4.new_code_cell(
        "from SPARQLWrapper import SPARQLWrapper, JSON\n"
        f"endpoint = SPARQLWrapper({server.sparql!r}, returnFormat=JSON)\n"
        f"endpoint.setQuery({COUNT!r})\n"
        "print(endpoint.queryAndConvert()['results']['bindings'][0]['n']['value'])"
    )
    notebook = nbformat.v4.new_notebook(cells=[cell])
    NotebookClient(notebook, timeout=120).execute()
    assert notebook.cells[0].outputs[0].text.strip() == str(len(DOCUMENTS))


def test_pages_of_other_sites_may_ask(server: Served) -> None:
    """CORS: a browser's question before the query, and the answer's header."""
    headers = {
        "Origin": "https://example.org",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    before = httpx.options(server.sparql, headers=headers)
    assert before.status_code == 200
    assert "POST" in before.headers["access-control-allow-methods"]
    assert "Content-Type" in before.headers["access-control-allow-headers"]
    answer = httpx.get(server.sparql, params={"query": COUNT}, headers=headers)
    assert answer.headers["access-control-allow-origin"] == "*"
