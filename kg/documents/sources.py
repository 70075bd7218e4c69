"""From the paths that a user gives to named streams of bytes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kg.documents.formats import KINDS
from kg.errors import InputError

_ENDINGS = " ".join(sorted(KINDS))


@dataclass(frozen=True, slots=True)
class Source:
    """A file or stream; `kind` is a key of `formats.READERS`, or "" if only the bytes tell."""

    name: str
    kind: str
    read: Callable[[], bytes]


def sources(paths: Iterable[str | Path], *, stdin: BinaryIO | None) -> Iterator[Source]:
    """The sources that `paths` name; those in a folder in order of name.

    The files of unknown kind in a folder are one source, at its end, which can't be read.

    Raises:
        InputError: a path does not exist, has an unknown ending, or is `-` without a stream.
    """
    for path in paths:
        if str(path) == "-":
            if stdin is None:
                raise InputError("-: there is no standard input; name a file")
            yield Source("-", "", stdin.read)
        elif Path(path).is_dir():
            yield from _in_folder(Path(path))
        elif Path(path).exists():
            yield _file(Path(path))
        else:
            raise InputError(f"{path}: no such file or folder; check the path")


def _in_folder(folder: Path) -> Iterator[Source]:
    unknown: list[Path] = []
    for path in _files_below(folder):
        if _is_known(path):
            yield _file(path)
        else:
            unknown.append(path)
    if len(unknown) == 1:
        yield _file(unknown[0])
    elif unknown:
        yield _unknown(folder, unknown)


def _unknown(folder: Path, files: list[Path]) -> Source:
    def read() -> bytes:
        kinds = ", ".join(sorted({path.suffix.lower() or "no ending" for path in files}))
        raise InputError(
            f"{folder}: {len(files)} files of unknown kind ({kinds}); kg reads {_ENDINGS}"
        )

    return Source(str(folder), "", read)


def _files_below(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield Path(root, name)


def _is_known(path: Path) -> bool:
    return path.suffix.lower() in KINDS


def _file(path: Path) -> Source:
    def read() -> bytes:
        if not _is_known(path):
            raise InputError(f"{path}: unknown kind of file; kg reads {_ENDINGS}")
        try:
            return path.read_bytes()
        except OSError as error:
            raise InputError(f"{path}: {error.strerror}; check its permissions") from None

    return Source(str(path), KINDS.get(path.suffix.lower(), ""), read)
