"""Facts: one relationship each, with what all claims of it say together."""

from dataclasses import replace
from typing import Any

from stories import claim, entity, story

from kg.loaders.property_graph import PropertyGraph
from kg.records import Claim, Value

ENTITIES = [entity("front", "ArmedGroup"), entity("kolvar", "City"), entity("dax", "Person")]


def facts(store: PropertyGraph) -> list[dict[str, Any]]:
    """The properties of the one kind of fact that these tests write."""
    query = "MATCH (:ArmedGroup {id: 'front'})-[f:CONTROLS]->(:City {id: 'kolvar'}) RETURN f"
    return [row[0]["properties"] for row in store.query(query).rows]


def controls(certainty: str = "asserted", *, time: str = "") -> Claim:
    """The claim that these tests are about."""
    return claim("front", "controls", "kolvar", certainty, time=time)


def test_claims_of_several_documents_are_one_fact(store: PropertyGraph) -> None:
    """It is as sure as the surest claim, and tells when it was first and last said, and by whom."""
    graphs = [
        story("b", ENTITIES, [controls("reported", time="2024-02")], day=9),
        story("a", ENTITIES, [controls("asserted", time="2024-03-01")], day=2),
        story("c", ENTITIES, [controls("possible"), controls("alleged")], day=5),
    ]
    store.write(graphs)
    claims = sorted(each.id for graph in graphs for each in graph.claims)
    assert facts(store) == [
        {
            "certainty": "asserted",
            "first": "2024-03-02",
            "last": "2024-03-09",
            "times": ["2024-02", "2024-03-01"],
            "documents": 3,
            "sources": 3,
            "claims": claims,
        }
    ]


def test_removing_a_document_takes_its_claims_out_of_the_fact(store: PropertyGraph) -> None:
    """Certainty, dates and counts are those of the claims that are left."""
    left = story("b", ENTITIES, [controls("reported")], day=9)
    store.write([story("a", ENTITIES, [controls()], day=2), left])
    store.remove("a")
    (fact,) = facts(store)
    assert fact["certainty"] == "reported"
    assert (fact["first"], fact["last"], fact["documents"]) == ("2024-03-09", "2024-03-09", 1)
    assert fact["claims"] == [left.claims[0].id]


def test_a_claim_that_moves_to_another_thing_leaves_its_fact(store: PropertyGraph) -> None:
    """A thing found to be another keeps the ids of its claims; they support the new fact alone."""
    ours, theirs = (story(id, ENTITIES, [controls()]) for id in "ab")
    store.write([ours, theirs])
    bastion = entity("bastion", "ArmedGroup")
    moved = replace(theirs.claims[0], subject=bastion.id)
    store.write([replace(theirs, entities=(*theirs.entities, bastion), claims=(moved,))])
    (fact,) = facts(store)
    assert fact["claims"] == [ours.claims[0].id]


def test_a_fact_without_claims_is_gone(store: PropertyGraph) -> None:
    """Also where both its ends stay."""
    store.write([story("a", ENTITIES, [controls()]), story("b", ENTITIES)])
    store.remove("a")
    assert facts(store) == []
    assert len(store.query("MATCH (e:Entity) RETURN e").rows) == len(ENTITIES)


def test_a_denied_fact_has_no_relationship(store: PropertyGraph) -> None:
    """The denial is a claim node, and nothing else."""
    store.write([story("a", ENTITIES, [controls("negated")])])
    assert facts(store) == []
    assert store.query("MATCH (c:Claim) RETURN c.certainty").rows == (("negated",),)


def test_a_denial_does_not_weaken_what_others_say(store: PropertyGraph) -> None:
    """A fact that one document denies stands by the others, and counts only these."""
    store.write([story("a", ENTITIES, [controls("negated")]), story("b", ENTITIES, [controls()])])
    (fact,) = facts(store)
    assert fact["documents"] == 1
    assert len(fact["claims"]) == 1


def test_a_fact_that_comes_to_be_denied_is_gone(store: PropertyGraph) -> None:
    """A new version of a document takes back what the old one said."""
    store.write([story("a", ENTITIES, [controls()])])
    store.write([story("a", ENTITIES, [controls("negated")])])
    assert facts(store) == []


def test_a_claim_leads_to_its_evidence(store: PropertyGraph) -> None:
    """Subject, object, speaker and document hang on the claim node."""
    store.write([story("a", ENTITIES, [claim("front", "controls", "kolvar", speaker="dax")])])
    query = """
    MATCH (c:Claim)-[:SUBJECT]->(s), (c)-[:OBJECT]->(o), (c)-[:STATED_IN]->(d:Document),
          (c)-[:ATTRIBUTED_TO]->(p:Person)
    RETURN s.id, c.relation, o.id, p.id, d.id, c.sentence"""
    (row,) = store.query(query).rows
    assert row[:5] == ("front", "controls", "kolvar", "dax", "a")
    assert row[5].startswith("Le Front")


def test_words_may_be_speaker_and_object(store: PropertyGraph) -> None:
    """What is no entity is a property of the claim."""
    attack = entity("attaque", "Bombing")
    said = claim("attaque", "target", Value("un convoi"), speaker=Value("un témoin"))
    store.write([story("a", [attack], [said])])
    query = "MATCH (c:Claim) RETURN c.value, c.attributedTo"
    assert store.query(query).rows == (("un convoi", "un témoin"),)


def test_values_are_properties_of_their_event(store: PropertyGraph) -> None:
    """As lists, since documents may differ; only what a document asserts."""
    attack = entity("attaque", "Bombing")
    store.write(
        [
            story("a", [attack], [claim("attaque", "fatalities", Value("12"))]),
            story("b", [attack], [claim("attaque", "fatalities", Value(">=10"))]),
            story("c", [attack], [claim("attaque", "fatalities", Value("40"), "alleged")]),
        ]
    )
    query = "MATCH (e:Bombing) RETURN e.fatalities, e.injured"
    assert store.query(query).rows == ((["12", ">=10"], None),)
    store.remove("a")
    assert store.query(query).rows == (([">=10"], None),)
    store.remove("b")
    assert store.query(query).rows == ((None, None),)
