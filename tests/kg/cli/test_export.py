"""`kg export`: to a file, to a folder, to standard output."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from serving import make_folder
from war import DOCUMENTS, FRONT

from kg.cli import run
from kg.cli.export import FORMATS
from kg.exports import FORMATS as WRITTEN


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph folder of the war."""
    return make_folder(tmp_path_factory.mktemp("exported") / "graph", DOCUMENTS)


def test_every_format_can_be_named() -> None:
    """The command knows those of the package, without loading it for its help."""
    assert sorted(FORMATS) == sorted(WRITTEN)


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_is_written(format: str, folder: Path, tmp_path: Path) -> None:
    """In folders that are made if need be."""
    about = ["--about", FRONT.name] if format == "report" else []
    out = tmp_path / "new" / "out"
    command = ["export", "--in", str(folder), "--format", format, "--out", str(out), *about]
    assert run(command) == 0
    files = sorted(out.iterdir()) if out.is_dir() else [out]
    assert all(file.stat().st_size for file in files)


def test_standard_output(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --out; nothing else is printed there."""
    assert run(["export", "--in", str(folder), "--format", "jsonld"]) == 0
    assert json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    "words", [["report"], ["graphml", "--about", "x"], ["neo4j-csv"], ["docx"]]
)
def test_mistakes_of_usage(words: list[str], folder: Path) -> None:
    """No thing for a report, one for a graph, two files to standard output, no such format."""
    assert run(["export", "--in", str(folder), "--format", *words]) == 2
