"""Places put on the map: locations and ids of an article's entities."""

from __future__ import annotations

from dataclasses import replace

import pytest
from parsing import parse

from kg.entities import resolve
from kg.mentions import find_mentions
from kg.places import locate
from kg.records import Entity, Location
from kg.trace import Trace


def located(text: str) -> dict[str, Entity]:
    """The entities of `text` by name."""
    analysis = parse(text)
    return {e.name: e for e in locate(analysis, resolve(analysis, find_mentions(analysis)))}


def test_a_city_has_coordinates_country_and_region() -> None:
    """All of GeoNames, and an id by its number."""
    mosul = located("Des combats ont éclaté à Mossoul, en Irak.")["Mossoul"]
    assert mosul.id == "place:geonames-99072"
    assert mosul.location == Location(99072, "city", "IQ", "IQ.15", 36.335, 43.11889)


def test_a_small_town_is_an_exact_place() -> None:
    """Its point is where everything in it is, give or take a walk."""
    town = located("Des combats ont éclaté à Ménaka, au Mali.")["Ménaka"]
    assert town.location is not None
    assert town.location.precision == "exact"


def test_a_country_keeps_its_id() -> None:
    """It has a location, but no one point."""
    iraq = located("Des combats ont éclaté en Irak.")["Irak"]
    assert iraq.id == "country:irak"
    assert iraq.location == Location(99237, "country", "IQ")


def test_a_region_is_found_by_its_name_without_its_kind() -> None:
    """« la province de … » is no part of the name."""
    region = located("La province de Ninive, en Irak, est calme.")["Ninive"]
    assert region.location == Location(92877, "region", "IQ", "IQ.15")


def test_two_spellings_of_one_place_are_one_entity() -> None:
    """With the mentions of both."""
    text = "En Syrie, Deir ez-Zor est encerclée. Les civils fuient Deir Ezzor."
    found = [e for e in located(text).values() if e.type == "City"]
    assert [e.id for e in found] == ["place:geonames-170794"]
    assert [text[s.start : s.end] for s in found[0].mentions] == ["Deir ez-Zor", "Deir Ezzor"]


@pytest.mark.parametrize("text", ["Des combats ont éclaté à Kolvar.", "L'Otan a quitté Kolvar."])
def test_an_unknown_place_stays_as_it_is(text: str) -> None:
    """Without location, under the id of its name."""
    place = located(text)["Kolvar"]
    assert (place.id, place.location) == ("place:kolvar", None)


def test_actors_have_no_location() -> None:
    """Only classes that GeoNames lists are looked up."""
    assert located("L'armée irakienne a repris Mossoul.")["armée irakienne"].location is None


def test_the_order_of_entities_does_not_matter() -> None:
    """Each is looked up in the context of all."""
    analysis = parse("À Tripoli, au Liban, puis à Beyrouth, des combats ont éclaté.")
    entities = resolve(analysis, find_mentions(analysis))
    assert set(locate(analysis, entities)) == set(locate(analysis, entities[::-1]))


def test_a_trace_is_told_the_new_ids() -> None:
    """So that an explanation speaks of the entities that there are."""
    analysis, trace = parse("Des combats ont éclaté à Mossoul, en Irak."), Trace()
    entities = resolve(analysis, find_mentions(analysis), trace=trace)
    ids = {entity.id for entity in locate(analysis, entities, trace=trace)}
    assert {each.entity for each in trace.reached} <= ids


def test_locating_again_changes_nothing() -> None:
    """A location depends on the article, not on what was located before."""
    analysis = parse("Des combats ont éclaté à Mossoul, en Irak.")
    once = locate(analysis, resolve(analysis, find_mentions(analysis)))
    assert locate(analysis, [replace(each) for each in once]) == once
