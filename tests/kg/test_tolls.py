"""Counts as numbers."""

import pytest

from kg.tolls import bounds


@pytest.mark.parametrize(
    ("count", "numbers"),
    [
        ("26", {"low": 26, "best": 26, "high": 26}),
        ("0", {"low": 0, "best": 0, "high": 0}),
        (">=32", {"low": 32}),
        (">50", {"low": 51}),
        ("<=9", {"high": 9}),
        ("<10", {"high": 9}),
        ("~20", {"best": 20}),
        ("85-90", {"low": 85, "high": 90}),
        ("des dizaines", {}),
        ("", {}),
        ("2 000", {}),
        ("9" * 400, {}),
    ],
)
def test_a_count_says_its_bounds(count: str, numbers: dict[str, int]) -> None:
    """As numbers where it has some; words say nothing."""
    assert bounds(count) == numbers
