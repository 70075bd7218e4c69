"""From the wording of a date to the calendar: one small function for each rule of dates.yaml."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.claims.calendar import (
    Period,
    easter,
    month_of,
    shift_months,
    shifted,
    week_of,
    weekday_after,
    weekday_before,
    year_of,
)
from kg.claims.wordings import Wording, date_data
from kg.errors import DeclarationError

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Anchors:
    """What relative dates count from: publication, the dateline, the day last spoken of."""

    published: date | None
    dateline: date | None = None
    last: date | None = None

    def after(self, period: Period, *, dateline: bool) -> Anchors:
        """The anchors once `period` has been read."""
        if dateline:
            return replace(self, dateline=period.first, last=None)
        return replace(self, last=period.last or period.first)

    @property
    def day(self) -> date | None:
        """The day that the text is at."""
        return self.last or self.dateline or self.published


def resolve(wording: Wording, anchors: Anchors, *, ahead: bool = False) -> Period | None:
    """The period that `wording` means, or None where it can't be known.

    `ahead` is true in a sentence about the future: a day without year is then the next one.
    """
    if wording.rule not in RULES:
        known = ", ".join(RULES)
        raise DeclarationError(f"dates.yaml: unknown rule {wording.rule}; use one of {known}")
    try:
        return RULES[wording.rule](_Given(wording.groups, anchors, ahead))
    except (ValueError, OverflowError):
        return None  # "31 février": no such day


@dataclass(frozen=True, slots=True)
class _Given:
    groups: dict[str, str]
    anchors: Anchors
    ahead: bool

    def number(self, name: str) -> int:
        return int(re.sub(r"\D", "", self.groups[name]) or "1")

    def month(self, name: str = "month") -> int:
        return date_data().months[self.groups[name]]

    @property
    def published(self) -> date | None:
        return self.anchors.published

    def count(self) -> int:
        quantity = self.groups["quantity"]
        return int(quantity) if quantity.isdigit() else date_data().quantities[quantity]

    def unit(self) -> str:
        return date_data().units[self.groups["unit"]]


def _iso(given: _Given) -> Period:
    day = date(given.number("year"), given.number("month_number"), given.number("day"))
    return Period(day, "day")


def _day_month(given: _Given) -> Period | None:
    return _day(given, given.number("day"), given.month(), given.groups.get("year"))


def _day(given: _Given, number: int, month: int, year: str | None) -> Period | None:
    if year is not None:
        return Period(date(int(year), month, number), "day")
    if given.published is None:
        return None
    return Period(_nearest(given, lambda y: date(y, month, number), given.published), "day")


def _nearest(given: _Given, in_year: Callable[[int], date], published: date) -> date:
    """The last such day on or before publication; the next one where the text looks ahead."""
    this = in_year(published.year)
    if "next" in given.groups or (given.ahead and "last" not in given.groups):
        return this if this >= published else in_year(published.year + 1)
    return this if this <= published else in_year(published.year - 1)


def _interval(given: _Given) -> Period | None:
    year_to = given.groups.get("year_to")
    last = _day(given, given.number("day_to"), given.month("month_to"), year_to)
    if last is None:
        return None
    month = given.month() if "month" in given.groups else last.first.month
    year = given.number("year") if "year" in given.groups else last.first.year
    first = date(year, month, given.number("day"))
    if first > last.first:
        first = date(year - 1, month, given.number("day"))
    return Period(first, "interval", last.first)


def _years(given: _Given) -> Period:
    first, last = date(given.number("year"), 1, 1), date(given.number("year_to"), 12, 31)
    return Period(first, "years", last)


def _decade(given: _Given) -> Period:
    first = given.number("year")
    return Period(date(first, 1, 1), "years", date(first + 9, 12, 31))


def _weekdays(given: _Given) -> Period | None:
    if given.published is None:
        return None
    last = weekday_before(given.published, _weekday_number(given, "weekday_to"))
    first = weekday_before(last, _weekday_number(given, "weekday"), strict=True)
    return Period(first, "interval", last)


def _weekend(given: _Given) -> Period | None:
    if given.published is None:
        return None
    saturday = weekday_before(given.published, SATURDAY, strict="last" in given.groups)
    return Period(saturday, "interval", saturday + timedelta(days=1))


def _last_night(given: _Given) -> Period | None:
    if given.published is None:
        return None
    return Period(given.published - timedelta(days=1), "interval", given.published)


def _weekday_number(given: _Given, name: str = "weekday") -> int:
    return date_data().weekdays[given.groups[name]]


def _weekday(given: _Given) -> Period | None:
    if given.published is None:
        return None
    weekday = _weekday_number(given)
    ahead = given.ahead and not {"last", "this"} & given.groups.keys()
    if "next" in given.groups or ahead:
        return Period(weekday_after(given.published, weekday), "day")
    strict = "last" in given.groups
    return Period(weekday_before(given.published, weekday, strict=strict), "day")


def _weekday_day(given: _Given) -> Period | None:
    """ "lundi 8": the nearest month, this or an earlier one, where the 8th is a Monday."""
    if given.published is None:
        return None
    for back in range(12):
        month = shift_months(given.published.replace(day=1), -back)
        try:
            day = month.replace(day=given.number("day"))
        except ValueError:
            continue
        if day.weekday() == _weekday_number(given) and day <= given.published:
            return Period(day, "day")
    return None


def _month(given: _Given) -> Period | None:
    month = given.month()
    if "year" in given.groups:
        return month_of(date(given.number("year"), month, 1))
    if given.published is None:
        return None
    latest = given.published
    if "last" in given.groups and latest.month == month:
        latest = shift_months(latest, -1)
    return month_of(_nearest(given, lambda y: date(y, month, 1), latest))


def _season(given: _Given) -> Period | None:
    """A season has no ISO form of its own: its year."""
    if "year" in given.groups:
        return year_of(date(given.number("year"), 1, 1))
    if given.published is None:
        return None
    month = date_data().seasons[given.groups["season"]]
    return year_of(_nearest(given, lambda y: date(y, month, 1), given.published))


def _year(given: _Given) -> Period:
    return year_of(date(given.number("year"), 1, 1))


def _relative_unit(given: _Given) -> Period | None:
    return _part(given, 1 if "next" in given.groups else -1)


def _this_unit(given: _Given) -> Period | None:
    if given.published is None:
        return None
    if given.unit() == "week":
        monday = week_of(given.published).first
        return Period(monday, "interval", monday + timedelta(days=6))
    return _part(given, 0)


def _part(given: _Given, count: int) -> Period | None:
    """A unit away from publication; the end or start of a year is its last or first month."""
    if given.published is None:
        return None
    period = shifted(given.published, count, given.unit())
    part = date_data().parts_of_year.get(given.groups.get("part", ""), "whole")
    if period.granularity != "year" or part == "whole":
        return period
    month = {"first": 1, "middle": 6, "last": 12}[part]
    return month_of(period.first.replace(month=month))


def _feast(given: _Given) -> Period | None:
    feast, data = given.groups["feast"], date_data()

    def in_year(year: int) -> date:
        if feast in data.easter_feasts:
            return easter(year) + timedelta(days=data.easter_feasts[feast])
        month, day = map(int, data.fixed_feasts[feast].split("-"))
        return date(year, month, day)

    if "year" in given.groups:
        return Period(in_year(given.number("year")), "day")
    if given.published is None:
        return None
    return Period(_nearest(given, in_year, given.published), "day")


def _days(given: _Given) -> Period | None:
    if given.published is None:
        return None
    back = date_data().days.get(given.groups.get("relative", ""), 0)
    return Period(given.published + timedelta(days=back), "day")


def _ago(given: _Given) -> Period | None:
    if given.published is None:
        return None
    return shifted(given.published, -given.count(), given.unit())


def _ahead(given: _Given) -> Period | None:
    if given.published is None:
        return None
    return shifted(given.published, given.count(), given.unit())


def _ago_anchored(given: _Given) -> Period | None:
    day = given.anchors.day
    return shifted(day, -given.count(), given.unit()) if day else None


def _after_anchored(given: _Given) -> Period | None:
    day = given.anchors.day
    return shifted(day, given.count(), given.unit()) if day else None


def _anchored(given: _Given) -> Period | None:
    day = given.anchors.day
    if day is None:
        return None
    return Period(day + timedelta(days=date_data().anchored[given.groups["anchored"]]), "day")


def _neighbour(given: _Given) -> Period | None:
    day = given.anchors.day
    return shifted(day, 1 if "following" in given.groups else -1, given.unit()) if day else None


def _clock(given: _Given) -> Period | None:
    day = given.anchors.day
    return Period(day, "day") if day else None


RULES: dict[str, Callable[[_Given], Period | None]] = {
    "iso": _iso,
    "numeric": _iso,
    "interval": _interval,
    "years": _years,
    "decade": _decade,
    "weekdays": _weekdays,
    "weekend": _weekend,
    "last_night": _last_night,
    "day_month": _day_month,
    "weekday_day": _weekday_day,
    "weekday": _weekday,
    "month": _month,
    "season": _season,
    "year": _year,
    "relative_unit": _relative_unit,
    "this_unit": _this_unit,
    "feast": _feast,
    "days": _days,
    "ago": _ago,
    "ago_anchored": _ago_anchored,
    "after_anchored": _after_anchored,
    "ahead": _ahead,
    "anchored": _anchored,
    "neighbour": _neighbour,
    "clock": _clock,
}
