"""What is served, said in RDF: SPARQL 1.1 Service Description, VoID and DCAT."""

from __future__ import annotations

from datetime import UTC, datetime

from pyoxigraph import BlankNode, Literal, NamedNode, Triple
from starlette.requests import Request

from kg.loaders.rdf import prefixes
from kg.ontology import load
from kg.serve.service import Service

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_DCAT = "http://www.w3.org/ns/dcat#"
_TERMS = "http://purl.org/dc/terms/"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_FORMATS = "http://www.w3.org/ns/formats/"

_RESULTS = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "TriG", "N-Triples", "N-Quads", "RDF_XML", "JSON-LD"),
)
"""The names of https://www.w3.org/ns/formats/ for the formats that are answered."""

_TRIPLES = "SELECT (COUNT(*) AS ?count) { ?s ?p ?o }"
_CLASSES = "SELECT ?class (COUNT(?s) AS ?count) { ?s a ?class } GROUP BY ?class ORDER BY ?class"
_PROPERTIES = "SELECT ?p (COUNT(*) AS ?count) { ?s ?p ?o } GROUP BY ?p ORDER BY ?p"

Subject = NamedNode | BlankNode
Statements = list[Triple]

TYPE = NamedNode(f"{_RDF}type")


async def description(request: Request) -> Statements:
    """The service description of the endpoint; https://www.w3.org/TR/sparql11-service-description/."""
    endpoint = NamedNode(str(request.url_for("sparql")))
    dataset, default = BlankNode(), BlankNode()
    found = [
        Triple(endpoint, TYPE, NamedNode(f"{_SD}Service")),
        Triple(endpoint, NamedNode(f"{_SD}endpoint"), endpoint),
        Triple(endpoint, NamedNode(f"{_SD}supportedLanguage"), NamedNode(f"{_SD}SPARQL11Query")),
        Triple(endpoint, NamedNode(f"{_SD}feature"), NamedNode(f"{_SD}UnionDefaultGraph")),
        Triple(endpoint, NamedNode(f"{_SD}defaultDataset"), dataset),
        Triple(dataset, TYPE, NamedNode(f"{_SD}Dataset")),
        Triple(dataset, NamedNode(f"{_SD}defaultGraph"), default),
        Triple(default, TYPE, NamedNode(f"{_SD}Graph")),
        Triple(default, NamedNode(f"{_VOID}triples"), _number(await _count(request, _TRIPLES))),
    ]
    for name in _RESULTS:
        format = NamedNode(_FORMATS + name)
        found.append(Triple(endpoint, NamedNode(f"{_SD}resultFormat"), format))
    return found


async def data_set(request: Request) -> Statements:
    """The data set in VoID and DCAT; https://www.w3.org/TR/void/, https://www.w3.org/TR/vocab-dcat-3/."""
    service: Service = request.app.state.service
    here, endpoint = (str(request.url_for(name)) for name in ("root", "sparql"))
    set, api = NamedNode(here), NamedNode(f"{here}#sparql")
    changed = datetime.fromtimestamp(service.changed, UTC).isoformat(timespec="seconds")
    found = [
        Triple(set, TYPE, NamedNode(f"{_VOID}Dataset")),
        Triple(set, TYPE, NamedNode(f"{_DCAT}Dataset")),
        _title(set, "Graphe de connaissances tiré d'articles de presse", "fr"),
        _title(set, "Knowledge graph drawn from news articles", "en"),
        Triple(set, _term("modified"), Literal(changed, datatype=NamedNode(f"{_XSD}dateTime"))),
        Triple(set, NamedNode(f"{_VOID}sparqlEndpoint"), NamedNode(endpoint)),
        Triple(set, NamedNode(f"{_VOID}uriSpace"), Literal(load().base)),
        Triple(set, NamedNode(f"{_VOID}vocabulary"), NamedNode(prefixes()["fa"])),
        Triple(set, NamedNode(f"{_VOID}triples"), _number(await _count(request, _TRIPLES))),
        Triple(api, TYPE, NamedNode(f"{_DCAT}DataService")),
        Triple(api, NamedNode(f"{_DCAT}endpointURL"), NamedNode(endpoint)),
        Triple(api, NamedNode(f"{_DCAT}endpointDescription"), NamedNode(endpoint)),
        Triple(api, NamedNode(f"{_DCAT}servesDataset"), set),
    ]
    for row in await service.kept_rows(_CLASSES):
        found += _part(set, "classPartition", "class", row["class"], "entities", row["count"])
    for row in await service.kept_rows(_PROPERTIES):
        found += _part(set, "propertyPartition", "property", row["p"], "triples", row["count"])
    return found


def _part(
    set: Subject, partition: str, kind: str, term: str, counted: str, count: str
) -> Statements:
    part = BlankNode()
    return [
        Triple(set, NamedNode(_VOID + partition), part),
        Triple(part, NamedNode(_VOID + kind), NamedNode(term)),
        Triple(part, NamedNode(_VOID + counted), _number(count)),
    ]


def _title(set: Subject, text: str, language: str) -> Triple:
    return Triple(set, _term("title"), Literal(text, language=language))


def _term(name: str) -> NamedNode:
    return NamedNode(_TERMS + name)


def _number(count: str) -> Literal:
    return Literal(count, datatype=NamedNode(f"{_XSD}integer"))


async def _count(request: Request, query: str) -> str:
    service: Service = request.app.state.service
    return (await service.kept_rows(query))[0]["count"]
