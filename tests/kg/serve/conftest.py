"""A server of the invented war, started once for all that only ask it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import Served, make_folder, served
from war import DOCUMENTS


@pytest.fixture(scope="session")
def war(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph folder of the war."""
    return make_folder(tmp_path_factory.mktemp("war") / "graph", DOCUMENTS)


@pytest.fixture(scope="session")
def server(war: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """`kg serve` on it."""
    with served(war, tmp_path_factory.mktemp("server") / "log") as running:
        yield running
