"""Listening and answering until a signal says to stop."""

from __future__ import annotations

import logging
import signal
import socket

import uvicorn
from starlette.applications import Starlette

from kg.errors import InputError

PATIENCE = 10
"""Seconds for which what is being answered may still go on after the signal."""


def listen(host: str, port: int) -> socket.socket:
    """A socket that takes connections.

    Raises:
        InputError: the address can't be listened on.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise InputError(
            f"{host}:{port}: {error.strerror or error}; choose another --host or --port"
        ) from None


def run(app: Starlette, door: socket.socket) -> None:
    """Answer until SIGINT or SIGTERM, and what is under way then to its end."""
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, _has_been_heeded)
    logging.disable(logging.NOTSET)
    config = uvicorn.Config(
        app,
        access_log=False,
        log_level="warning",
        timeout_graceful_shutdown=PATIENCE,
        server_header=False,
    )
    uvicorn.Server(config).run(sockets=[door])


def _has_been_heeded(number: int, frame: object) -> None:
    """Take a signal on which the server has stopped already, and which it sends on."""
