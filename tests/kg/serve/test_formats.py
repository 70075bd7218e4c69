"""Content negotiation: which format a client gets."""

from __future__ import annotations

import csv
import io
import json

import httpx
import pytest
import rdflib
from serving import Served

from kg.serve.formats import GRAPHS, HTML, RESULTS, wanted

SELECT = "SELECT ?label { ?s a fa:ArmedGroup ; rdfs:label ?label } ORDER BY ?label"
CONSTRUCT = "CONSTRUCT WHERE { ?s a fa:ArmedGroup ; rdfs:label ?label }"


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("application/xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("TEXT/CSV", "text/csv"),
        ("text/*", "text/csv"),
        ("text/csv;q=0.5, text/tab-separated-values", "text/tab-separated-values"),
        ("text/csv; charset=utf-8; q=0.9, application/json;q=0.1", "text/csv"),
        ("*/*, application/sparql-results+json;q=0", "application/sparql-results+xml"),
        ("text/*;q=0.9, text/csv;q=0.1", "text/tab-separated-values"),
        ("image/png", None),
        ("text/csv;q=0", None),
        ("text/csv;q=beaucoup", None),
    ],
)
def test_wanted(accept: str, media: str | None) -> None:
    """The narrowest range that fits counts; of equals the first that is offered is taken."""
    assert wanted(accept, list(RESULTS)) == media


def test_a_browser_gets_a_page() -> None:
    """What browsers send prefers HTML to XML and to all else."""
    browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    assert wanted(browser, [*GRAPHS, HTML]) == HTML


@pytest.mark.parametrize("media", RESULTS)
def test_every_format_of_rows_says_the_same(media: str, server: Served) -> None:
    """JSON, XML, CSV and TSV hold the same names."""
    response = httpx.get(server.sparql, params={"query": SELECT}, headers={"Accept": media})
    assert response.headers["content-type"].partition(";")[0] == media
    assert _names(media, response.text) == sorted(_names(media, response.text))
    first = httpx.get(server.sparql, params={"query": SELECT}, headers={"Accept": "text/csv"})
    assert _names(media, response.text) == _names("text/csv", first.text)
    assert _names(media, response.text)


def _names(media: str, text: str) -> list[str]:
    if media.endswith("json"):
        return [row["label"]["value"] for row in json.loads(text)["results"]["bindings"]]
    if media.endswith("xml"):
        result = rdflib.query.Result.parse(io.BytesIO(text.encode()), format="xml")
        return [str(row[0]) for row in result]
    separator = "," if media == "text/csv" else "\t"
    return [
        row[0].strip('"') for row in list(csv.reader(io.StringIO(text), delimiter=separator))[1:]
    ]


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("media", GRAPHS)
def test_every_format_of_graphs_says_the_same(media: str, server: Served) -> None:
    """Each of the syntaxes of RDF is read back by another library."""
    response = httpx.get(server.sparql, params={"query": CONSTRUCT}, headers={"Accept": media})
    assert response.headers["content-type"].partition(";")[0] == media
    found = rdflib.Dataset()
    found.parse(data=response.content, format=media)
    turtle = httpx.get(
        server.sparql, params={"query": CONSTRUCT}, headers={"Accept": "text/turtle"}
    )
    wanted = rdflib.Graph().parse(data=turtle.content, format="turtle")
    assert {(s, p, o) for s, p, o, _ in found.quads()} == set(wanted)
    assert len(wanted)


def test_a_format_that_is_not_there_is_told(server: Served) -> None:
    """406, for rows as for graphs."""
    for query in (SELECT, CONSTRUCT):
        response = httpx.get(
            server.sparql, params={"query": query}, headers={"Accept": "image/png"}
        )
        assert response.status_code == 406
