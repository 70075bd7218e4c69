"""Who attacked whom: derived from the events, right again after each change."""

import pytest
from stories import claim, entity, story

from kg.loaders.property_graph import PropertyGraph
from kg.records import Claim

ENTITIES = [
    entity("front", "ArmedGroup"),
    entity("armee", "ArmedForce"),
    entity("kolvar", "City"),
    entity("attaque", "Bombing"),
    entity("autre", "Shelling"),
]


def attacks(store: PropertyGraph) -> list[tuple[object, ...]]:
    """Every derived relationship: who, whom, in which events, how surely."""
    query = "MATCH (a)-[r:ATTACKED]->(b) RETURN a.id, b.id, r.events, r.certainty"
    return sorted(store.query(query).rows, key=str)


def attack(
    event: str, target: str, done: str = "asserted", struck: str = "asserted"
) -> list[Claim]:
    """An attack of the front on a target."""
    return [
        claim(event, "perpetrator", "front", done),
        claim(event, "target", target, struck),
    ]


def test_an_attack_ties_doer_and_target(store: PropertyGraph) -> None:
    """The relationship names its event."""
    store.write([story("a", ENTITIES, attack("attaque", "armee"))])
    assert attacks(store) == [("front", "armee", ["attaque"], "asserted")]


def test_a_place_can_be_attacked(store: PropertyGraph) -> None:
    """A city that is the target."""
    store.write([story("a", ENTITIES, attack("attaque", "kolvar"))])
    assert attacks(store) == [("front", "kolvar", ["attaque"], "asserted")]


def test_a_victim_was_attacked(store: PropertyGraph) -> None:
    """As a target was."""
    said = [claim("attaque", "perpetrator", "front"), claim("attaque", "victim", "dax")]
    store.write([story("a", [*ENTITIES, entity("dax", "Person")], said)])
    assert attacks(store) == [("front", "dax", ["attaque"], "asserted")]


@pytest.mark.parametrize(
    ("done", "struck", "certainty"),
    [("alleged", "asserted", "alleged"), ("asserted", "reported", "reported")],
)
def test_it_is_as_sure_as_its_less_sure_end(
    store: PropertyGraph, done: str, struck: str, certainty: str
) -> None:
    """A presumed perpetrator is presumed to have attacked."""
    store.write([story("a", ENTITIES, attack("attaque", "armee", done, struck))])
    assert attacks(store) == [("front", "armee", ["attaque"], certainty)]


def test_several_attacks_are_one_relationship(store: PropertyGraph) -> None:
    """It names all events, and is as sure as the surest."""
    store.write([story("a", ENTITIES, attack("attaque", "armee", "alleged"))])
    store.write([story("b", ENTITIES, attack("autre", "armee"))])
    assert attacks(store) == [("front", "armee", ["attaque", "autre"], "asserted")]
    store.remove("b")
    assert attacks(store) == [("front", "armee", ["attaque"], "alleged")]
    store.remove("a")
    assert attacks(store) == []


def test_two_documents_may_tell_one_end_each(store: PropertyGraph) -> None:
    """The event brings them together, as long as both are there."""
    done, struck = attack("attaque", "armee")
    store.write([story("a", ENTITIES, [done]), story("b", ENTITIES, [struck])])
    assert attacks(store) == [("front", "armee", ["attaque"], "asserted")]
    store.remove("b")
    assert attacks(store) == []


def test_who_is_said_not_to_have_done_it_did_not_attack(store: PropertyGraph) -> None:
    """A denial makes no relationship."""
    store.write([story("a", ENTITIES, attack("attaque", "armee", "negated"))])
    assert attacks(store) == []


def test_an_arrest_is_no_attack(store: PropertyGraph) -> None:
    """Only events of the class Attack count, and this follows the event's class."""
    told = story("a", [*ENTITIES, entity("fait", "Event")], attack("fait", "armee"))
    store.write([told])
    assert attacks(store) == []
    store.write([story("b", [entity("fait", "Shooting")])])
    assert attacks(store) == [("front", "armee", ["fait"], "asserted")]
    store.remove("b")
    assert attacks(store) == []


def test_an_end_that_turns_out_to_be_no_actor_ends_it(store: PropertyGraph) -> None:
    """The classes of the ends are those that the ontology gives the relationship."""
    vague = [entity("attaque", "Bombing"), entity("x", "Actor"), entity("armee", "ArmedForce")]
    said = [claim("attaque", "perpetrator", "x"), claim("attaque", "target", "armee")]
    store.write([story("a", vague, said)])
    assert attacks(store) == [("x", "armee", ["attaque"], "asserted")]
    store.write([story("b", [entity("x", "Bombing")])])
    assert attacks(store) == []
    store.remove("b")
    assert attacks(store) == [("x", "armee", ["attaque"], "asserted")]
