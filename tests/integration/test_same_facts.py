"""The stores are projections of the same claims: what one knows, the others know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from graphs import graphs
from hypothesis import HealthCheck, Phase, given, settings
from stories import claim, entity, story

from kg.loaders.oxigraph import Oxigraph
from kg.loaders.property_graph import PropertyGraph
from kg.loaders.rdf import to_graph, to_quads
from kg.ontology import load
from kg.records import DocumentGraph, Location, Value

ONTOLOGY = load()
SERVERS = [
    pytest.param("arcadedb", marks=pytest.mark.arcadedb),
    pytest.param("neo4j", marks=pytest.mark.neo4j),
]


@pytest.fixture(params=SERVERS)
def property_graph(request: pytest.FixtureRequest) -> Iterator[PropertyGraph]:
    """A property graph in each of the servers."""
    address = request.getfixturevalue(f"{request.param}_server")
    with closing(PropertyGraph.connect(address)) as store:
        store.prepare()
        yield store


@contextmanager
def in_both(documents: list[DocumentGraph], property_graph: PropertyGraph) -> Iterator[Oxigraph]:
    """An RDF store of the documents, which are then in the property graph too."""
    for document_id in property_graph.documents():
        property_graph.remove(document_id)
    property_graph.write(documents)
    with TemporaryDirectory() as folder, closing(Oxigraph(Path(folder))) as rdf:
        rdf.write(documents)
        yield rdf


def _name(iri: str) -> str:
    """The id or name behind an IRI of ours; any other text as it is."""
    vocabulary = f"{ONTOLOGY.base}ontology#"
    if iri.startswith(vocabulary):
        return iri.removeprefix(vocabulary)
    return ONTOLOGY.id_of(iri) if iri.startswith(ONTOLOGY.base) else iri


def sparql(store: Oxigraph, query: str) -> set[tuple[str | None, ...]]:
    """The rows of a query, where `:name` is a term; IRIs as ids and names, None for the unbound."""
    expanded = re.sub(r"(?<!\w):(\w+)", lambda term: f"<{ONTOLOGY.term_iri(term[1])}>", query)
    rows = store.query(expanded).rows
    return {tuple(cell if cell is None else _name(str(cell)) for cell in row) for row in rows}


def cypher(store: PropertyGraph, query: str) -> set[tuple[str | None, ...]]:
    """The rows of a query, numbers as text."""
    rows = store.query(query).rows
    return {tuple(cell if cell is None else str(cell) for cell in row) for row in rows}


def asserted_in_rdf(store: Oxigraph) -> set[tuple[str | None, ...]]:
    """The plain triples of the relations."""
    relations = " ".join(f":{name}" for name in ONTOLOGY.relations)
    return sparql(
        store, f"SELECT DISTINCT ?s ?p ?o WHERE {{ VALUES ?p {{ {relations} }} ?s ?p ?o }}"
    )


def asserted_in_cypher(store: PropertyGraph) -> set[tuple[str | None, ...]]:
    """The asserted relationships of facts, and the values of entities."""
    types = {ONTOLOGY.relationship_type(name): name for name in ONTOLOGY.relations}
    query = """
    MATCH (s:Entity)-[r]->(o:Entity) WHERE r.certainty = 'asserted' AND type(r) <> 'ATTACKED'
    RETURN s.id, type(r), o.id"""
    facts = {(s, types[str(t)], o) for s, t, o in cypher(store, query)}
    for relation, declared in ONTOLOGY.relations.items():
        if declared.value_kinds:
            query = f"MATCH (e:Entity) UNWIND e.{relation} AS value RETURN e.id, value"
            facts |= {(s, relation, value) for s, value in cypher(store, query)}
    return facts


CLAIMS_IN_RDF = """
SELECT ?claim ?subject ?relation ?object ?certainty ?document ?quote ?sentence ?start ?end
       ?speaker ?time ?rule ?role ?tense
WHERE {
  ?claim a :Claim ; :subject ?subject ; :predicate ?relation ; :object ?object ;
         :certainty ?certainty ; :inDocument ?document ; :quote ?quote ; :sentence ?sentence ;
         :start ?start ; :end ?end .
  OPTIONAL { ?claim :attributedTo ?speaker }
  OPTIONAL { ?claim :time ?time }
  OPTIONAL { ?claim :rule ?rule }
  OPTIONAL { ?claim :role ?role }
  OPTIONAL { ?claim :tense ?tense }
}"""

CLAIMS_IN_CYPHER = """
MATCH (s:Entity)<-[:SUBJECT]-(c:Claim)-[:STATED_IN]->(d:Document)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(a:Entity)
RETURN c.id, s.id, c.relation, coalesce(o.id, c.value), c.certainty, d.id, c.quote, c.sentence,
       c.start, c.end, coalesce(a.id, c.attributedTo), c.time, c.rule, c.role, c.tense"""

NAMES_IN_RDF = "SELECT DISTINCT ?entity ?name WHERE { ?entity a :Entity ; :name | :alias ?name }"

NAMES_IN_CYPHER = "MATCH (e:Entity) UNWIND [e.name] + e.aliases AS name RETURN e.id, name"


KOLVAR = Location(7, "city", "IQ", "IQ.15", 36.3, 43.1)
PLACES_IN_RDF = """
SELECT DISTINCT ?place ?number ?precision ?country ?region WHERE {
  ?place :geonames ?number ; :precision ?precision ; :countryCode ?country .
  OPTIONAL { ?place :regionCode ?region }
}"""

PLACES_IN_CYPHER = """
MATCH (p:Place) WHERE p.geonames IS NOT NULL
RETURN p.id, p.geonames, p.precision, p.countryCode, p.regionCode"""


def types_in_rdf(store: Oxigraph) -> dict[str | None, set[str]]:
    """The deepest of all classes that documents give each entity."""
    found: dict[str | None, set[str]] = {}
    for entity_id, name in sparql(store, "SELECT ?e ?c WHERE { ?e a :Entity, ?c }"):
        found.setdefault(entity_id, set()).add(str(name))
    return {each: _deepest(names) for each, names in found.items()}


def _deepest(names: set[str]) -> set[str]:
    depth = {name: len(ONTOLOGY.ancestors(name)) for name in names}
    return {name for name in names if depth[name] == max(depth.values())}


def assert_same(rdf: Oxigraph, property_graph: PropertyGraph) -> None:
    """Facts, claims, names and classes are those of the other store."""
    assert asserted_in_rdf(rdf) == asserted_in_cypher(property_graph)
    assert sparql(rdf, CLAIMS_IN_RDF) == cypher(property_graph, CLAIMS_IN_CYPHER)
    assert sparql(rdf, NAMES_IN_RDF) == cypher(property_graph, NAMES_IN_CYPHER)
    deepest = types_in_rdf(rdf)
    rows = cypher(property_graph, "MATCH (e:Entity) RETURN e.id, e.type")
    assert {entity_id for entity_id, _ in rows} == deepest.keys()
    assert all(name in deepest[entity_id] for entity_id, name in rows)
    assert rdf.documents() == property_graph.documents()
    assert list(rdf.read()) == list(property_graph.read())


def test_a_story_is_the_same_in_both(property_graph: PropertyGraph) -> None:
    """Asserted, hedged and denied; facts and values; speakers that are entities, and words."""
    entities = [
        entity("front", "ArmedGroup", "Front du Levant", "FDL"),
        replace(entity("kolvar", "City", "Kolvar"), location=KOLVAR),
        entity("dax", "Person", "Dax Verrel"),
        entity("attaque", "Bombing", "attentat de Kolvar"),
    ]
    said = [
        claim("front", "controls", "kolvar", time="2024-03"),
        claim("dax", "leads", "front", "reported", speaker="dax"),
        claim("dax", "memberOf", "front", "negated", speaker=Value("un témoin")),
        claim("attaque", "perpetrator", "front", "alleged"),
        claim("attaque", "target", "dax"),
        claim("attaque", "fatalities", Value(">=12")),
        claim("attaque", "fatalities", Value("30"), "reported"),
        claim("attaque", "onDate", Value("2024-03-05")),
    ]
    documents = [
        story("a", entities, said, day=5),
        story("b", [entity("front", "Organisation", "Front"), entities[1]], said[:1], day=6),
    ]
    with in_both(documents, property_graph) as rdf:
        facts = asserted_in_cypher(property_graph)
        assert len(facts) == 4
        assert ("front", "controls", "kolvar") in facts
        assert_same(rdf, property_graph)
        places = sparql(rdf, PLACES_IN_RDF)
        assert places == cypher(property_graph, PLACES_IN_CYPHER)
        assert places == {("kolvar", "7", "city", "IQ", "IQ.15")}
        for store in (rdf, property_graph):
            store.remove("a")
        assert asserted_in_cypher(property_graph) == {("front", "controls", "kolvar")}
        assert_same(rdf, property_graph)


@settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(first=graphs("a"), second=graphs("b"))
def test_any_graphs_are_the_same_in_both(
    property_graph: PropertyGraph, first: DocumentGraph, second: DocumentGraph
) -> None:
    """Whatever documents say, and after one is removed."""
    with in_both([first, second], property_graph) as rdf:
        assert_same(rdf, property_graph)
        for store in (rdf, property_graph):
            store.remove("a")
        assert_same(rdf, property_graph)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(graph=graphs("a"))
def test_from_rdf_to_the_property_graph_and_back_is_the_identity(
    property_graph: PropertyGraph, graph: DocumentGraph
) -> None:
    """RDF -> claims -> property graph -> claims -> RDF: the same quads."""
    for document_id in property_graph.documents():
        property_graph.remove(document_id)
    quads = set(to_quads(graph))
    property_graph.write([to_graph(quads)])
    (found,) = property_graph.read()
    assert set(to_quads(found)) == quads
    property_graph.remove("a")
