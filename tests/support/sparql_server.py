"""A SPARQL server of another program, as a child process with an empty dataset in memory."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from kg.errors import StoreUnreachable
from kg.loaders.servers.process import end, last_lines


@dataclass(frozen=True, slots=True)
class Endpoints:
    """The addresses of one dataset: SPARQL query, SPARQL Update, Graph Store protocol."""

    query: str
    update: str
    graph_store: str


@contextmanager
def serve(command: Sequence[str], endpoints: Endpoints, folder: Path) -> Iterator[Endpoints]:
    """Run `command` in `folder` until the block ends; it answers at `endpoints`."""
    log = folder / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - a command of our own
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait(process, endpoints, log)
        yield endpoints
    finally:
        process.terminate()
        end(process, timeout=30)


def _wait(process: subprocess.Popen[bytes], endpoints: Endpoints, log: Path) -> None:
    deadline = time.monotonic() + 120
    while process.poll() is None and time.monotonic() < deadline:
        if _answers(endpoints):
            return
        time.sleep(0.2)
    raise StoreUnreachable(f"no answer from {endpoints.query}: {last_lines(log)}")


def _answers(endpoints: Endpoints) -> bool:
    try:
        response = httpx.get(endpoints.query, params={"query": "ASK {}"}, timeout=10)
        return response.is_success or response.status_code == httpx.codes.UNAUTHORIZED
    except httpx.TransportError:
        return False
