"""`server.json`: by which any process finds the server of a folder, and tells a stale pid."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

import psutil

from kg.errors import GraphFolderError

_SAME_START = 2.0
"""Seconds by which two readings of one process's start may differ, as the clock is adjusted."""


@dataclass(frozen=True, slots=True)
class State:
    """A folder's server as last seen; `pid` and `started` (seconds since 1970) while it runs."""

    uri: str
    user: str
    password: str = field(repr=False)
    pid: int | None
    started: float | None


def read_state(folder: Path) -> State | None:
    """The state kept in `folder`; none where no server was ever started.

    Raises `GraphFolderError` when the file is damaged.
    """
    path = _path(folder)
    if not path.exists():
        return None
    try:
        return State(**json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, TypeError):
        raise GraphFolderError(
            f"{path} is damaged: restore it, or remove {folder} to begin with an empty server"
        ) from None


def write_state(folder: Path, state: State) -> None:
    """Keep `state` in `folder`, in one step, readable by the user alone."""
    path = _path(folder)
    draft = path.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    draft.write_text(json.dumps(asdict(state), indent=2) + "\n", encoding="utf-8")
    os.replace(draft, path)


def started_at(pid: int) -> float | None:
    """When process `pid` started; none where there is none, or only its remains."""
    try:
        process = psutil.Process(pid)
        gone = process.status() == psutil.STATUS_ZOMBIE
        return None if gone else process.create_time()
    except psutil.NoSuchProcess:
        return None


def is_running(state: State) -> bool:
    """Whether the process of `state` still runs: the same one, not another with its number."""
    if state.pid is None or state.started is None:
        return False
    started = started_at(state.pid)
    return started is not None and abs(started - state.started) < _SAME_START


def _path(folder: Path) -> Path:
    return folder / "server.json"
