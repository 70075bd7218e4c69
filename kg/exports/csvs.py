"""CSV that a spreadsheet opens as text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
Cell = str | int | float | None


def rows(columns: Sequence[str], lines: Iterable[Sequence[Cell]]) -> str:
    """A table as CSV; text that a spreadsheet would take for a formula begins with an apostrophe.

    The rule is that of OWASP (https://owasp.org/www-community/attacks/CSV_Injection).
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_guarded(cell) for cell in line] for line in lines)
    return out.getvalue()


def _guarded(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
