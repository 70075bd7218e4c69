"""What a document's graph is in RDF."""

import re

import pytest
from pyoxigraph import Literal, NamedNode
from stories import TEXT, claim, entity, story

from kg.errors import InvalidGraph
from kg.loaders.rdf import serialise, to_quads, to_statements
from kg.loaders.rdf.terms import XSD, value
from kg.records import Claim, DocumentGraph, Value

ENTITIES = [
    entity("org:front", "ArmedGroup", "Front du Levant", "le Front"),
    entity("place:kolvar", "City", "Kolvar"),
]


def told(*claims: Claim) -> str:
    """A document that makes these claims, as Turtle in which a statement is a line."""
    graph = story("dépêche 1", ENTITIES, claims)
    return re.sub(r"claim:claim:\w+", "claim:C", serialise([graph], "turtle"))


def test_a_document_is_a_named_graph() -> None:
    """Its name is the document's IRI; nothing stands outside."""
    quads = to_quads(story("dépêche 1", ENTITIES))
    name = NamedNode("https://w3id.org/faisceau/document/d%C3%A9p%C3%AAche%201")
    assert {quad.graph_name for quad in quads} == {name}


def test_a_thing_has_all_its_classes_and_names() -> None:
    """A query needs no reasoning to find an armed group among the actors."""
    assert (
        "entity:org:front a fa:ArmedGroup , fa:Organisation , fa:Actor , fa:Entity ;\n"
        '\trdfs:label "Front du Levant" ;\n'
        '\tskos:altLabel "le Front"'
    ) in told()


def test_a_claim_is_a_node_with_its_evidence() -> None:
    """Who said it, when, how sure, in which words, in which document."""
    said = claim(
        "org:front", "controls", "place:kolvar", "reported", speaker="org:front", time="2024-03"
    )
    (node,) = re.findall(r"claim:C a .*?\.\n", told(said), re.DOTALL)
    assert node == (
        "claim:C a fa:Claim ;\n"
        "\trdf:subject entity:org:front ;\n"
        "\trdf:predicate fa:controls ;\n"
        "\trdf:object entity:place:kolvar ;\n"
        "\tfa:certainty fa:reported ;\n"
        "\tfa:attributedTo entity:org:front ;\n"
        '\tfa:time "2024-03"^^xsd:gYearMonth ;\n'
        f'\tfa:quote "{TEXT}" ;\n'
        f'\tfa:sentence "{TEXT}" ;\n'
        "\tfa:start 0 ;\n"
        f"\tfa:end {len(TEXT)} ;\n"
        "\tfa:inDocument <https://w3id.org/faisceau/document/d%C3%A9p%C3%AAche%201> .\n"
    )


def test_what_is_asserted_is_a_plain_triple_too() -> None:
    """Short queries find it."""
    assert "\tfa:controls entity:place:kolvar" in told(
        claim("org:front", "controls", "place:kolvar")
    )


@pytest.mark.parametrize("certainty", ["reported", "alleged", "possible", "negated"])
def test_what_is_hedged_or_denied_is_no_plain_triple(certainty: str) -> None:
    """A query for plain facts never finds it."""
    text = told(claim("org:front", "controls", "place:kolvar", certainty))
    assert "rdf:predicate fa:controls" in text
    assert "\tfa:controls" not in text


@pytest.mark.parametrize(
    ("text", "datatype"),
    [
        ("2024-03-05", "date"),
        ("2024-03", "gYearMonth"),
        ("2024", "gYear"),
        ("2024-02-30", "string"),
        ("0000", "string"),
        ("2024-W10", "string"),
        ("2024-03-01/2024-03-05", "string"),
        (">=32", "string"),
        ("20 000", "string"),
        ("２０２４", "string"),
    ],
)
def test_a_date_of_the_calendar_has_its_datatype(text: str, datatype: str) -> None:
    """Anything else stays the words that it is."""
    assert value(text) == Literal(text, datatype=NamedNode(XSD + datatype))


def test_two_claims_of_one_fact_are_one_plain_triple() -> None:
    """No statement of a graph is there twice."""
    graph = story(
        "a",
        ENTITIES,
        [claim("org:front", "controls", "place:kolvar", time=t) for t in ("", "2024")],
    )
    assert len(graph.claims) == 2
    assert len(set(to_statements(graph))) == len(to_statements(graph))


def _unknown(part: str) -> DocumentGraph:
    if part == "class":
        return story("a", [entity("x", "Spaceship")])
    if part == "relation":
        return story("a", ENTITIES, [claim("org:front", "befriends", "place:kolvar")])
    return story("a", ENTITIES, [claim("org:front", "controls", Value("x"), "dreamt")])


@pytest.mark.parametrize("part", ["class", "relation", "certainty"])
def test_what_the_ontology_lacks_is_named(part: str) -> None:
    """A graph of another ontology is refused, not written with terms that nobody declared."""
    name = {"class": "Spaceship", "relation": "befriends", "certainty": "dreamt"}[part]
    with pytest.raises(InvalidGraph, match=f"'{name}' is no term of the ontology"):
        to_quads(_unknown(part))
