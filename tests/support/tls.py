"""A door with TLS before a server that has none, as a proxy of a hosted database is."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from trustme import CA

from kg.loaders.servers.process import LOOPBACK


@contextmanager
def encrypted(port: int, authority: CA) -> Iterator[int]:
    """The port of a door that speaks TLS, certified by `authority`, and leads to `port`."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(LOOPBACK).configure_cert(context)
    with socket.create_server((LOOPBACK, 0)) as door:
        threading.Thread(target=_serve, args=(door, port, context), daemon=True).start()
        yield door.getsockname()[1]


def _serve(door: socket.socket, port: int, context: ssl.SSLContext) -> None:
    with suppress(OSError):
        while True:
            client, _ = door.accept()
            threading.Thread(target=_lead, args=(client, port, context), daemon=True).start()


def _lead(client: socket.socket, port: int, context: ssl.SSLContext) -> None:
    with (
        client,
        suppress(OSError),
        context.wrap_socket(client, server_side=True) as outside,
        socket.create_connection((LOOPBACK, port)) as inside,
    ):
        back = threading.Thread(target=_pass, args=(inside, outside), daemon=True)
        back.start()
        _pass(outside, inside)
        back.join()


def _pass(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while data := one.recv(65536):
            other.sendall(data)
    with suppress(OSError):
        other.shutdown(socket.SHUT_RDWR)
