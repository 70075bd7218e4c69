"""Writing files so that nothing is ever half-written, and naming what the disk refuses."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path

from kg.errors import DiskError


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Within it, an error of the system on `path` becomes a DiskError."""
    try:
        yield
    except OSError as error:
        raise DiskError(
            f"{path}: {error.strerror or error}; free some space, or choose a folder "
            "that can be written"
        ) from None


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` in one step: a reader, or a crash, sees the old file or the new.

    Raises:
        DiskError: the disk is full or can't be written; the old file is untouched.
    """
    beside = path.with_name(f".{path.name}.new")
    with disk_errors(path):
        try:
            with open(beside, "wb", buffering=0) as file:
                write_all(file, data)
            os.replace(beside, path)
            _settle(path.parent)
        except OSError:
            beside.unlink(missing_ok=True)
            raise


def write_all(file: FileIO, data: bytes) -> None:
    """Write all of `data` to an unbuffered file, safely on disk when this returns."""
    left = memoryview(data)
    while left:
        left = left[file.write(left) :]
    os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    file = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
