"""Days, weeks, months and years as ISO 8601 texts, and moving between them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar stretch: its first day, and "day", "week", "month", "year" or "interval"."""

    first: date
    granularity: str
    last: date | None = None

    @property
    def iso(self) -> str:
        """ISO 8601: 2021-02-20, 2021-W06, 2021-02, 2021, or first/last for an interval."""
        first = self.first
        if self.granularity == "interval" and self.last is not None:
            return f"{first.isoformat()}/{self.last.isoformat()}"
        if self.granularity == "years" and self.last is not None:
            return f"{first.year}/{self.last.year}"
        if self.granularity == "week":
            year, week, _ = first.isocalendar()
            return f"{year}-W{week:02d}"
        return first.isoformat()[: {"year": 4, "month": 7}.get(self.granularity, 10)]


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    skipped, leap = divmod(century, 4)
    moon = (19 * golden + century - skipped - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * leap + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def month_of(day: date) -> Period:
    """The month that `day` lies in."""
    return Period(day.replace(day=1), "month")


def year_of(day: date) -> Period:
    """The year that `day` lies in."""
    return Period(date(day.year, 1, 1), "year")


def week_of(day: date) -> Period:
    """The ISO week that `day` lies in."""
    return Period(day - timedelta(days=day.weekday()), "week")


def shift_months(day: date, months: int) -> date:
    """`day` moved by `months`; the last day of the month where that one is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shifted(day: date, count: int, unit: str) -> Period:
    """The period `count` units of "day", "week", "month", "year" or "century" from `day`."""
    if unit == "day":
        return Period(day + timedelta(days=count), "day")
    if unit == "week":
        return week_of(day + timedelta(weeks=count))
    if unit == "month":
        return month_of(shift_months(day, count))
    years = 100 * count if unit == "century" else count
    return year_of(shift_months(day, 12 * years))


def weekday_before(day: date, weekday: int, *, strict: bool = False) -> date:
    """The last `weekday` (0 is Monday) on or, if `strict`, before `day`."""
    back = (day.weekday() - weekday) % 7
    return day - timedelta(days=back or (7 if strict else 0))


def weekday_after(day: date, weekday: int) -> date:
    """The next `weekday` (0 is Monday) after `day`."""
    return day + timedelta(days=(weekday - day.weekday()) % 7 or 7)
