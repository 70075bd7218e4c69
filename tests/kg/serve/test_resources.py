"""Linked data: what an IRI answers, as HTML and as RDF."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import httpx
import rdflib
from lxml import html
from serving import Served, make_folder, served
from war import DOCUMENTS, FRONT, NORTH

from kg.cli import run
from kg.loaders.rdf import terms
from kg.ontology import load
from kg.records import Claim, Entity

HOSTILE = "<script>alert(1)</script> \"'`}{ \u202e"


def _path(node: terms.NamedNode) -> str:
    return node.value.removeprefix(load().base)


def _claim() -> Claim:
    return DOCUMENTS[0].claims[0]


def _subject() -> Entity:
    return next(each for each in DOCUMENTS[0].entities if each.id == _claim().subject)


def test_a_thing_in_rdf(server: Served) -> None:
    """Its own triples, and those that lead to it, under the IRI that queries give."""
    node = terms.entity(_subject().id)
    response = httpx.get(server.url + _path(node), headers={"Accept": "text/turtle"})
    found = rdflib.Graph().parse(data=response.text, format="turtle")
    assert str(found.value(rdflib.URIRef(node.value), rdflib.RDFS.label)) == _subject().name
    assert list(found.subjects(rdflib.RDF.subject, rdflib.URIRef(node.value)))


def test_a_thing_in_html(server: Served) -> None:
    """Its name, and each claim with its sentence, the quote marked."""
    response = httpx.get(server.url + _path(terms.entity(_subject().id)))
    assert response.headers["content-type"].startswith("text/html")
    tree = html.fromstring(response.text)
    assert tree.findtext(".//h1") == _subject().name
    sentences = [each.text_content() for each in tree.findall(".//blockquote")]
    assert _claim().evidence.sentence in sentences
    assert all(each.text for each in tree.findall(".//blockquote/mark"))


def test_a_claim_and_a_document(server: Served) -> None:
    """Both answer in both forms."""
    for node in (terms.claim(_claim().id), terms.document(DOCUMENTS[0].document.id)):
        for accept in ("text/html", "text/turtle", "application/ld+json"):
            response = httpx.get(server.url + _path(node), headers={"Accept": accept})
            assert response.status_code == 200, node
            assert response.headers["content-type"].startswith(accept)


def test_the_ontology(server: Served) -> None:
    """Terms are fragments of one address, in HTML as in RDF."""
    page = html.fromstring(httpx.get(f"{server.url}ontology").text)
    assert page.get_element_by_id("leads").text_content().startswith("dirige")
    turtle = httpx.get(f"{server.url}ontology", headers={"Accept": "text/turtle"}).text
    found = rdflib.Graph().parse(data=turtle, format="turtle")
    assert (rdflib.URIRef(terms.term("leads").value), None, None) in found


def test_the_language(server: Served) -> None:
    """French, or what the browser prefers, or what the reader chose."""
    url = f"{server.url}ontology"
    for headers, query, word in (
        ({}, "", "Ontologie"),
        ({"Accept-Language": "en-GB,fr;q=0.5"}, "", "Ontology"),
        ({"Accept-Language": "en"}, "?lang=fr", "Ontologie"),
    ):
        assert word in httpx.get(url + query, headers=headers).text


def test_what_is_not_there_is_told(server: Served) -> None:
    """404 for what is unknown, 406 for a format that is not offered, 400 for no page number."""
    assert httpx.get(f"{server.url}entity/organisation:rien").status_code == 404
    there = server.url + _path(terms.entity(_subject().id))
    assert httpx.get(there, headers={"Accept": "image/png"}).status_code == 406
    assert httpx.get(f"{there}?page=-1").status_code == 400


def test_hostile_text_shows_as_text(tmp_path: Path) -> None:
    """Names and sentences that would be HTML, SPARQL or right to left."""
    first = DOCUMENTS[0]
    entities = tuple(
        replace(each, name=HOSTILE) if each.id == _subject().id else each for each in first.entities
    )
    claims = tuple(
        replace(each, evidence=replace(each.evidence, sentence=HOSTILE, quote=HOSTILE))
        for each in first.claims
    )
    path = make_folder(tmp_path / "graph", [replace(first, entities=entities, claims=claims)])
    with served(path, tmp_path / "log") as running:
        response = httpx.get(running.url + _path(terms.entity(_subject().id)))
    assert "<script" not in response.text
    tree = html.fromstring(response.text)
    assert tree.findtext(".//h1") == HOSTILE


def test_a_merged_thing_leads_to_its_successor(tmp_path: Path) -> None:
    """The address of what is no more is for ever that of what took its place."""
    path = make_folder(tmp_path / "graph", DOCUMENTS)
    assert run(["same", FRONT.id, NORTH.id, "--in", str(path)]) == 0
    with served(path, tmp_path / "log") as running:
        one, other = (
            httpx.get(running.url + _path(terms.entity(each.id)), follow_redirects=True)
            for each in (FRONT, NORTH)
        )
    assert one.status_code == other.status_code == 200
    assert one.url == other.url
    assert {first.status_code for each in (one, other) for first in each.history} == {301}
