"""The wheel holds what the tree holds, and adds only `kg` to site-packages."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOTS = {"kg": "kg", "ontology": "kg/ontology", "loaders": "kg/loaders"}


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tree without what git ignores."""
    copy = tmp_path_factory.mktemp("tree")
    command = ("git", "ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate")
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603
    for name in listed.stdout.splitlines():
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
    return copy


@pytest.fixture(scope="module")
def wheel(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in a wheel built from `tree`."""
    folder = tmp_path_factory.mktemp("wheel")
    build = ("-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation")
    subprocess.run([sys.executable, *build, "--wheel-dir", folder, tree], check=True)  # noqa: S603
    (built,) = folder.glob("*.whl")
    with zipfile.ZipFile(built) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def test_the_wheel_holds_every_file_of_the_tree(tree: Path, wheel: set[str]) -> None:
    """No module and no data file is forgotten, and none is invented."""
    files = {
        f"{package}/{path.relative_to(tree / folder)}"
        for folder, package in ROOTS.items()
        for path in (tree / folder).rglob("*")
        if path.is_file()
    }
    assert wheel ^ files == set()


def test_the_wheel_adds_one_name(wheel: set[str]) -> None:
    """Only `kg` appears at the top of site-packages."""
    assert {name.split("/")[0] for name in wheel} == {"kg"}
