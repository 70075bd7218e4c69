"""Colours by kind of thing, lines by certainty; the colours are those of Okabe and Ito (2008)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from kg.ontology import load

if TYPE_CHECKING:
    from matplotlib.axes import Axes

COLORS: Mapping[str, str] = {
    "person": "#0072B2",
    "organisation": "#D55E00",
    "group": "#E69F00",
    "country": "#009E73",
    "place": "#8A8A8A",
    "event": "#CC79A7",
}
"""By family; they differ for eyes that tell few colours apart."""
LINES: Mapping[str, Literal["solid", "dashed", "dashdot", "dotted"]] = {
    "asserted": "solid",
    "reported": "dashed",
    "alleged": "dashdot",
    "possible": "dotted",
    "negated": "dotted",
}
INK, DENIED = "#333333", "#C00000"
LONGEST = 32


def line_color(certainty: str) -> str:
    """The colour of a claim of that certainty."""
    return DENIED if certainty == load().denial else "#777777"


def short(name: str) -> str:
    """A name that fits into a picture."""
    name = " ".join(name.split())
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"


def family_label(family: str) -> str:
    """What a family is called in French."""
    classes = load().classes.values()
    return next(each.labels["fr"] for each in classes if each.family == family)


def add_legend(axes: Axes, families: Iterable[str], certainties: Iterable[str]) -> None:
    """The colours and lines that the picture uses."""
    from matplotlib.lines import Line2D

    dot: dict[str, Any] = {"linestyle": "", "marker": "o", "markersize": 7}
    shown, used = set(families), set(certainties)
    dots = [
        Line2D([], [], color=color, label=family_label(family), **dot)
        for family, color in COLORS.items()
        if family in shown
    ]
    lines = [
        Line2D([], [], color=line_color(name), linestyle=LINES[name], label=told.labels["fr"])
        for name, told in load().certainties.items()
        if name in used
    ]
    if dots or lines:
        axes.figure.legend(
            handles=[*dots, *lines],
            loc="upper center",
            bbox_to_anchor=(0.5, 0.1),
            ncols=6,
            frameon=False,
            fontsize=8,
        )
