"""The progress bar of long commands, on standard error, where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)

from kg.cli.output import console


class Bar:
    """A bar on the screen."""

    def __init__(self, shown: Progress, task: TaskID) -> None:
        self._shown = shown
        self._task = task

    def step(self) -> None:
        """One more is done."""
        self._shown.advance(self._task)

    def show(self, done: int, total: int) -> None:
        """`done` of `total` are done."""
        self._shown.update(self._task, completed=done, total=total)


@contextmanager
def progress(words: str, *, total: int | None = None) -> Iterator[Bar]:
    """Show a bar while in the block; `total` is None where it is not known."""
    page = console(sys.stderr)
    columns = (TextColumn(words), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=page, disable=not page.is_terminal, transient=True) as shown:
        yield Bar(shown, shown.add_task(words, total=total))


def count_documents(paths: Sequence[str]) -> int | None:
    """How many documents the paths hold, judged without reading them; None for a stream."""
    from kg.documents.sources import sources

    if "-" in paths:
        return None
    found = sources(paths, stdin=None)
    return sum(_lines(source.name) if source.kind == "jsonl" else 1 for source in found)


def _lines(path: str) -> int:
    try:
        with open(path, "rb") as file:
            return sum(1 for line in file if line.strip())
    except OSError:
        return 1
