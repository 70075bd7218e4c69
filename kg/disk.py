"""Writing files so that nothing is ever half-written, and naming what the disk refuses."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path

from kg.errors import DiskError, StoreRefused, StoreUnreachable

_ENOUGH = 16 * 1024 * 1024
"""Bytes below which a disk counts as full for a database."""


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


@contextmanager
def full_disk_named(folder: Path) -> Iterator[None]:
    """Within it, a store's error becomes a DiskError where the disk of `folder` is full.

    For a server that says only that it failed.
    """
    try:
        yield
    except (StoreRefused, StoreUnreachable) as error:
        place = next(path for path in (folder, *folder.resolve().parents) if path.exists())
        if shutil.disk_usage(place).free > _ENOUGH:
            raise
        raise DiskError(
            f"{folder}: the disk is nearly full, and the store failed; free some space, then run "
            f"the same command again ({error})"
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
