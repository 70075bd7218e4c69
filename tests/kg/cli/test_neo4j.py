"""`kg neo4j`: a server of one's own, from the command line."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.cli import run
from kg.errors import StoreUnreachable
from kg.loaders.servers import neo4j

_SHOW = 'eval "$(cat)"; printf "%s\\n" "$NEO4J_URI" "$NEO4J_USER" "$NEO4J_PASSWORD"'


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A server's folder, with a space in its name; the server is stopped whatever happens."""
    yield tmp_path / "mon serveur"
    neo4j.stop(tmp_path / "mon serveur")


def test_no_server_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where none runs, status is an error that says how to start one, and stop is none."""
    assert run(["neo4j", "status", "--folder", str(folder)]) == StoreUnreachable.exit_code
    assert f"kg neo4j start --folder '{folder}'" in capsys.readouterr().err
    assert run(["neo4j", "stop", "--folder", str(folder)]) == 0
    assert "no Neo4j runs" in capsys.readouterr().err


@pytest.mark.neo4j
def test_a_life(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Started, its address printed, its login handed to a shell; only that shows the password."""
    where = ("--folder", str(folder))
    assert run(["neo4j", "start", *where]) == 0
    server = neo4j.status(folder)
    assert server is not None
    told = capsys.readouterr()
    assert server.uri in told.err

    assert run(["neo4j", "status", *where]) == 0
    address = capsys.readouterr().out
    assert address == f"{server.uri}\n"
    assert server.password not in told.out + told.err + address

    assert run(["neo4j", "status", "--export", *where]) == 0
    lines = capsys.readouterr().out
    shell = subprocess.run(  # noqa: S603
        ["bash", "-c", _SHOW],  # noqa: S607
        input=lines,
        capture_output=True,
        text=True,
        check=True,
    )
    assert shell.stdout.splitlines() == [server.uri, server.user, server.password]

    assert run(["neo4j", "stop", *where]) == 0
    assert neo4j.status(folder) is None
