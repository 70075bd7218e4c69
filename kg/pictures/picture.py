"""A drawn picture, which a notebook shows and a report takes as a file."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.disk import write_whole
from kg.errors import InputError, NotInstalled

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FORMATS = ("png", "svg", "pdf")
DENSITY = 110
"""Dots an inch."""


@dataclass(frozen=True)
class Picture:
    """A matplotlib figure."""

    figure: Figure

    def save(self, path: str | Path) -> None:
        """Write it as PNG, SVG or PDF, by the ending of `path`.

        Raises:
            InputError: the ending is none of these.
        """
        ending = Path(path).suffix.removeprefix(".").lower()
        if ending not in FORMATS:
            raise InputError(f"{path}: no kind of picture; end it in .{', .'.join(FORMATS)}")
        write_whole(Path(path), self._bytes(ending))

    def _repr_png_(self) -> bytes:
        return self._bytes("png")

    def _bytes(self, ending: str) -> bytes:
        out = io.BytesIO()
        self.figure.savefig(out, format=ending, dpi=DENSITY, bbox_inches="tight")
        return out.getvalue()


def blank(width: float, height: float) -> tuple[Figure, Axes]:
    """A figure with axes to draw on; sizes in inches.

    Raises:
        NotInstalled: matplotlib is not there.
    """
    try:
        from matplotlib.figure import Figure
    except ModuleNotFoundError:
        raise NotInstalled("a picture needs matplotlib: pip install 'faisceau[notebook]'") from None
    figure = Figure(figsize=(width, height))
    return figure, figure.subplots()
