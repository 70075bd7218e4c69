"""What a query finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows of values under their column names; None where a row has no value."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def dictionaries(self) -> list[dict[str, Any]]:
        """The rows with their column names."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]
