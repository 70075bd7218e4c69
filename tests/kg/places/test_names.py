"""The proper names of places."""

from __future__ import annotations

import pytest

from kg.places.names import proper_names
from kg.records import Entity


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("province d'Idleb", "Idleb"),
        ("gouvernorat d’Hassaké", "Hassaké"),
        ("État de Borno", "Borno"),
        ("région du Kivu", "Kivu"),
        ("ville de Bayji", "Bayji"),
    ],
)
def test_the_kind_of_place_is_no_part_of_the_name(name: str, bare: str) -> None:
    """The whole name is tried first, as it may be the official one."""
    assert list(proper_names(Entity("place:x", "Region", name), "fr")) == [name, bare]


def test_a_name_that_only_begins_like_a_kind_is_whole() -> None:
    """« Villejuif » is no « ville »."""
    assert list(proper_names(Entity("place:x", "City", "Villejuif"), "fr")) == ["Villejuif"]
