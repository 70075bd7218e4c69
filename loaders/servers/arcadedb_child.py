"""The child process that holds the embedded property graph; run as a file, by `arcadedb.serve`.

The first line of standard input is a JSON object of settings (the password never shows in a list
of processes); the next line, or the end of the input, stops the server.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
import traceback
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from arcadedb_embedded.server import ArcadeDBServer  # type: ignore[import-untyped]

USER = "root"
DATABASE = "graph"
LOCKED = 75
"""Exit status when another process holds the database."""


def main() -> int:
    """Serve until told to stop; the exit status."""
    settings = json.loads(sys.stdin.readline())
    os.chdir(settings["home"])
    try:
        serve(settings)
    except Exception as error:
        traceback.print_exc()
        return LOCKED if _is_locked(error) else 1
    finally:
        shutil.rmtree(settings["home"], ignore_errors=True)
    return 0


def serve(settings: dict[str, Any]) -> None:
    """Serve the database, created where missing, until the next line of standard input."""
    server = _started(settings)
    try:
        server.create_database(DATABASE)
        sys.stdin.readline()
    finally:
        server.stop()


def _started(settings: dict[str, Any]) -> ArcadeDBServer:
    """A server that runs; it waits for another to let go of the database, for `patience` seconds.

    The other may be one that has just lost its parent, and is about to end.
    """
    deadline = time.monotonic() + settings["patience"]
    while True:
        server = _server(settings)
        try:
            server.start()
        except Exception as error:
            if not _is_locked(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.2)
        else:
            return server


def _is_locked(error: Exception) -> bool:
    return "locked by another process" in str(error)


def _server(settings: dict[str, Any]) -> ArcadeDBServer:
    """The only place that knows the engine's package."""
    from arcadedb_embedded.server import ArcadeDBServer

    return ArcadeDBServer(
        root_path=settings["home"],
        root_password=settings["password"],
        config={
            "mode": "test",  # production would hide where in a query an error is
            "host": "127.0.0.1",
            "http_port": settings["http_port"],
            "bolt_port": settings["bolt_port"],
            "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
            "server_databaseDirectory": settings["folder"],
        },
        jvm_kwargs={"heap_size": "1g"},
    )


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    os._exit(status)  # an exception inside the JVM would leave its threads hanging
