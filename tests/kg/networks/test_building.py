"""The facts as a networkx graph."""

from dataclasses import replace
from datetime import date

from stories import TEXT, claim, entity, story

from kg.graph import merge
from kg.networks import network
from kg.records import Known, Location, Value

KOLVAR = replace(
    entity("place:kolvar", "City", "Kolvar"),
    location=Location(7, "city", "IQ", "IQ.15", 36.3, 43.1),
    known=Known("Q7"),
)
ENTITIES = [
    entity("org:front", "ArmedGroup", "Front du Levant", "le Front"),
    KOLVAR,
    entity("event:1", "Bombing", "explosion"),
]
CLAIMS = [
    claim("org:front", "controls", "place:kolvar", time="2024-03-05", speaker=Value("un témoin")),
    claim("org:front", "operatesIn", "place:kolvar", "negated", speaker="org:front"),
    claim("event:1", "fatalities", Value("26")),
]
GRAPH = merge([story("a", ENTITIES, CLAIMS), story("b", ENTITIES, CLAIMS[:1])])


def test_every_entity_is_a_node() -> None:
    """Even one without a fact."""
    found = network(GRAPH)
    assert sorted(found) == ["event:1", "org:front", "place:kolvar"]
    assert found.nodes["org:front"] == {
        "type": "ArmedGroup",
        "family": "organisation",
        "name": "Front du Levant",
        "aliases": ("le Front",),
    }


def test_a_located_thing_has_numbers() -> None:
    """Coordinates and numbers are numbers, not texts."""
    told = network(GRAPH).nodes["place:kolvar"]
    assert (told["latitude"], told["longitude"], told["geonames"]) == (36.3, 43.1, 7)
    assert (told["country"], told["wikidata"]) == ("IQ", "Q7")


def test_every_claim_between_two_is_an_edge() -> None:
    """An edge a claim, under its id, with what tells how far it holds."""
    found = network(GRAPH)
    assert found.number_of_edges("org:front", "place:kolvar") == 3
    (first,) = (c for c in GRAPH.claims if c.relation == "controls" and c.evidence.document == "a")
    assert found.edges["org:front", "place:kolvar", first.id] == {
        "relation": "controls",
        "certainty": "asserted",
        "rank": 0,
        "time": "2024-03-05",
        "published": date(2024, 3, 1),
        "attributed_to": "un témoin",
        "sentence": TEXT,
        "document": "a",
        "source": "a",
    }


def test_a_denied_claim_says_so() -> None:
    """It is an edge whose certainty tells it from a fact."""
    edges = network(GRAPH).edges(data=True)
    (denied,) = (data for *_, data in edges if data["relation"] == "operatesIn")
    assert (denied["certainty"], denied["attributed_to"]) == ("negated", "org:front")


def test_a_value_is_no_node() -> None:
    """A toll is no thing."""
    assert network(GRAPH).degree("event:1") == 0
