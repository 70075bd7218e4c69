"""What a reader takes from a source, before it is checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.errors import FaisceauError


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as its source gives it; what the source does not say is an empty string."""

    source: str
    text: str
    id: str = ""
    title: str = ""
    url: str = ""
    language: str = ""
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A document that can't be used, with the reason; `source` is its file (and line)."""

    source: str
    reason: FaisceauError
