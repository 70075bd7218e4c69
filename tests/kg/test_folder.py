"""The graph folder: who may open it, and what it refuses."""

from pathlib import Path

import pytest
from examples import graph
from holder import OtherProcess

from kg.errors import GraphFolderError, StoreLocked
from kg.folder import GraphFolder


def test_a_folder_is_made_and_opened_again(tmp_path: Path) -> None:
    """What was appended is there for who opens the folder next."""
    path = tmp_path / "sub" / "graph"
    with GraphFolder.create(path) as folder:
        folder.claims.append(graph(), extractor="x")
    with GraphFolder.open(path) as folder:
        assert list(folder.claims.graphs()) == [graph()]


def test_a_missing_folder_is_named_with_the_cure(tmp_path: Path) -> None:
    """Reading where there is no graph says how to make one."""
    with pytest.raises(GraphFolderError, match="kg build"):
        GraphFolder.open(tmp_path / "absent")


def test_another_folder_is_left_alone(tmp_path: Path) -> None:
    """A folder that holds something else is not taken over."""
    (tmp_path / "holiday.jpg").touch()
    with pytest.raises(GraphFolderError, match="something else"):
        GraphFolder.create(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["holiday.jpg"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """A path to a file is refused in the same way."""
    (tmp_path / "graph").touch()
    with pytest.raises(GraphFolderError):
        GraphFolder.create(tmp_path / "graph")


@pytest.mark.parametrize("meta", ['{"format": 2}', "{}", "no json", "[]"])
def test_a_folder_of_another_format_is_not_opened(tmp_path: Path, meta: str) -> None:
    """A later format, or none, is an error with its cure."""
    GraphFolder.create(tmp_path).close()
    (tmp_path / "meta.json").write_text(meta)
    with pytest.raises(GraphFolderError, match="format"):
        GraphFolder.open(tmp_path)


def test_one_writes(tmp_path: Path) -> None:
    """While a process writes, no other reads or writes."""
    with OtherProcess(tmp_path, writing=True):
        with pytest.raises(StoreLocked, match="another kg process"):
            GraphFolder.create(tmp_path)
        with pytest.raises(StoreLocked):
            GraphFolder.open(tmp_path)


def test_several_read(tmp_path: Path) -> None:
    """Readers share the folder; a writer waits for them."""
    GraphFolder.create(tmp_path).close()
    with OtherProcess(tmp_path, writing=False):
        with GraphFolder.open(tmp_path) as folder, pytest.raises(StoreLocked):
            folder.hold_for_writing()
        with pytest.raises(StoreLocked):
            GraphFolder.create(tmp_path)
