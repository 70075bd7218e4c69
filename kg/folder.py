"""A graph folder: the claims file, which is the truth, and beside it what is projected from it."""

from __future__ import annotations

import fcntl
import json
import os
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from kg.claimsfile import ClaimsFile
from kg.disk import disk_errors, write_whole
from kg.errors import GraphFolderError, StoreLocked

if TYPE_CHECKING:
    from kg.identified import IdentifiedClaims

OWN_ACTORS = "actors.yaml"
"""Where a team's own actors stand, whose names are found in texts and are one in all of them."""
FORMAT = 1
"""The version of the folder's layout; a folder of a later one is not opened."""

_OWN = {OWN_ACTORS, "decisions.tsv", "claims.jsonl", ".claims.jsonl.new", ".meta.json.new"}


class GraphFolder:
    """An open graph folder: its claims, and where its projections are.

    Opened with `create` it is held for writing; with `open` it may be read by several at a time.
    """

    def __init__(self, path: Path, lock: int) -> None:
        self.path = path
        self._lock = lock
        try:
            _check_format(path)
            self._read_claims()
        except BaseException:
            os.close(lock)
            raise

    @classmethod
    def create(cls, path: str | Path) -> GraphFolder:
        """The folder at `path`, made if need be, held for writing.

        Raises:
            GraphFolderError: there is something else at `path`, or a newer version wrote it.
            StoreLocked: another process uses it.
            DiskError: it can't be written.
        """
        path = Path(path)
        if not is_graph_folder(path):
            _make(path)
        return cls(path, _lock(path, fcntl.LOCK_EX))

    @classmethod
    def open(cls, path: str | Path) -> GraphFolder:
        """The folder at `path`, for reading; several processes may read it at a time.

        Raises:
            GraphFolderError: there is no graph folder, or a newer version wrote it.
            StoreLocked: another process is writing it.
        """
        path = Path(path)
        if not is_graph_folder(path):
            raise GraphFolderError(
                f"{path}: no graph folder; make one with: kg build FILES --into {path}"
            )
        return cls(path, _lock(path, fcntl.LOCK_SH))

    @property
    def rdf(self) -> Path:
        """Where the RDF store is."""
        return self.path / "rdf"

    @property
    def property_graph(self) -> Path:
        """Where the property graph is."""
        return self.path / "property-graph"

    @property
    def own_actors(self) -> Path:
        """Where a team's own actors may stand."""
        return self.path / OWN_ACTORS

    @property
    def identified(self) -> IdentifiedClaims:
        """The claims as the stores are to hold them: every thing under its id in the graph."""
        from kg.identified import IdentifiedClaims

        return IdentifiedClaims(self.path, self.claims)

    def hold_for_writing(self) -> None:
        """Make sure that no other process uses the folder, and read its claims again.

        Raises:
            StoreLocked: another process uses it.
        """
        _take(self._lock, fcntl.LOCK_EX, self.path)
        self._read_claims()

    def close(self) -> None:
        """Let other processes use the folder."""
        os.close(self._lock)

    def __enter__(self) -> GraphFolder:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _read_claims(self) -> None:
        self.claims = ClaimsFile(self.path / "claims.jsonl")


def is_graph_folder(path: Path) -> bool:
    """Whether a graph folder was made at `path`."""
    return (path / "meta.json").is_file()


def _make(path: Path) -> None:
    if path.exists() and (not path.is_dir() or any(f.name not in _OWN for f in path.iterdir())):
        raise GraphFolderError(
            f"{path}: holds something else than a graph; name a new or an empty folder"
        )
    from kg.extractor import version

    with disk_errors(path):
        path.mkdir(parents=True, exist_ok=True)
    if not (path / "claims.jsonl").exists():
        write_whole(path / "claims.jsonl", b"")
    meta = {"format": FORMAT, "written_by": f"faisceau {version()}"}
    write_whole(path / "meta.json", json.dumps(meta, indent=2).encode() + b"\n")


def _check_format(path: Path) -> None:
    try:
        written = json.loads((path / "meta.json").read_bytes())["format"]
    except (OSError, ValueError, KeyError, TypeError):
        raise GraphFolderError(
            f'{path}/meta.json: can\'t be read; write {{"format": {FORMAT}}} into it'
        ) from None
    if written != FORMAT:
        raise GraphFolderError(
            f"{path}: has format {written}, and this kg reads format {FORMAT}; "
            "use the version of kg that wrote it, or a later one"
        )


def _lock(path: Path, how: int) -> int:
    with disk_errors(path):
        file = os.open(path / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    try:
        _take(file, how, path)
    except StoreLocked:
        os.close(file)
        raise
    return file


def _take(file: int, how: int, path: Path) -> None:
    try:
        fcntl.flock(file, how | fcntl.LOCK_NB)
    except BlockingIOError:
        raise StoreLocked(
            f"{path}: another kg process is using it; wait until it ends, then try again"
        ) from None
