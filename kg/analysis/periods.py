"""Days put into months, quarters and years."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Literal, TypeAlias

from kg.errors import InputError

Period: TypeAlias = Literal["month", "quarter", "year"]

_NAMES: Mapping[str, Callable[[date], str]] = {
    "month": lambda day: f"{day:%Y-%m}",
    "quarter": lambda day: f"{day:%Y}-T{(day.month + 2) // 3}",
    "year": lambda day: f"{day:%Y}",
}


def period_of(day: date, period: Period) -> str:
    """The month (2024-03), quarter (2024-T1) or year (2024) of a day; they sort by time.

    Raises:
        InputError: there is no such period.
    """
    if period not in _NAMES:
        raise InputError(f"{period!r:.50}: no period; say {', '.join(_NAMES)}")
    return _NAMES[period](day)
