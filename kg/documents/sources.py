"""From the paths that a user gives to named streams of bytes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kg.documents.formats import KINDS
from kg.errors import InputError


@dataclass(frozen=True, slots=True)
class Source:
    """A file or stream; `kind` is a key of `formats.READERS`, or "" if only the bytes tell."""

    name: str
    kind: str
    read: Callable[[], bytes]


def sources(paths: Iterable[str | Path], *, stdin: BinaryIO | None) -> Iterator[Source]:
    """The sources that `paths` name; in a folder, the files of a known kind, in order of name.

    Raises:
        InputError: a path does not exist, has an unknown ending, or is `-` without a stream.
    """
    for path in paths:
        if str(path) == "-":
            if stdin is None:
                raise InputError("-: there is no standard input; name a file")
            yield Source("-", "", stdin.read)
        elif Path(path).is_dir():
            yield from map(_file, _files_below(Path(path)))
        elif Path(path).exists():
            yield _file(Path(path))
        else:
            raise InputError(f"{path}: no such file or folder; check the path")


def _files_below(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(root, name)
            if path.suffix.lower() in KINDS and not name.startswith("."):
                yield path


def _file(path: Path) -> Source:
    def read() -> bytes:
        if path.suffix.lower() not in KINDS:
            endings = " ".join(sorted(KINDS))
            raise InputError(f"{path}: unknown kind of file; kg reads {endings}")
        try:
            return path.read_bytes()
        except OSError as error:
            raise InputError(f"{path}: {error.strerror}; check its permissions") from None

    return Source(str(path), KINDS.get(path.suffix.lower(), ""), read)
