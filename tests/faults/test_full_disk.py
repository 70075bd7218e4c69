"""A disk that is full in the middle of a build or a retraction: with more room, a rerun mends all.

The disk is a small file system in memory, which only root may mount.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from articles import DENIED, Articles
from commands import Commands
from dumps import folder_dump
from wholeness import check_folder

pytestmark = [
    pytest.mark.faults,
    pytest.mark.arcadedb,
    pytest.mark.skipif(os.geteuid() != 0, reason="only root mounts a file system"),
]

MEGABYTE = 1 << 20
SHARES = (0.1, 0.3, 0.5, 0.7, 0.9)
"""Of the bytes that the command adds, or of a megabyte, how many the disk still takes."""


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own, in memory."""
    place = tmp_path / "disk"
    place.mkdir()
    _run("mount", "-t", "tmpfs", "-o", "size=1g", "none", place)
    yield place
    _run("umount", place)


def _run(*words: str | Path) -> None:
    subprocess.run([str(word) for word in words], check=True)  # noqa: S603 - our own words


def _resize(disk: Path, size: int) -> None:
    _run("mount", "-o", f"remount,size={size}", disk)


def _used(disk: Path) -> int:
    return shutil.disk_usage(disk).used


def _fill_again_and_again(
    kg: Commands, disk: Path, words: tuple[str | Path, ...], before: Path | None
) -> None:
    graph = disk / "graph"
    _reset(graph, before)
    start = _used(disk)
    kg.finish(*words)
    added = max(_used(disk) - start, MEGABYTE)
    kg.finish("verify", "--in", graph)
    undisturbed = folder_dump(graph)
    failed = 0
    for share in SHARES:
        _reset(graph, before)
        _resize(disk, _used(disk) + int(share * added))
        end = kg.run(*words)
        _resize(disk, 1024 * MEGABYTE)
        if end.code:
            failed += 1
            assert "free some space" in end.said
            assert "Traceback" not in end.said
            check_folder(graph)
        kg.finish(*words)
        assert folder_dump(graph) == undisturbed
    assert failed >= len(SHARES) - 1


def _reset(graph: Path, before: Path | None) -> None:
    shutil.rmtree(graph, ignore_errors=True)
    if before:
        shutil.copytree(before, graph)


def test_build(kg: Commands, articles: Articles, disk: Path) -> None:
    """A build from nothing."""
    _fill_again_and_again(kg, disk, ("build", articles.all, "--into", disk / "graph"), None)


def test_build_over_an_earlier_state(
    kg: Commands, articles: Articles, earlier: Path, disk: Path
) -> None:
    """A build that corrects some articles and adds others."""
    _fill_again_and_again(kg, disk, ("build", articles.all, "--into", disk / "graph"), earlier)


def test_retract(kg: Commands, built: Path, disk: Path) -> None:
    """A document that is taken out."""
    words = ("retract", DENIED, "--in", disk / "graph", "--why", "démenti")
    _fill_again_and_again(kg, disk, words, built)
