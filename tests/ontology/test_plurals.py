"""The plural of French words."""

from __future__ import annotations

import pytest

from kg.ontology.plurals import plural


@pytest.mark.parametrize(
    ("singular", "many"),
    [
        ("milice", "milices"),
        ("irakien", "irakiens"),
        ("français", "français"),
        ("tribunal", "tribunaux"),
        ("bureau", "bureaux"),
        ("lieu", "lieux"),
        ("festival", "festivals"),
    ],
)
def test_french_plurals(singular: str, many: str) -> None:
    """Most take an s; what ends in s, x or z has it already; -al, -eau and -eu change."""
    assert plural(singular, "fr") == many
