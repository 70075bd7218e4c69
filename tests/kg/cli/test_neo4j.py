"""`kg neo4j`: a server of one's own, from the command line."""

import shlex
from pathlib import Path

import pytest

from kg.cli import run


def test_status_without_a_server_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where none runs, the line says how to start one."""
    assert run(["neo4j", "status", "--folder", str(tmp_path)]) == 9
    told = capsys.readouterr()
    assert told.out == ""
    assert "kg neo4j start" in told.err


def test_stopping_nothing_is_no_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`stop` says that none runs."""
    assert run(["neo4j", "stop", "--folder", str(tmp_path)]) == 0
    assert "no Neo4j runs" in capsys.readouterr().err


@pytest.mark.neo4j
def test_start_status_stop(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A started server is found by its folder, answers with the exported login, and stops."""
    folder = ["--folder", str(tmp_path / "server")]
    try:
        assert run(["neo4j", "start", *folder]) == 0
        assert run(["neo4j", "status", *folder, "--export"]) == 0
        for line in capsys.readouterr().out.splitlines():
            name, _, value = line.removeprefix("export ").partition("=")
            monkeypatch.setenv(name, *shlex.split(value))
        assert run(["neo4j", "status", *folder]) == 0
        uri = capsys.readouterr().out.strip()
        assert run(["cypher", "RETURN 1 AS one", "--neo4j", uri, "--format", "csv"]) == 0
        assert capsys.readouterr().out == "one\n1\n"
    finally:
        assert run(["neo4j", "stop", *folder]) == 0
    assert run(["neo4j", "status", *folder]) == 9
