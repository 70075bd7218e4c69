"""Which of the places of one name an article means."""

from __future__ import annotations

import pytest

from kg.places.choosing import choose
from kg.places.context import Context
from kg.places.gazetteer import Kind

LIBYA, LEBANON = 2210247, 266826


def chosen(name: str, *told: str, beside: str = "", kind: Kind = "city") -> int | None:
    """The GeoNames id chosen for `name` in an article that tells these countries."""
    found = choose(kind, [name], Context(frozenset(told), frozenset(filter(None, [beside]))))
    return found and found.id


def test_the_country_told_decides() -> None:
    """Two cities of one name in two countries."""
    assert chosen("Tripoli", "LY") == LIBYA
    assert chosen("Tripoli", "LB") == LEBANON


def test_the_country_told_in_the_same_sentence_decides_between_two() -> None:
    """Both are told in the article, one beside the name."""
    assert chosen("Tripoli", "LY", "LB", beside="LB") == LEBANON


def test_a_large_city_needs_no_country() -> None:
    """No reader would take it for a smaller one."""
    assert chosen("Bagdad") == 98182


def test_a_namesake_in_a_country_told_does_not_beat_a_far_larger_city() -> None:
    """Paris in Texas stays unmeant where the United States are only told."""
    assert chosen("Paris", "US") == 2988507


@pytest.mark.parametrize("name", ["Saint-Denis", "Kolvar", ""])
def test_a_doubtful_or_unknown_name_is_left_out(name: str) -> None:
    """Small namesakes in many countries, and names that are none."""
    assert chosen(name) is None


def test_a_small_city_needs_its_country() -> None:
    """Magnanville could be a place too small to be listed elsewhere."""
    assert chosen("Magnanville") is None
    assert chosen("Magnanville", "FR") == 2996802


def test_transliterations_are_found_in_countries_told_only() -> None:
    """« Sfireh » is As Safirah in an article on Syria, and unknown elsewhere."""
    assert chosen("Sfireh", "SY") == 172503
    assert chosen("Sfireh", "FR") is None


def test_a_region_needs_its_country() -> None:
    """Regions have no size to tell which is meant."""
    assert chosen("Ninive", "IQ", kind="region") == 92877
    assert chosen("Ninive", kind="region") is None
