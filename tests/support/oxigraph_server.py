"""Oxigraph's own HTTP server, from its Python package."""

from __future__ import annotations

import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pyoxigraph import Store
from sparql_server import Endpoints, serve

from kg.loaders.servers.process import LOOPBACK, free_port


@contextmanager
def oxigraph(folder: Path, *, writable: bool = True) -> Iterator[Endpoints]:
    """An Oxigraph server that logs into `folder`; one that is not writable is empty."""
    address = f"{LOOPBACK}:{free_port()}"
    command = [f"{sysconfig.get_path('scripts')}/oxigraph", "serve", "--bind", address]
    if not writable:
        Store(folder / "data").flush()
        command[1:2] = ["serve-read-only", "--location", str(folder / "data")]
    base = f"http://{address}"
    endpoints = Endpoints(f"{base}/query", f"{base}/update", f"{base}/store")
    with serve(command, endpoints, folder) as answering:
        yield answering
