"""The embedded property graph as a child process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import neo4j
import psutil
import pytest

from kg.errors import StoreLocked, StoreUnreachable
from kg.loaders.servers.arcadedb import serve
from kg.loaders.servers.process import BoltAddress

pytestmark = pytest.mark.arcadedb

_SERVE_AND_SLEEP = """
import sys, time
from pathlib import Path
from kg.loaders.servers.arcadedb import serve
with serve(Path(sys.argv[1])):
    print("serving", flush=True)
    time.sleep(600)
"""


def _query(address: BoltAddress, query: str, **parameters: object) -> list[dict[str, object]]:
    with neo4j.GraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver:
        result = driver.execute_query(query, dict(parameters), database_=address.database)
        return [record.data() for record in result.records]


def _children() -> set[int]:
    return {child.pid for child in psutil.Process().children(recursive=True)}


def test_what_is_written_is_there_after_a_restart(tmp_path: Path) -> None:
    """A node written in one run of the server is read in the next one."""
    with serve(tmp_path / "graph") as address:
        _query(address, "CREATE (:Lieu {nom: $name})", name="Vologne")
    with serve(tmp_path / "graph") as address:
        assert _query(address, "MATCH (n:Lieu) RETURN n.nom AS name") == [{"name": "Vologne"}]


def test_nothing_is_left_in_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine's logs and settings do not land where the user happens to be."""
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    with serve(tmp_path / "graph"):
        pass
    assert list(work.iterdir()) == []


def test_the_process_ends_with_the_block(tmp_path: Path) -> None:
    """No server outlives its block, even one left by an exception."""
    before = _children()

    def fail_in_the_middle() -> None:
        with serve(tmp_path):
            assert len(_children() - before) == 1
            raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError, match="in the middle"):
        fail_in_the_middle()
    assert _children() == before


def test_a_database_that_is_held_is_named(tmp_path: Path) -> None:
    """A second server on the same folder is a lock error, and harms the first one nothing."""
    with serve(tmp_path) as address:
        with (
            pytest.raises(StoreLocked, match="another process holds"),
            serve(tmp_path, patience=0),
        ):
            pass
        assert _query(address, "RETURN 1 AS one") == [{"one": 1}]


def test_a_database_that_is_let_go_is_waited_for(tmp_path: Path) -> None:
    """A server that has just lost its parent still ends when the next one begins."""
    with subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", _SERVE_AND_SLEEP, str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == b"serving\n"
        (server,) = psutil.Process(parent.pid).children()
        server.suspend()
        parent.kill()
    threading.Timer(4, server.resume).start()
    with serve(tmp_path) as address:
        assert _query(address, "RETURN 1 AS one") == [{"one": 1}]


def test_a_server_too_slow_is_named(tmp_path: Path) -> None:
    """When time runs out, the error says so and the child is gone."""
    before = _children()
    with pytest.raises(StoreUnreachable, match=r"within 0\.1 s"), serve(tmp_path, timeout=0.1):
        pass
    assert _children() == before


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_the_server_ends_when_its_parent_dies(tmp_path: Path, how: signal.Signals) -> None:
    """An interrupted or killed parent leaves no server behind, and the database can be opened."""
    with subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", _SERVE_AND_SLEEP, str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == b"serving\n"
        (server,) = psutil.Process(parent.pid).children()
        os.kill(parent.pid, how)
    server.wait(60)
    with serve(tmp_path) as address:
        assert _query(address, "RETURN 1 AS one") == [{"one": 1}]


def test_the_password_shows_nowhere(arcadedb_server: BoltAddress) -> None:
    """Neither a list of processes nor the printed address gives the password away."""
    commands = [" ".join(psutil.Process(pid).cmdline()) for pid in _children()]
    assert any("arcadedb_child" in command for command in commands)
    assert not any(arcadedb_server.password in command for command in commands)
    assert arcadedb_server.password not in repr(arcadedb_server)
