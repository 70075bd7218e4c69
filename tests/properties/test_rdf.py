"""What RDF keeps of a graph, whatever the graph."""

import pytest
from graphs import graphs
from hypothesis import given, settings
from pyoxigraph import BlankNode, RdfFormat, parse
from rdflib import Dataset

from kg.loaders.rdf import FORMATS, serialise, to_graph, to_quads
from kg.ontology import load
from kg.records import DocumentGraph

some = settings(max_examples=30, deadline=None)
rdflib_own_warnings = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")


@some
@given(graphs())
def test_quads_give_the_graph_back(graph: DocumentGraph) -> None:
    """Nothing is lost or changed on the way to quads and back."""
    assert to_graph(to_quads(graph)) == graph


@some
@given(graphs())
def test_every_format_gives_the_graph_back(graph: DocumentGraph) -> None:
    """Nothing is lost or changed on the way to text and back."""
    for name, format in FORMATS.items():
        assert to_graph(parse(serialise([graph], name), format=format)) == graph


@some
@given(graphs(), graphs())
def test_named_graphs_stay_apart(first: DocumentGraph, second: DocumentGraph) -> None:
    """A text with several documents holds the quads of each, no more and no fewer."""
    quads = {*to_quads(first), *to_quads(second)}
    for name in ("trig", "nquads", "jsonld"):
        assert set(parse(serialise([first, second], name), format=FORMATS[name])) == quads


@some
@given(graphs())
def test_no_node_is_without_a_name(graph: DocumentGraph) -> None:
    """There is no blank node, so that dumps can be compared line by line."""
    assert not any(isinstance(term, BlankNode) for quad in to_quads(graph) for term in quad)


@some
@given(graphs())
def test_a_relation_is_a_plain_triple_exactly_where_it_is_asserted(graph: DocumentGraph) -> None:
    """A denied or hedged claim has a node, and no triple that states it."""
    ontology = load()
    relations = {ontology.term_iri(name): name for name in ontology.relations}
    plain = {
        (ontology.id_of(quad.subject.value), relations[quad.predicate.value])
        for quad in to_quads(graph)
        if quad.predicate.value in relations
    }
    assert plain == {(c.subject, c.relation) for c in graph.claims if c.certainty == "asserted"}


@rdflib_own_warnings
@some
@given(graphs())
def test_rdflib_reads_and_writes_the_same(graph: DocumentGraph) -> None:
    """rdflib reads our TriG, and we read what it writes, as the same quads."""
    dataset = Dataset()
    dataset.parse(data=serialise([graph], "trig"), format="trig")
    written = dataset.serialize(format="trig")
    assert set(parse(written, format=RdfFormat.TRIG)) == set(to_quads(graph))


@some
@given(graphs())
def test_the_same_graph_gives_the_same_text(graph: DocumentGraph) -> None:
    """Every format is written in one order."""
    again = to_graph(to_quads(graph))
    for name in FORMATS:
        assert serialise([graph], name) == serialise([again], name)
