"""What the servers share: a free port, waiting for Bolt, the end of a process."""

from __future__ import annotations

import logging
import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

import neo4j
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from kg.errors import StoreRefused, StoreUnreachable

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class BoltAddress:
    """Where a server answers over Bolt, and as whom to log in."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str


def free_port() -> int:
    """A loopback port that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
    return port


def is_free(port: int) -> bool:
    """Whether nothing listens on this loopback port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def wait_for_bolt(
    address: BoltAddress,
    process: subprocess.Popen[bytes],
    *,
    name: str,
    log: Path,
    timeout: float,
) -> None:
    """Return when a query is answered at `address`.

    Raises `StoreUnreachable`, with the last lines of `log`, when `process` ends first or `timeout`
    seconds pass; `StoreRefused` when the password is not accepted.
    """
    deadline = time.monotonic() + timeout
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise StoreUnreachable(
                f"{name} stopped while starting (status {process.returncode}). Its last words, "
                f"in {log}: {last_lines(log)}"
            )
        if _answers(address):
            return
        time.sleep(0.2)
    raise StoreUnreachable(
        f"{name} did not answer at {address.uri} within {timeout:g} s: give it longer, or read "
        f"{log}. Its last words: {last_lines(log)}"
    )


def _answers(address: BoltAddress) -> bool:
    quiet = logging.getLogger("neo4j")
    level = quiet.level
    quiet.setLevel(logging.CRITICAL)
    try:
        with neo4j.GraphDatabase.driver(
            address.uri,
            auth=(address.user, address.password),
            max_transaction_retry_time=0,
            connection_timeout=5,
        ) as driver:
            driver.execute_query("RETURN 1", database_=address.database)
    except AuthError as error:
        raise StoreRefused(f"{address.uri} refuses the user {address.user}: {error}") from None
    except (DriverError, Neo4jError):
        return False
    finally:
        quiet.setLevel(level)
    return True


def last_lines(log: Path, *, count: int = 5) -> str:
    """The last `count` lines of `log` that say something, in one line."""
    if not log.exists():
        return "(nothing was logged)"
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    said = [line.strip() for line in lines if line.strip()]
    return " | ".join(said[-count:]) or "(nothing was logged)"


def end(process: subprocess.Popen[bytes], *, timeout: float) -> None:
    """Wait until `process`, already asked to stop, has ended; kill it after `timeout` seconds."""
    try:
        process.wait(timeout)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
