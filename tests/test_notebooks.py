"""The notebooks run from the first cell to the last, and say what their text says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SHOWN = {
    "1-premier-graphe": ["image/png", "pourrait lui succéder", "<iframe", "<mark>"],
    "2-suivre-un-acteur": ["image/png", "NEGOTIATES_WITH|LEADS", "friendly|hostile"],
    "3-point-d-acces-sparql": ["negated", "Graph with", "ArmedGroup"],
    "4-bilans-et-contradictions": ["image/png", ">=12", "~30", "friendly"],
    "5-ajouter-un-verbe": ["no frame", r"controls\W+Dravo", "now right", "newly wrong"],
}
"""What an output of each notebook must hold, as regular expressions."""


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_runs(path: Path, tmp_path: Path) -> None:
    """Every cell, in a copy of the folder; what the text promises is shown."""
    shutil.copytree(ROOT / "notebooks", tmp_path, dirs_exist_ok=True)
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(tmp_path)}}).execute()
    outputs = nbformat.writes(notebook)
    for wanted in SHOWN[path.stem]:
        assert re.search(wanted, outputs), wanted


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_is_a_text_with_code_not_a_wall_of_code(path: Path) -> None:
    """No cell of code is longer than a screen, and words come before it."""
    cells = nbformat.read(path, as_version=4).cells
    code = [cell for cell in cells if cell.cell_type == "code"]
    assert cells[0].cell_type == "markdown"
    assert all(len(cell.source.splitlines()) <= 30 for cell in code)
    words = sum(len(cell.source.split()) for cell in cells if cell.cell_type == "markdown")
    assert words > 10 * len(code)


def test_there_are_five() -> None:
    """And each has its promises."""
    assert [path.stem for path in NOTEBOOKS] == sorted(SHOWN)
