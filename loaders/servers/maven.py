"""Java archives from a Maven repository, each one checked against a committed SHA-256."""

from __future__ import annotations

import errno
import hashlib
import os
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from kg.errors import DiskError, NotInstalled, StoreUnreachable

if TYPE_CHECKING:
    from jgo.maven import Artifact, MavenContext

REPOSITORY_VARIABLE = "FAISCEAU_MAVEN_REPOSITORY"
"""Environment variable: the address of a mirror to use in place of Maven Central."""

_AT_ONCE = 8
_DISK_ERRORS = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES}

Progress = Callable[[int, int], None]
"""Called with the number of files that are ready, and of all."""


@dataclass(frozen=True, slots=True)
class LockedJar:
    """One archive: its path in the layout of a Maven repository, and its SHA-256."""

    path: PurePosixPath
    sha256: str


def read_lock(text: str) -> tuple[LockedJar, ...]:
    """The archives of a lock: lines as `sha256sum` writes them."""
    pairs = (line.split() for line in text.splitlines())
    return tuple(LockedJar(PurePosixPath(path), sha256) for sha256, path in pairs)


def cache_folder() -> Path:
    """The user's cache folder for downloads that can be made again."""
    if sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    elif sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "faisceau"


def fetch_jars(
    jars: Iterable[LockedJar], folder: Path, progress: Progress | None = None
) -> tuple[Path, ...]:
    """The local paths of `jars`, in their order; what `folder` lacks is downloaded into it.

    What is there and whole is kept, so that an interrupted download goes on where it stopped.

    Raises `StoreUnreachable` when the repository does not give an archive or gives another one,
    and `DiskError` when `folder` can't be written.
    """
    wanted = list(jars)
    context = _context(folder)
    paths = []
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for path in pool.map(lambda jar: _fetch(context, jar), wanted):
            paths.append(path)
            if progress is not None:
                progress(len(paths), len(wanted))
    return tuple(paths)


def _context(folder: Path) -> MavenContext:
    try:
        from jgo.maven import MavenContext
    except ModuleNotFoundError:
        raise NotInstalled(
            "the Maven client is not installed: pip install 'faisceau[neo4j-server]'"
        ) from None
    mirror = os.environ.get(REPOSITORY_VARIABLE)
    remote = {"mirror": mirror.rstrip("/")} if mirror else None
    return MavenContext(repo_cache=folder, remote_repos=remote, timeout=60)


def _fetch(context: MavenContext, jar: LockedJar) -> Path:
    path = context.repo_cache / jar.path
    if path.exists() and _sha256(path) == jar.sha256:
        return path
    path.unlink(missing_ok=True)
    try:
        _artifact(context, jar.path).resolve()
    except (OSError, RuntimeError) as error:
        path.unlink(missing_ok=True)
        raise _failure(jar, error) from None
    if _sha256(path) != jar.sha256:
        path.unlink()
        raise StoreUnreachable(
            f"{path.name} came other than expected (its SHA-256 differs): try again, or name "
            f"another Maven repository in {REPOSITORY_VARIABLE}"
        )
    return path


def _failure(jar: LockedJar, error: Exception) -> DiskError | StoreUnreachable:
    if isinstance(error, OSError) and error.errno in _DISK_ERRORS:
        return DiskError(f"{jar.path.name} can't be written: {error}; make room and try again")
    return StoreUnreachable(
        f"{jar.path.name} could not be downloaded: check the network, or name a mirror of Maven "
        f"Central in {REPOSITORY_VARIABLE} ({error})"
    )


def _artifact(context: MavenContext, path: PurePosixPath) -> Artifact:
    *group, name, version, _ = path.parts
    classifier = path.stem.removeprefix(f"{name}-{version}").removeprefix("-")
    project = context.project(".".join(group), name)
    return project.at_version(version).artifact(classifier, path.suffix.removeprefix("."))


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
