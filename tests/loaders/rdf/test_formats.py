"""The syntaxes of RDF."""

import json

import pytest
from pyoxigraph import parse
from rdflib import Dataset, URIRef
from stories import claim, entity, story

from kg.loaders.rdf import FORMATS, serialise, to_quads
from kg.records import Value

ENTITIES = [
    entity("org:front", "ArmedGroup", "Front du Levant", "le Front", "FDL"),
    entity("event:1", "Bombing", "explosion"),
]
CLAIMS = [
    claim("event:1", "perpetrator", "org:front"),
    claim("event:1", "onDate", Value("2024-03-05"), speaker=Value("un témoin")),
    claim("event:1", "fatalities", Value(">=32"), "reported", speaker="org:front"),
]
GRAPHS = [story("a", ENTITIES, CLAIMS), story("b", ENTITIES[:1])]
QUADS = [quad for graph in GRAPHS for quad in to_quads(graph)]


@pytest.mark.parametrize("name", ["trig", "nquads", "jsonld"])
def test_a_format_with_named_graphs_holds_every_quad(name: str) -> None:
    """Documents stay apart."""
    assert set(parse(serialise(GRAPHS, name), format=FORMATS[name])) == set(QUADS)


def test_turtle_holds_all_documents_together() -> None:
    """It has no named graphs; what two documents say alike stands once."""
    read = parse(serialise(GRAPHS, "turtle"), format=FORMATS["turtle"])
    triples = [quad.triple for quad in read]
    assert set(triples) == {quad.triple for quad in QUADS}
    assert len(triples) == len(set(triples))


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_rdflib_reads_the_json_ld() -> None:
    """Another reader finds the same named graphs."""
    data = Dataset()
    data.parse(data=serialise(GRAPHS, "jsonld"), format="json-ld")
    for graph in GRAPHS:
        name = URIRef(f"https://w3id.org/faisceau/document/{graph.document.id}")
        assert len(data.graph(name)) == len(to_quads(graph))


def test_json_ld_has_the_names_of_the_ontology_as_keys() -> None:
    """It reads as plain JSON."""
    graph, _ = json.loads(serialise(GRAPHS, "jsonld"))["@graph"]
    (front,) = (node for node in graph["@graph"] if node["id"].endswith("entity/org:front"))
    assert front["type"] == ["ArmedGroup", "Organisation", "Actor", "Entity"]
    assert front["alias"] == ["FDL", "le Front"]


@pytest.mark.parametrize("name", FORMATS)
def test_no_document_is_a_valid_text(name: str) -> None:
    """Nothing in, nothing out."""
    assert list(parse(serialise([], name), format=FORMATS[name])) == []


def test_only_prefixes_in_use_are_declared() -> None:
    """In order, so that the text is the same on any day."""
    lines = serialise([story("b", ENTITIES[:1])], "trig").splitlines()
    names = [line.split()[1] for line in lines if line.startswith("@prefix")]
    assert names == ["dcterms:", "entity:", "fa:", "rdfs:", "schema:", "skos:", "xsd:"]
