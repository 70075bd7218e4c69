"""Rows in groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

Row = dict[str, Any]


def groups(rows: Iterable[Row], *columns: str) -> dict[tuple[Any, ...], list[Row]]:
    """The rows that have the same values in `columns`, in order of first appearance."""
    found: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in rows:
        found[tuple(row[column] for column in columns)].append(row)
    return dict(found)


def values(rows: Iterable[Row], column: str) -> list[Any]:
    """The different values of a column that are known, in order."""
    return sorted({row[column] for row in rows if row[column] is not None})
