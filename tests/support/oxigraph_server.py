"""Oxigraph's own HTTP server, from its Python package."""

from __future__ import annotations

import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sparql_server import Endpoints, serve

from kg.loaders.servers.process import LOOPBACK, free_port


@contextmanager
def oxigraph(folder: Path) -> Iterator[Endpoints]:
    """An Oxigraph server that logs into `folder`."""
    address = f"{LOOPBACK}:{free_port()}"
    command = (f"{sysconfig.get_path('scripts')}/oxigraph", "serve", "--bind", address)
    base = f"http://{address}"
    endpoints = Endpoints(f"{base}/query", f"{base}/update", f"{base}/store")
    with serve(command, endpoints, folder) as answering:
        yield answering
