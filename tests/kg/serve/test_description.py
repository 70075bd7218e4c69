"""The service description (the cases of the W3C's tests), VoID and DCAT."""

from __future__ import annotations

import httpx
import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from serving import Served

from kg.serve.formats import GRAPHS

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID = Namespace("http://rdfs.org/ns/void#")
DCAT = Namespace("http://www.w3.org/ns/dcat#")


def _graph(url: str, media: str = "text/turtle") -> Graph:
    response = httpx.get(url, headers={"Accept": media})
    assert response.status_code == 200
    assert response.headers["content-type"].partition(";")[0] == media
    return Graph().parse(data=response.content, format=media)


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize(
    "media", [m for m in GRAPHS if m not in ("application/trig", "application/n-quads")]
)
def test_returns_rdf(media: str, server: Served) -> None:
    """GET on the service endpoint returns RDF."""
    assert len(_graph(server.sparql, media))


def test_has_endpoint_triple(server: Served) -> None:
    """The description tells the address that it was got from."""
    assert (None, SD.endpoint, URIRef(server.sparql)) in _graph(server.sparql)


def test_conforms_to_schema(server: Served) -> None:
    """A service, its languages, formats, features and data set, and terms of sd: only."""
    found = _graph(server.sparql)
    service = found.value(predicate=SD.endpoint, object=URIRef(server.sparql))
    assert (service, RDF.type, SD.Service) in found
    assert (service, SD.supportedLanguage, SD.SPARQL11Query) in found
    assert (service, SD.feature, SD.UnionDefaultGraph) in found
    assert len(list(found.objects(service, SD.resultFormat))) == 10
    dataset = found.value(service, SD.defaultDataset)
    assert (found.value(dataset, SD.defaultGraph), RDF.type, SD.Graph) in found
    known = {"endpoint", "supportedLanguage", "feature", "resultFormat", "defaultDataset"}
    used = {p.removeprefix(SD) for p in found.predicates() if p.startswith(SD)}
    assert used == {*known, "defaultGraph"}


def test_a_browser_is_sent_to_the_page(server: Served) -> None:
    """Who wants HTML of the endpoint gets the page."""
    response = httpx.get(server.sparql, headers={"Accept": "text/html"})
    assert response.status_code == 303
    assert response.next_request is not None
    assert str(response.next_request.url) == server.url


def test_the_data_set_is_described_at_the_root(server: Served) -> None:
    """Its figures are those that queries give."""
    found = _graph(server.url)
    here = URIRef(server.url)
    assert (here, RDF.type, VOID.Dataset) in found
    assert (here, RDF.type, DCAT.Dataset) in found
    assert (here, VOID.sparqlEndpoint, URIRef(server.sparql)) in found
    query = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    counted = httpx.get(server.sparql, params={"query": query}, headers={"Accept": "text/csv"})
    assert found.value(here, VOID.triples) == Literal(int(counted.text.split()[1]))
    parts = {found.value(p, VOID["class"]) for p in found.objects(here, VOID.classPartition)}
    assert URIRef("https://w3id.org/faisceau/ontology#ArmedGroup") in parts


def test_the_well_known_address_leads_to_it(server: Served) -> None:
    """RFC 5785's address of VoID."""
    response = httpx.get(f"{server.url}.well-known/void", follow_redirects=True)
    assert str(response.url) == server.url
