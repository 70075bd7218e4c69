"""The questions of docs/property-graph.md run, and find something in a graph that has it all."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from stories import claim, entity, story

from kg.loaders.property_graph import PropertyGraph
from kg.records import DocumentGraph, Location, Value

PAGE = Path(__file__).parents[3] / "docs" / "property-graph.md"
EXAMPLES = re.findall(r"```cypher\n(.*?)```", PAGE.read_text(encoding="utf8"), re.DOTALL)


KOLVAR = Location(1, "city", "IQ", "IQ.15", 36.3, 43.1)


def documents() -> list[DocumentGraph]:
    """Two documents about the same things, one of which denies what the other says."""
    entities = [
        entity("front", "ArmedGroup", "Katiba al-Fajr", "la Katiba"),
        entity("allies", "ArmedGroup", "Brigade du Nord"),
        entity("ostrelie", "Country", "Ostrélie"),
        entity("armee", "ArmedForce", "armée vardane"),
        replace(entity("kolvar", "City", "Kolvar"), location=KOLVAR),
        entity("dax", "Person", "Abou Salim al-Tarsi"),
        entity("attaque", "Bombing", "attentat de Kolvar"),
    ]
    said = [
        claim("front", "controls", "kolvar"),
        claim("dax", "leads", "front"),
        claim("ostrelie", "supports", "front", "alleged"),
        claim("allies", "alliedWith", "front"),
        claim("attaque", "perpetrator", "front", "alleged"),
        claim("attaque", "target", "armee"),
        claim("attaque", "occurredIn", "kolvar"),
        claim("attaque", "onDate", Value("2024-03-04")),
        claim("attaque", "fatalities", Value(">=3")),
        claim("attaque", "fatalities", Value("12"), "reported", speaker="armee"),
    ]
    denied = [claim("front", "controls", "kolvar", "negated", speaker="armee")]
    return [story("a", entities, said, day=5), story("b", entities, denied, day=6)]


@pytest.fixture
def told(store: PropertyGraph) -> PropertyGraph:
    """A store of these documents."""
    store.write(documents())
    return store


def test_there_are_examples() -> None:
    """The page was found, and holds queries."""
    assert len(EXAMPLES) > 5


@pytest.mark.parametrize("query", EXAMPLES, ids=lambda query: query.split("\n")[0])
def test_an_example_finds_something(told: PropertyGraph, query: str) -> None:
    """And no column of it is empty throughout by a misspelt name."""
    answer = told.query(query)
    assert answer.rows
    for column in zip(answer.columns, *answer.rows, strict=True):
        assert any(column[1:]), column[0]
