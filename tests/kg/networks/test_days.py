"""Dates of every granularity."""

from __future__ import annotations

from datetime import date

import pytest

from kg.networks.days import holds_between, span


@pytest.mark.parametrize(
    ("time", "first", "last"),
    [
        ("2024-03-05", date(2024, 3, 5), date(2024, 3, 5)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-W10", date(2024, 3, 4), date(2024, 3, 10)),
        ("2024-03-30/2024-04", date(2024, 3, 30), date(2024, 4, 30)),
    ],
)
def test_first_and_last_day(time: str, first: date, last: date) -> None:
    """Days, months, years, weeks and intervals."""
    assert span(time) == (first, last)


@pytest.mark.parametrize("time", ["", "hier", "2024-02-31", "2024-13", "2024-W60"])
def test_what_is_no_time(time: str) -> None:
    """Words, nothing, and days that no calendar has."""
    assert span(time) is None


def test_a_span_meets_a_span() -> None:
    """A month meets a day in it; what has no day meets nothing."""
    assert holds_between("2024-03", None, date(2024, 3, 31), None)
    assert not holds_between("2024-03", None, date(2024, 4, 1), None)
    assert not holds_between("", None, None, date(2024, 4, 1))
    assert holds_between("", date(2024, 4, 1), None, date(2024, 4, 1))
