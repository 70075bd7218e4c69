"""The wheel holds what the tree holds, and adds only `kg` to site-packages."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOTS = {"kg": "kg", "ontology": "kg/ontology", "loaders": "kg/loaders"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in a wheel built from a copy of the tree."""
    folder = tmp_path_factory.mktemp("wheel")
    files = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    for name in files:
        target = folder / "tree" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((ROOT / name).read_bytes())
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "--no-build-isolation",
            "--wheel-dir",
            str(folder),
            str(folder / "tree"),
        ],
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    with zipfile.ZipFile(built) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def test_the_wheel_holds_every_file_of_the_tree(wheel: set[str]) -> None:
    """No module and no data file is forgotten, and none is invented."""
    tree = {
        f"{package}/{path.relative_to(ROOT / folder)}"
        for folder, package in ROOTS.items()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert wheel == tree


def test_the_wheel_adds_one_name(wheel: set[str]) -> None:
    """Only `kg` appears at the top of site-packages."""
    assert {name.split("/")[0] for name in wheel} == {"kg"}
