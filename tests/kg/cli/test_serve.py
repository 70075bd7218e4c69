"""`kg serve`: what goes wrong is told before anything is served."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from serving import make_folder
from war import DOCUMENTS

from kg.cli import run
from kg.errors import GraphFolderError, InputError


def test_no_graph_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that holds no graph."""
    assert run(["serve", str(tmp_path), "--port", "0"]) == GraphFolderError.exit_code
    assert "no graph folder" in capsys.readouterr().err


def test_a_port_that_is_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another program listens there."""
    folder = make_folder(tmp_path / "graph", DOCUMENTS[:1])
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        assert run(["serve", str(folder), "--port", port]) == InputError.exit_code
    assert "choose another --host or --port" in capsys.readouterr().err
