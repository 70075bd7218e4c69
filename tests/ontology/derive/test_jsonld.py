"""The JSON-LD context turns plain JSON with our names into our triples."""

import json

import pytest
from rdflib import RDF, Graph, Literal, URIRef

from kg.ontology import load
from kg.ontology.derive import derive

ONTOLOGY = load()
pytestmark = pytest.mark.filterwarnings(  # rdflib's own JSON-LD reader uses it
    "ignore:ConjunctiveGraph is deprecated:DeprecationWarning"
)


def test_plain_json_becomes_our_triples() -> None:
    """Names of classes, relations and properties are keys; objects that are things are links."""
    entity = ONTOLOGY.entity_iri("colonne-noire")
    place = ONTOLOGY.entity_iri("kolvar")
    document = {
        **json.loads(derive("jsonld")),
        "id": entity,
        "type": ["ArmedGroup", "Organisation"],
        "name": "Colonne noire",
        "alias": ["CN"],
        "controls": place,
    }
    graph = Graph().parse(data=json.dumps(document), format="json-ld")
    subject = URIRef(entity)
    assert set(graph) == {
        (subject, RDF.type, URIRef(ONTOLOGY.term_iri("ArmedGroup"))),
        (subject, RDF.type, URIRef(ONTOLOGY.term_iri("Organisation"))),
        (subject, URIRef(ONTOLOGY.term_iri("name")), Literal("Colonne noire")),
        (subject, URIRef(ONTOLOGY.term_iri("alias")), Literal("CN")),
        (subject, URIRef(ONTOLOGY.term_iri("controls")), URIRef(place)),
    }


def test_a_date_stays_a_value() -> None:
    """A relation to values never reads its value as a link."""
    document = {
        **json.loads(derive("jsonld")),
        "id": ONTOLOGY.entity_iri("e"),
        "onDate": "2017-03",
    }
    graph = Graph().parse(data=json.dumps(document), format="json-ld")
    assert set(graph.objects()) == {Literal("2017-03")}


def test_every_name_has_one_meaning() -> None:
    """Each key stands for the IRI that the ontology gives to that name."""
    context = json.loads(derive("jsonld"))["@context"]
    for name in (*ONTOLOGY.classes, *ONTOLOGY.relations, *ONTOLOGY.structure):
        meaning = context[name]
        iri = meaning if isinstance(meaning, str) else meaning["@id"]
        assert iri == ONTOLOGY.term_iri(name)
