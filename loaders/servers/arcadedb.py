"""The embedded property graph: ArcadeDB as a child process, reached over Bolt.

One process may hold a database.  The child stops when it is asked to, and also when this process
ends in any other way, because the pipe between them then closes.
"""

from __future__ import annotations

import json
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kg.errors import StoreLocked, StoreUnreachable
from kg.loaders.servers.arcadedb_child import DATABASE, LOCKED, USER
from kg.loaders.servers.process import LOOPBACK, BoltAddress, end, free_port, wait_for_bolt

_CHILD = Path(__file__).with_name("arcadedb_child.py")


@contextmanager
def serve(folder: Path, *, timeout: float = 120, patience: float = 20) -> Iterator[BoltAddress]:
    """Serve the database in `folder` (created where missing) on a free loopback port.

    Nothing is written outside `folder` but in a temporary folder, removed at the end.

    Raises `StoreLocked` when another process holds the database for more than `patience` seconds,
    and `StoreUnreachable` when the server fails or does not answer within `timeout` seconds.
    """
    folder = folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="faisceau-", ignore_cleanup_errors=True) as home:
        address, port = _new_address()
        settings: dict[str, str | float] = {
            "folder": str(folder),
            "home": home,
            "password": address.password,
            "bolt_port": port,
            "http_port": free_port(),
            "patience": patience,
        }
        child = _start(settings)
        try:
            _wait(address, child, folder=folder, log=Path(home, "log.txt"), timeout=timeout)
            yield address
        finally:
            _stop(child)


def _new_address() -> tuple[BoltAddress, int]:
    port = free_port()
    return BoltAddress(
        uri=f"bolt://{LOOPBACK}:{port}",
        user=USER,
        password=secrets.token_urlsafe(24),
        database=DATABASE,
    ), port


def _start(settings: dict[str, str | float]) -> subprocess.Popen[bytes]:
    """Start the child in its own session, so that an interrupt meant for us does not reach it."""
    with Path(str(settings["home"]), "log.txt").open("wb") as log:
        child = subprocess.Popen(  # noqa: S603 - our own interpreter and file
            [sys.executable, "-P", str(_CHILD)],
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    _tell(child, json.dumps(settings))
    return child


def _wait(
    address: BoltAddress,
    child: subprocess.Popen[bytes],
    *,
    folder: Path,
    log: Path,
    timeout: float,
) -> None:
    try:
        wait_for_bolt(address, child, name="ArcadeDB", log=log, timeout=timeout)
    except StoreUnreachable:
        if child.returncode == LOCKED:
            raise StoreLocked(
                f"another process holds the property graph {folder}: wait for it, or stop it"
            ) from None
        raise


def _tell(child: subprocess.Popen[bytes], line: str) -> None:
    """Write `line` to the child; one that has ended already is left to the wait that follows."""
    assert child.stdin is not None  # noqa: S101 - it was started with a pipe
    with suppress(BrokenPipeError):
        child.stdin.write(line.encode() + b"\n")
        child.stdin.flush()


def _stop(child: subprocess.Popen[bytes]) -> None:
    assert child.stdin is not None  # noqa: S101 - it was started with a pipe
    _tell(child, "stop")
    with suppress(BrokenPipeError):
        child.stdin.close()
    end(child, timeout=60)
