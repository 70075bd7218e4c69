"""A copy of the shipped schema that a test may break."""

import shutil
from pathlib import Path

import pytest

from kg.ontology.loading import SCHEMA


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    """A folder with the shipped schema files."""
    return Path(shutil.copytree(SCHEMA, tmp_path / "schema"))
