"""FollowTheMoney entities, checked by its own library."""

from __future__ import annotations

import json
from typing import Any

import pytest
from war import BLAST, FRONT

from kg.exports.source import Source
from kg.ontology import load

followthemoney = pytest.importorskip("followthemoney", exc_type=ImportError)

from kg.exports.ftm import ftm  # noqa: E402 - where the library is


@pytest.fixture(scope="module")
def entities(source: Source) -> dict[str, Any]:
    """What the library reads back, by id."""
    lines = (json.loads(line) for line in ftm(source).splitlines())
    return {line["id"]: followthemoney.model.get_proxy(line) for line in lines}


def test_every_entity_is_valid(entities: dict[str, Any], source: Source) -> None:
    """No value is refused, no required property is missing, and every reference leads somewhere."""
    graph = source.graph
    assert len(entities) > len(graph.documents) + len(graph.entities)
    for each in entities.values():
        each.schema.validate(each.to_dict())
        for prop, value in each.itervalues():
            assert prop.type.validate(value), (prop, value)
            if prop.type.name == "entity":
                assert entities[value].schema.is_a(prop.range)


def test_a_leader_is_a_director(entities: dict[str, Any], source: Source) -> None:
    """With the sentence, the certainty and the article."""
    found = [each for each in entities.values() if each.schema.name == "Directorship"]
    told = [claim for claim in source.graph.claims if claim.relation == "leads"]
    assert len(found) == len(told) == 3
    named = {entities[each.first("organization")].caption for each in found}
    assert named == {FRONT.name}
    assert {each.first("status") for each in found} == {"affirmé", "rapporté"}
    assert all(entities[each.first("proof")].schema.name == "Article" for each in found)


def test_an_event_has_its_day(entities: dict[str, Any]) -> None:
    """Its first and its last."""
    (blast,) = (each for each in entities.values() if each.caption == BLAST.name)
    assert (blast.first("startDate"), blast.first("endDate")) == ("2024-03-04", "2024-03-04")
    assert blast.get("location") == ["Kolvar"]


def test_what_is_denied_is_left_out(entities: dict[str, Any], source: Source) -> None:
    """A link would say that it is so."""
    denied = {claim.id for claim in source.graph.claims if claim.certainty == load().denial}
    assert denied
    assert denied.isdisjoint(each.first("recordId", quiet=True) for each in entities.values())


def test_the_bytes_are_the_same_each_time(source: Source) -> None:
    """One graph, one file."""
    assert ftm(source) == ftm(source)
