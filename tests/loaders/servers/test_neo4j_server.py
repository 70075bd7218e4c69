"""A real Neo4j server: fetched, started, found again by others, stopped."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import neo4j as driver_package
import psutil
import pytest

from kg.errors import GraphFolderError, StoreUnreachable
from kg.loaders.servers import neo4j
from kg.loaders.servers.process import BoltAddress

pytestmark = pytest.mark.neo4j


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder whose server is stopped at the end, whatever the test did."""
    yield tmp_path / "server"
    neo4j.stop(tmp_path / "server")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[neo4j.RunningServer]:
    """A server of our own, whose folder and process can be looked at."""
    with neo4j.running(tmp_path_factory.mktemp("own")) as running:
        yield running


def _query(address: BoltAddress, query: str, **parameters: object) -> list[dict[str, object]]:
    with driver_package.GraphDatabase.driver(
        address.uri, auth=(address.user, address.password)
    ) as driver:
        result = driver.execute_query(query, dict(parameters), database_=address.database)
        return [record.data() for record in result.records]


def test_the_server_is_neo4j_community(neo4j_server: BoltAddress) -> None:
    """What answers is Neo4j itself, in its Community edition."""
    components = _query(
        neo4j_server, "CALL dbms.components() YIELD name, edition RETURN name, edition"
    )
    assert {"name": "Neo4j Kernel", "edition": "community"} in components


def test_a_life(folder: Path) -> None:
    """Started, found, asked, stopped, started again: address, password and data are the same."""
    assert neo4j.status(folder) is None
    first = neo4j.start(folder)
    assert neo4j.status(folder) == first
    assert neo4j.start(folder) == first
    _query(first.address, "CREATE (:Lieu {nom: $name})", name="Vologne")

    assert neo4j.stop(folder)
    assert neo4j.status(folder) is None
    assert not psutil.pid_exists(first.pid)
    assert not neo4j.stop(folder)

    again = neo4j.start(folder)
    assert again.address == first.address
    assert _query(again.address, "MATCH (n:Lieu) RETURN n.nom AS name") == [{"name": "Vologne"}]


def test_another_process_can_stop_it(folder: Path) -> None:
    """The state file is enough for another process to find the server and to stop it."""
    server = neo4j.start(folder)
    code = (
        "import sys; from pathlib import Path; from kg.loaders.servers import neo4j\n"
        "folder = Path(sys.argv[1]); print(neo4j.status(folder).uri); neo4j.stop(folder)"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == server.uri
    assert neo4j.status(folder) is None


def test_secrets_are_the_users_alone(server: neo4j.RunningServer) -> None:
    """Files that hold the password can be read by their owner only; no list of processes has it."""
    holders = [
        path for path in server.folder.rglob("*.json") if server.password in path.read_text()
    ]
    assert holders == [server.folder / "server.json"]
    assert stat.S_IMODE(holders[0].stat().st_mode) == 0o600
    assert not (server.folder / "conf" / "password.args").exists()
    assert server.password not in " ".join(psutil.Process(server.pid).cmdline())
    assert server.password not in repr(server)


def test_only_loopback_is_listened_on(server: neo4j.RunningServer) -> None:
    """The server opens no port to the network."""
    sockets = psutil.Process(server.pid).net_connections("all")
    listening = {s.laddr.ip for s in sockets if s.status == psutil.CONN_LISTEN and s.laddr}
    assert listening <= {"127.0.0.1", "::ffff:127.0.0.1", "::1"}
    assert listening


def test_a_server_too_slow_is_named_and_stopped(folder: Path) -> None:
    """When time runs out, the error says so, and nothing is left running."""
    with pytest.raises(StoreUnreachable, match=r"within 0\.1 s"):
        neo4j.start(folder, timeout=0.1)
    assert neo4j.status(folder) is None
    assert json.loads((folder / "server.json").read_text())["pid"] is None


def test_a_server_that_fails_says_why(folder: Path) -> None:
    """A server that ends while starting is reported with the last lines of its log."""
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "databases").write_text("not a folder")
    with pytest.raises(StoreUnreachable, match="stopped while starting"):
        neo4j.start(folder)
    assert neo4j.status(folder) is None


def test_a_stale_pid_is_no_server(folder: Path) -> None:
    """A state whose process is gone, or whose number now belongs to another, counts as stopped."""
    folder.mkdir()
    state = {"uri": "bolt://127.0.0.1:1", "user": "neo4j", "password": "x", "started": 1.0}
    for pid in (2**22 - 1, os.getpid()):
        (folder / "server.json").write_text(json.dumps({**state, "pid": pid}))
        assert neo4j.status(folder) is None
        assert not neo4j.stop(folder)


def test_a_damaged_state_is_named(folder: Path) -> None:
    """A state file that is cut short is an error that says what to do."""
    folder.mkdir()
    (folder / "server.json").write_text('{"uri": "bolt://')
    with pytest.raises(GraphFolderError, match="damaged"):
        neo4j.status(folder)
    (folder / "server.json").unlink()


def test_the_lock_is_of_the_version_that_the_pom_names() -> None:
    """The two files that name the server's version agree."""
    pom = files(neo4j.__package__).joinpath("neo4j-pom.xml").read_text(encoding="utf-8")
    assert pom.count(f"<version>{neo4j.fetch().version}</version>") == 2
