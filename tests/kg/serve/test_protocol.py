"""The query operation of the SPARQL 1.1 Protocol: the cases of the W3C's test suite.

https://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/ - each test is named as its case;
the data sets are documents of ours.
"""

from __future__ import annotations

from xml.etree import ElementTree

import httpx
import pytest
from serving import Served
from war import DOCUMENTS

from kg.loaders.rdf.terms import document
from kg.serve.protocol import DIRECT, FORM

ONE, TWO, THREE = (document(graph.document.id).value for graph in DOCUMENTS[:3])
ANY = "application/sparql-results+json"
ASK = "ASK {}"


def _holds(response: httpx.Response) -> bool:
    assert response.status_code == 200, response.text
    held: bool = response.json()["boolean"]
    return held


def _get(server: Served, **parameters: str | list[str]) -> httpx.Response:
    return httpx.get(server.sparql, params=parameters, headers={"Accept": ANY})


def _post(server: Served, body: str, media: str, **parameters: str | list[str]) -> httpx.Response:
    headers = {"Content-Type": media, "Accept": ANY}
    return httpx.post(server.sparql, params=parameters, content=body.encode(), headers=headers)


def _of(*documents: str) -> str:
    """A query that holds where the default graph is that of all these documents, and no others."""
    inside = " ".join(f"{{ <{each}> a fa:Document }}" for each in documents)
    others = {ONE, TWO, THREE} - set(documents)
    outside = " ".join(f"FILTER NOT EXISTS {{ <{each}> a fa:Document }}" for each in sorted(others))
    return f"ASK {{ {inside} {outside} }}"


def _among(*documents: str) -> str:
    """A query that holds where all these documents, and no others, are named graphs."""
    inside = " ".join(f"GRAPH <{each}> {{ <{each}> a fa:Document }}" for each in documents)
    others = sorted({ONE, TWO, THREE} - set(documents))
    outside = " ".join(f"FILTER NOT EXISTS {{ GRAPH <{each}> {{ ?a ?b ?c }} }}" for each in others)
    return f"ASK {{ {inside} {outside} }}"


def test_query_post_form(server: Served) -> None:
    """A query in a form."""
    assert _holds(httpx.post(server.sparql, data={"query": ASK}, headers={"Accept": ANY}))


def test_query_get(server: Served) -> None:
    """A query in the address."""
    assert _holds(_get(server, query=ASK))


def test_query_post_direct(server: Served) -> None:
    """A query as the body."""
    assert _holds(_post(server, ASK, DIRECT))


def test_query_dataset_default_graph_get(server: Served) -> None:
    """One default graph, in the address."""
    assert _holds(_get(server, query=_of(ONE), **{"default-graph-uri": ONE}))


def test_query_dataset_default_graphs_get(server: Served) -> None:
    """Several default graphs are merged."""
    assert _holds(_get(server, query=_of(ONE, TWO), **{"default-graph-uri": [ONE, TWO]}))


def test_query_dataset_default_graphs_post(server: Served) -> None:
    """The same behind a query as the body."""
    assert _holds(_post(server, _of(ONE, TWO), DIRECT, **{"default-graph-uri": [ONE, TWO]}))


def test_query_dataset_named_graphs_get(server: Served) -> None:
    """Named graphs, in the address."""
    assert _holds(_get(server, query=_among(ONE, TWO), **{"named-graph-uri": [ONE, TWO]}))


def test_query_dataset_named_graphs_post(server: Served) -> None:
    """Named graphs, behind a query as the body."""
    assert _holds(_post(server, _among(ONE, TWO), DIRECT, **{"named-graph-uri": [ONE, TWO]}))


def test_query_dataset_full(server: Served) -> None:
    """Both kinds."""
    query = f"ASK {{ <{THREE}> a fa:Document GRAPH ?g {{ <{ONE}> a fa:Document }} }}"
    both = {"default-graph-uri": THREE, "named-graph-uri": [ONE, TWO]}
    assert _holds(_post(server, query, DIRECT, **both))


def test_query_multiple_dataset(server: Served) -> None:
    """The protocol's data set goes before that of the query."""
    query = _of(ONE, TWO).replace("ASK", f"ASK FROM <{THREE}>")
    assert _holds(_post(server, query, DIRECT, **{"default-graph-uri": [ONE, TWO]}))


def test_a_form_names_graphs_too(server: Served) -> None:
    """The data set may stand in the form."""
    form = {"query": _of(ONE), "default-graph-uri": ONE}
    assert _holds(httpx.post(server.sparql, data=form, headers={"Accept": ANY}))


@pytest.mark.parametrize(
    ("query", "types"),
    [
        ("SELECT * { ?s ?p ?o } LIMIT 1", {ANY, "application/sparql-results+xml"}),
        (ASK, {ANY, "application/sparql-results+xml"}),
        ("DESCRIBE <http://example.org/>", {"text/turtle", "application/rdf+xml"}),
        ("CONSTRUCT WHERE { ?s ?p ?o }", {"text/turtle", "application/rdf+xml"}),
    ],
)
def test_query_content_type(query: str, types: set[str], server: Served) -> None:
    """An answer says its format, and is in it."""
    for media in sorted(types):
        response = httpx.get(server.sparql, params={"query": query}, headers={"Accept": media})
        assert response.status_code == 200
        assert response.headers["content-type"].partition(";")[0] == media
        if media.endswith("xml"):
            ElementTree.fromstring(response.content)  # noqa: S314 - what our own server wrote


def test_bad_query_method(server: Served) -> None:
    """A method other than GET and POST is refused."""
    assert httpx.put(server.sparql, params={"query": ASK}).status_code == 405


def test_bad_multiple_queries(server: Served) -> None:
    """Several queries in one request are refused."""
    assert _get(server, query=[ASK, "SELECT * {}"]).status_code == 400


def test_bad_query_wrong_media_type(server: Served) -> None:
    """A query as the body under another type is refused."""
    assert _post(server, ASK, "text/plain").status_code in (400, 415)


def test_bad_query_missing_form_type(server: Served) -> None:
    """A form that does not say that it is one is refused."""
    response = httpx.post(server.sparql, content=b"query=ASK%20%7B%7D")
    assert response.status_code in (400, 415)


def test_bad_query_missing_direct_type(server: Served) -> None:
    """A query as the body without a type is refused."""
    assert httpx.post(server.sparql, content=ASK.encode()).status_code in (400, 415)


def test_bad_query_non_utf8(server: Served) -> None:
    """A body in UTF-16 is refused, whether it says so or not."""
    body = ASK.encode("utf-16")
    for media in (f"{DIRECT}; charset=UTF-16", DIRECT, FORM):
        headers = {"Content-Type": media}
        assert httpx.post(server.sparql, content=body, headers=headers).status_code == 400


def test_bad_query_syntax(server: Served) -> None:
    """A malformed query is refused, and where it fails is told."""
    response = _get(server, query="ASK {")
    assert response.status_code == 400
    assert "malformed" in response.text


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "LOAD <http://example.org/>",
        "DROP ALL",
    ],
)
def test_updates_are_refused(update: str, server: Served) -> None:
    """In each of the ways in which the protocol sends them, and as a query."""
    form = httpx.post(server.sparql, data={"update": update})
    direct = _post(server, update, "application/sparql-update")
    assert (form.status_code, direct.status_code) == (403, 403)
    assert _get(server, query=update).status_code == 400


def test_no_other_server_is_asked(server: Served) -> None:
    """SERVICE is off."""
    query = "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"
    response = _get(server, query=query)
    assert response.status_code == 400
    assert "SERVICE" in response.text


def test_a_query_in_both_places_is_refused(server: Served) -> None:
    """A form behind an address that has a query too."""
    assert _post(server, "query=ASK%20%7B%7D", FORM, query=ASK).status_code == 400


def test_no_query_is_told(server: Served) -> None:
    """A form without one."""
    response = httpx.post(server.sparql, data={"quer": ASK})
    assert response.status_code == 400
    assert "query" in response.text
