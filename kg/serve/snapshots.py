"""Copies of a graph folder's RDF store, to be read while the folder is written."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Set
from contextlib import suppress
from pathlib import Path
from threading import Lock

from kg.disk import disk_errors
from kg.errors import StoreLocked
from kg.folder import GraphFolder, is_graph_folder
from kg.serve.own import add_own
from kg.stores import rdf_store

OWN = "own.nq"
"""The file with the graphs that readers write, N-Quads in order."""
WATCHED = ("claims.jsonl", "decisions.tsv", "actors.yaml", OWN)
"""The files of a folder that change where its stores do."""

PREFIX = ".serve-"
"""How the folders of copies begin, in the graph folder."""


class Snapshots:
    """The newest copy of the RDF store of the folder at `path`, made of links to its files."""

    def __init__(self, path: Path) -> None:
        """Make the first copy.

        Raises:
            GraphFolderError: there is no graph folder.
            StoreLocked: another process writes it.
        """
        self._path = path
        if not is_graph_folder(path):
            GraphFolder.open(path)
        _forget_abandoned(path)
        with disk_errors(path):
            self._place = Path(tempfile.mkdtemp(prefix=PREFIX, dir=path))
        self._lock = os.open(self._place, os.O_RDONLY | os.O_CLOEXEC)
        fcntl.flock(self._lock, fcntl.LOCK_SH)
        self._turn = Lock()
        self._number = 0
        self._seen: tuple[object, ...] = ()
        try:
            self._renew()
        except BaseException:
            self.close()
            raise

    def renewed(self) -> bool:
        """Whether the folder has changed, and a new copy was made; not while it is written."""
        if self._state() == self._seen:
            return False
        try:
            self._renew()
        except StoreLocked:
            return False
        return True

    @property
    def own(self) -> Path:
        """The file with the graphs that readers write."""
        return self._path / OWN

    def scratch(self) -> Path:
        """A copy that may be written, to see what an update would do; the caller deletes it.

        Raises:
            StoreLocked: another process writes the folder.
        """
        return self._copy("scratch")

    @property
    def changed(self) -> float:
        """When the newest copy was made, in seconds since 1970."""
        return self.current.stat().st_mtime

    def forget_others(self, used: Set[Path]) -> None:
        """Delete the copies that are not `used`; the scratch copies are their writers'."""
        for old in self._place.glob("copy-*"):
            if old not in used:
                shutil.rmtree(old, ignore_errors=True)

    def close(self) -> None:
        """Delete all copies."""
        shutil.rmtree(self._place, ignore_errors=True)
        os.close(self._lock)

    def _renew(self) -> None:
        seen = self._state()
        self.current = self._copy("copy")
        self._seen = seen

    def _copy(self, kind: str) -> Path:
        with self._turn, GraphFolder.open(self._path) as folder, rdf_store(folder) as store:
            self._number += 1
            copy = self._place / f"{kind}-{self._number}"
            store.copy(copy)
        add_own(copy, self.own)
        return copy

    def _state(self) -> tuple[object, ...]:
        found = (self._path / name for name in WATCHED)
        stats = (each.stat() if each.exists() else None for each in found)
        return tuple(stat and (stat.st_mtime_ns, stat.st_size) for stat in stats)


def _forget_abandoned(path: Path) -> None:
    """Delete the copies of servers that were killed: nobody holds their folders."""
    for place in path.glob(f"{PREFIX}*"):
        file = os.open(place, os.O_RDONLY | os.O_CLOEXEC)
        try:
            with suppress(BlockingIOError):
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(place, ignore_errors=True)
        finally:
            os.close(file)
