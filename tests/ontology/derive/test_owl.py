"""The OWL file says what the declaration says, in terms that any RDF tool reads."""

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.collection import Collection

from kg.ontology import load
from kg.ontology.derive import derive

ONTOLOGY = load()


@pytest.fixture(scope="module")
def owl() -> Graph:
    """The OWL file, parsed."""
    return Graph().parse(data=derive("ttl"), format="turtle")


def term(name: str) -> URIRef:
    """The IRI of one of our terms."""
    return URIRef(ONTOLOGY.term_iri(name))


def test_every_class_is_a_class_below_its_parents(owl: Graph) -> None:
    """The tree of the file is the declared tree."""
    for each in ONTOLOGY.classes.values():
        assert (term(each.name), RDF.type, OWL.Class) in owl
        for parent in each.parents:
            assert (term(each.name), RDFS.subClassOf, term(parent)) in owl


def test_every_term_has_both_labels(owl: Graph) -> None:
    """French and English, and a definition in each."""
    for each in (*ONTOLOGY.classes.values(), *ONTOLOGY.relations.values()):
        assert set(owl.objects(term(each.name), RDFS.label)) == {
            Literal(each.labels[language], lang=language) for language in ("fr", "en")
        }
        assert len(list(owl.objects(term(each.name), SKOS.definition))) == 2


def test_external_terms_are_tied(owl: Graph) -> None:
    """Events to SEM, claims to RDF and PROV, people to FOAF."""
    assert (term("Event"), RDFS.subClassOf, URIRef(ONTOLOGY.expand("sem:Event"))) in owl
    assert (term("Claim"), RDFS.subClassOf, RDF.Statement) in owl
    assert (term("Person"), OWL.equivalentClass, URIRef(ONTOLOGY.expand("foaf:Person"))) in owl
    occurred = (term("occurredIn"), RDFS.subPropertyOf, URIRef(ONTOLOGY.expand("sem:hasPlace")))
    assert occurred in owl


def test_event_kinds_carry_their_codes(owl: Graph) -> None:
    """A suicide bombing names ACLED's sub-event type and PLOVER's mode."""
    bombing = term("SuicideBombing")
    assert owl.value(bombing, term("acled")) == Literal("Suicide bomb")
    assert owl.value(bombing, term("plover")) == Literal("ASSAULT:suicide-attack")


def test_properties_know_things_from_values(owl: Graph) -> None:
    """A tally is a datatype property, a place an object property, a target may be either."""
    assert (term("fatalities"), RDF.type, OWL.DatatypeProperty) in owl
    assert (term("occurredIn"), RDF.type, OWL.ObjectProperty) in owl
    assert (term("target"), RDF.type, RDF.Property) in owl
    assert (term("opposes"), RDF.type, OWL.SymmetricProperty) not in owl
    assert (term("alliedWith"), RDF.type, OWL.SymmetricProperty) in owl


def test_several_domains_are_a_union(owl: Graph) -> None:
    """A domain of three classes does not mean all three at once."""
    (domain,) = owl.objects(term("leads"), RDFS.domain)
    members = Collection(owl, owl.value(domain, OWL.unionOf))
    assert set(members) == {term("Person"), term("Organisation"), term("Country")}


def test_no_prefix_is_left_undeclared(owl: Graph) -> None:
    """Every IRI is absolute."""
    iris = {str(node) for triple in owl for node in triple if isinstance(node, URIRef)}
    assert all(iri.startswith(("http://", "https://")) for iri in iris)
