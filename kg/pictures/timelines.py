"""Events in the order of time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Unpack

from babel.dates import format_date

from kg.networks import Filters
from kg.networks.days import span
from kg.ontology import load
from kg.pictures.picture import Picture, blank
from kg.pictures.styles import COLORS, INK, short
from kg.tables import Row, Tables
from kg.view import GraphView

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LATEST = 40
DOT = 55
"""Points squared, for an event without dead; each of the first hundred dead adds to it."""


def draw_timeline(graph: GraphView, **filters: Unpack[Filters]) -> Picture:
    """The dated events, one a line: a dot at the day, a bar over a week, month, year or interval.

    A dot is the larger, the more dead are told.  Of many events the last forty are drawn, which the
    picture says; those without a date are counted.

    Raises:
        InputError: a filter names what there is not.
        NotInstalled: matplotlib is not there.
    """
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    events = list(Tables(graph.merged(**filters)).events)
    dated = sorted((found for row in events if (found := _dated(row))), key=lambda each: each[:2])
    shown = dated[-LATEST:]
    figure, axes = blank(10, 1.2 + 0.32 * len(shown))
    for line, (first, last, row) in enumerate(shown):
        _draw(axes, line, first, last, row)
    axes.set_yticks(range(len(shown)), [_label(row) for *_, row in shown], fontsize=8)
    for label in axes.get_yticklabels():
        label.set_parse_math(False)
    axes.set_ylim(len(shown) - 0.3, -0.7)
    axes.margins(x=0.08)
    axes.xaxis.set_major_locator(MaxNLocator(nbins=7, integer=True))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda day, _: _in_french(day)))
    axes.grid(axis="x", color="#DDDDDD", linewidth=0.6)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(axis="y", length=0)
    left_out = [
        f"{number} {words}"
        for number, words in (
            (len(dated) - len(shown), "événements plus anciens"),
            (len(events) - len(dated), "événements sans date"),
        )
        if number
    ]
    if left_out:
        axes.set_title(f"sans {' ni '.join(left_out)}", fontsize=9, color=INK, loc="left")
    return Picture(figure)


def _dated(row: Row) -> tuple[date, date, Row] | None:
    found = span(row["date"] or "")
    return (*found, row) if found else None


def _draw(axes: Axes, line: int, first: date, last: date, row: Row) -> None:
    days = [day.toordinal() for day in (first, last)]
    dead = row["dead_best"] or row["dead_low"] or 0
    color = COLORS["event"]
    if first != last:
        axes.plot(days, [line, line], color=color, linewidth=5, alpha=0.35, solid_capstyle="butt")
    axes.scatter(
        [sum(days) / 2],
        [line],
        s=DOT + 4 * min(dead, 100),
        color=color,
        edgecolors="white",
        zorder=3,
    )
    if dead:
        bound = "≥ " if row["dead_best"] is None else "≈ " if row["dead_high"] is None else ""
        axes.annotate(
            f"{bound}{dead} morts",
            (sum(days) / 2, line),
            (12, -3),
            fontsize=7.5,
            color=INK,
            textcoords="offset points",
        )


def _in_french(day: float) -> str:
    return format_date(date.fromordinal(max(round(day), 1)), "d MMM yyyy", locale="fr")


def _label(row: Row) -> str:
    kind = load().classes[row["type"]].labels["fr"]
    where = f" ({row['places'][0]})" if row["places"] else ""
    return short(f"{kind}{where}")
