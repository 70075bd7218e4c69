"""Archives come whole or not at all, whatever happened before."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath

import pytest

from kg.errors import StoreUnreachable
from kg.loaders.servers.maven import REPOSITORY_VARIABLE, LockedJar, fetch_jars, read_lock

_PLAIN = PurePosixPath("org/exemple/outil/1.2/outil-1.2.jar")
_CLASSIFIED = PurePosixPath("org/exemple/outil/1.2/outil-1.2-linux-x86_64.jar")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A Maven repository on this machine, named in the environment, with two archives."""
    root = tmp_path / "repository"
    for path in (_PLAIN, _CLASSIFIED):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(path.name.encode() * 1000)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv(REPOSITORY_VARIABLE, f"http://127.0.0.1:{server.server_port}")
    yield root
    server.shutdown()
    server.server_close()


@pytest.fixture
def jars(repository: Path) -> list[LockedJar]:
    """The lock of the repository."""
    return [
        LockedJar(path, hashlib.sha256((repository / path).read_bytes()).hexdigest())
        for path in (_PLAIN, _CLASSIFIED)
    ]


def test_a_lock_is_read_as_sha256sum_writes_it() -> None:
    """One archive a line: its checksum, then its path."""
    assert read_lock(f"abc  {_PLAIN}\ndef  {_CLASSIFIED}\n") == (
        LockedJar(_PLAIN, "abc"),
        LockedJar(_CLASSIFIED, "def"),
    )


def test_archives_come_in_the_order_of_the_lock(
    repository: Path, jars: list[LockedJar], tmp_path: Path
) -> None:
    """Each archive lies in the cache, the same as in the repository, and progress is told."""
    told: list[tuple[int, int]] = []
    paths = fetch_jars(jars, tmp_path / "cache", lambda *counts: told.append(counts))
    assert [path.name for path in paths] == [_PLAIN.name, _CLASSIFIED.name]
    assert [path.read_bytes() for path in paths] == [
        (repository / path).read_bytes() for path in (_PLAIN, _CLASSIFIED)
    ]
    assert told == [(1, 2), (2, 2)]


def test_what_is_there_is_not_fetched_again(
    repository: Path, jars: list[LockedJar], tmp_path: Path
) -> None:
    """A second fetch needs no repository."""
    first = fetch_jars(jars, tmp_path / "cache")
    for path in (_PLAIN, _CLASSIFIED):
        (repository / path).unlink()
    assert fetch_jars(jars, tmp_path / "cache") == first


def test_a_file_cut_short_is_fetched_again(jars: list[LockedJar], tmp_path: Path) -> None:
    """What an interrupted download left is replaced."""
    path = fetch_jars(jars, tmp_path / "cache")[0]
    whole = path.read_bytes()
    path.write_bytes(whole[:10])
    fetch_jars(jars, tmp_path / "cache")
    assert path.read_bytes() == whole


def test_another_content_is_refused(
    repository: Path, jars: list[LockedJar], tmp_path: Path
) -> None:
    """An archive that is not the locked one is an error, and is not kept."""
    (repository / _PLAIN).write_bytes(b"something else")
    with pytest.raises(StoreUnreachable, match="came other than expected"):
        fetch_jars(jars, tmp_path / "cache")
    assert not (tmp_path / "cache" / _PLAIN).exists()


def test_a_missing_archive_is_named(
    repository: Path, jars: list[LockedJar], tmp_path: Path
) -> None:
    """The error names the archive and the variable that helps."""
    (repository / _PLAIN).unlink()
    with pytest.raises(StoreUnreachable, match=f"{_PLAIN.name}.*{REPOSITORY_VARIABLE}"):
        fetch_jars(jars, tmp_path / "cache")


def test_no_repository_is_named(
    jars: list[LockedJar], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A repository that does not answer is the same error."""
    monkeypatch.setenv(REPOSITORY_VARIABLE, "http://127.0.0.1:1")
    with pytest.raises(StoreUnreachable, match=REPOSITORY_VARIABLE):
        fetch_jars(jars, tmp_path / "cache")
