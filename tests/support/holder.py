"""Another process that holds a graph folder."""

import multiprocessing
from multiprocessing.synchronize import Event
from pathlib import Path

from kg.folder import GraphFolder


def _hold(path: Path, writing: bool, held: Event, done: Event) -> None:
    with GraphFolder.create(path) if writing else GraphFolder.open(path):
        held.set()
        done.wait(60)


class OtherProcess:
    """Holds the folder at `path` while in the block."""

    def __init__(self, path: Path, *, writing: bool) -> None:
        context = multiprocessing.get_context("spawn")
        self._held, self._done = context.Event(), context.Event()
        self._process = context.Process(target=_hold, args=(path, writing, self._held, self._done))

    def __enter__(self) -> None:
        self._process.start()
        assert self._held.wait(60)

    def __exit__(self, *error: object) -> None:
        self._done.set()
        self._process.join(60)
