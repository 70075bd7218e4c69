"""The facts as a networkx graph."""

from stories import TEXT, claim, entity, story

from kg.graph import merge
from kg.network import network
from kg.records import Value

ENTITIES = [
    entity("org:front", "ArmedGroup", "Front du Levant", "le Front"),
    entity("place:kolvar", "City", "Kolvar"),
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
        "name": "Front du Levant",
        "aliases": ("le Front",),
    }


def test_every_claim_between_two_is_an_edge() -> None:
    """An edge a claim, under its id, with what tells how far it holds."""
    found = network(GRAPH)
    assert found.number_of_edges("org:front", "place:kolvar") == 3
    (first,) = (c for c in GRAPH.claims if c.relation == "controls" and c.evidence.document == "a")
    assert found.edges["org:front", "place:kolvar", first.id] == {
        "relation": "controls",
        "certainty": "asserted",
        "time": "2024-03-05",
        "attributed_to": "un témoin",
        "sentence": TEXT,
        "document": "a",
    }


def test_a_denied_claim_says_so() -> None:
    """It is an edge whose certainty tells it from a fact."""
    edges = network(GRAPH).edges(data=True)
    (denied,) = (data for *_, data in edges if data["relation"] == "operatesIn")
    assert (denied["certainty"], denied["attributed_to"]) == ("negated", "org:front")


def test_a_value_is_no_node() -> None:
    """A toll is no thing."""
    assert network(GRAPH).degree("event:1") == 0
