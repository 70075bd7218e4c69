"""Dates as ISO 8601 writes them: days, weeks, months, years and intervals of these."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from kg.errors import InputError


def day(told: date | str | None) -> date | None:
    """A day, given as such or as YYYY-MM-DD.

    Raises:
        InputError: it is none.
    """
    if told is None or isinstance(told, date):
        return told
    try:
        return date.fromisoformat(told)
    except ValueError:
        raise InputError(f"{told!r:.50}: no day; write it as YYYY-MM-DD") from None


def span(time: str) -> tuple[date, date] | None:
    """The first and the last day of a time such as `2024`, `2024-W10` or `2024-03-05/2024-04`.

    None of what is no time, such as "", and of a day that no calendar has.
    """
    first, _, last = time.partition("/")
    try:
        return _span(first)[0], _span(last or first)[1]
    except ValueError:
        return None


def holds_between(
    time: str, published: date | None, since: date | None, until: date | None
) -> bool:
    """Whether a claim's time, or else the day of its document, meets the days asked for.

    What has neither meets none.
    """
    held = span(time) or (published and (published, published))
    if not held:
        return False
    return (since is None or held[1] >= since) and (until is None or held[0] <= until)


def _span(part: str) -> tuple[date, date]:
    if found := re.fullmatch(r"(\d{4})-W(\d{2})", part):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return monday, monday + timedelta(days=6)
    if found := re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", part):
        year, month, day = (int(each) if each else None for each in found.groups())
        last_month = month or 12
        last_day = day or monthrange(year or 1, last_month)[1]
        return date(year or 0, month or 1, day or 1), date(year or 0, last_month, last_day)
    raise ValueError(part)
