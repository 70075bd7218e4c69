"""The types that a user of the package sees."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = {"ontology": "ontology", "loaders": "loaders"}


def test_the_public_api_is_typed(tmp_path: Path) -> None:
    """mypy, strict, finds the types of `public_api.py` in the package laid out as installed."""
    package = tmp_path / "kg"
    package.mkdir()
    for path in (ROOT / "kg").iterdir():
        (package / path.name).symlink_to(path)
    for name, folder in PACKAGES.items():
        (package / name).symlink_to(ROOT / folder)
    source = Path(__file__).with_name("public_api.py")
    command = [sys.executable, "-m", "mypy", "--config-file", ROOT / "pyproject.toml", source]
    done = subprocess.run(  # noqa: S603
        [*command, "--follow-imports=silent", "--cache-dir", ROOT / ".mypy_cache"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_package_says_that_it_is_typed() -> None:
    """`py.typed` stands beside the code."""
    assert (ROOT / "kg" / "py.typed").is_file()
