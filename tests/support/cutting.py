"""A line to a server that can be cut, as a network that fails."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from kg.loaders.servers.process import LOOPBACK


class Line:
    """Leads from `port` to the server behind it; cut once after `left` bytes to the server.

    `carried` counts those bytes.  With `for_good`, the line takes no connection after the cut.
    """

    def __init__(self, door: socket.socket, server: int) -> None:
        self.port: int = door.getsockname()[1]
        self._door = door
        self._server = server
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self.mend()

    def mend(self, *, cut_after: int | None = None, for_good: bool = False) -> None:
        """Count anew, and take connections again, until so many bytes went to the server."""
        self.carried = 0
        self._left = cut_after
        self._for_good = for_good
        self._is_dead = False

    @property
    def was_cut(self) -> bool:
        """Whether a cut that was asked for has come."""
        return self._left is not None and self.carried >= self._left

    def serve(self) -> None:
        """Take connections until the door closes."""
        with suppress(OSError):
            while True:
                client, _ = self._door.accept()
                if self._is_dead:
                    client.close()
                else:
                    threading.Thread(target=self._lead, args=(client,), daemon=True).start()

    def _lead(self, client: socket.socket) -> None:
        with (
            client,
            suppress(OSError),
            socket.create_connection((LOOPBACK, self._server)) as server,
        ):
            self._open |= {client, server}
            back = threading.Thread(target=_pass, args=(server, client), daemon=True)
            back.start()
            with suppress(OSError):
                while data := client.recv(4096):
                    self._count(len(data))
                    server.sendall(data)
            _shut(server)
            back.join()
            self._open -= {client, server}

    def _count(self, size: int) -> None:
        with self._lock:
            before = self.was_cut
            self.carried += size
            if self.was_cut and not before:
                self._is_dead = self._for_good
                for each in tuple(self._open):
                    _shut(each)


def _pass(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while data := one.recv(65536):
            other.sendall(data)
    _shut(other)


def _shut(each: socket.socket) -> None:
    with suppress(OSError):
        each.shutdown(socket.SHUT_RDWR)


@contextmanager
def line_to(server: int) -> Iterator[Line]:
    """A line that leads to the server at this loopback port."""
    with socket.create_server((LOOPBACK, 0)) as door:
        line = Line(door, server)
        threading.Thread(target=line.serve, daemon=True).start()
        yield line
