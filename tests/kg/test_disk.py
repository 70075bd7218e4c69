"""Files are written whole or not at all."""

import resource
from pathlib import Path

import pytest

from kg.disk import write_whole
from kg.errors import DiskError


def test_a_file_is_replaced(tmp_path: Path) -> None:
    """The new content stands in place of the old, and nothing else is left."""
    path = tmp_path / "a.json"
    for content in (b"old", b"new"):
        write_whole(path, content)
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_write_leaves_the_old(tmp_path: Path) -> None:
    """Where the disk takes only a part, the old content stays and nothing is left beside it."""
    path = tmp_path / "a.json"
    write_whole(path, b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(DiskError, match="free some space"):
            write_whole(path, b"n" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """The error names the file that could not be written."""
    with pytest.raises(DiskError, match=r"absent.*a\.json"):
        write_whole(tmp_path / "absent" / "a.json", b"")
