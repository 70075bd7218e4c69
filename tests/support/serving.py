"""`kg serve` as a process, on a free port."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg.folder import GraphFolder
from kg.loaders.servers.process import end
from kg.records import DocumentGraph

_ADDRESS = re.compile(r"serving .* at (http://\S+/) ")


@dataclass(frozen=True, slots=True)
class Served:
    """A server that answers at `url`; `log` is the file of its standard error."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def sparql(self) -> str:
        """The address of the endpoint."""
        return f"{self.url}sparql"

    def said(self) -> str:
        """What it wrote to standard error."""
        return self.log.read_text(encoding="utf8")


def make_folder(path: Path, graphs: list[DocumentGraph]) -> Path:
    """A graph folder of these documents, whose stores are yet to be written."""
    with GraphFolder.create(path) as folder:
        for graph in graphs:
            folder.claims.append(graph, extractor="essai")
    return path


@contextmanager
def served(folder: Path, log: Path, *options: str) -> Iterator[Served]:
    """`kg serve` on the graph folder `folder`, stopped with the block."""
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - our own command
            [sys.executable, "-m", "kg", "serve", str(folder), "--port", "0", *options],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=output,
        )
    try:
        yield Served(_address(process, log), process, log)
    finally:
        process.terminate()
        end(process, timeout=30)


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and process.poll() is None:
        found = _ADDRESS.search(log.read_text(encoding="utf8"))
        if found:
            return found[1]
        time.sleep(0.1)
    raise AssertionError(f"kg serve did not start: {log.read_text(encoding='utf8')}")
