"""A word on the documents that carry no date: the first ones by name, the others by number."""

from __future__ import annotations

from collections.abc import Callable

_NAMED = 3
_CURE = (
    "no publication date, so relative dates stay unresolved; give one with --published YYYY-MM-DD"
)


class Undated:
    """Counts the documents without a date, and tells `notify` of them."""

    def __init__(self, notify: Callable[[str], None]) -> None:
        self._notify = notify
        self._count = 0

    def note(self, source: str) -> None:
        """One more; told at once if it is among the first."""
        self._count += 1
        if self._count <= _NAMED:
            self._notify(f"{source}: {_CURE}")

    def close(self) -> None:
        """Tell how many more there were."""
        if self._count > _NAMED:
            self._notify(f"{self._count} documents in all: {_CURE}")
