"""What a query finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows of values under their column names; None where a row has no value."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
