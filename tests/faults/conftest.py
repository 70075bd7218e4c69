"""Faults: what is killed, cut, restarted, full or shared loses nothing, and is mended by a rerun.

These tests mirror no module.  They run real commands against real servers, take a quarter of an
hour, and are left out of a plain `pytest`: run them with `pytest -m faults`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from articles import DENIED, Articles, write_articles
from commands import Commands, commands

from kg.loaders.servers import neo4j
from kg.loaders.servers.neo4j import RunningServer


@pytest.fixture(scope="session")
def kg(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Commands]:
    """What runs `kg` commands."""
    with commands(tmp_path_factory.mktemp("commands")) as run:
        yield run


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Articles:
    """The dispatches of the demo."""
    return write_articles(tmp_path_factory.mktemp("articles"))


@pytest.fixture(scope="session")
def earlier(kg: Commands, articles: Articles, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph folder of the earlier articles; to be copied, not written."""
    path = tmp_path_factory.mktemp("earlier") / "graph"
    kg.finish("build", articles.earlier, "--into", path)
    return path


@pytest.fixture(scope="session")
def built(
    kg: Commands, articles: Articles, earlier: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A graph folder of all articles, built over the earlier ones; to be copied, not written."""
    path = tmp_path_factory.mktemp("built") / "graph"
    shutil.copytree(earlier, path)
    kg.finish("build", articles.all, "--into", path)
    return path


@pytest.fixture(scope="session")
def denied(kg: Commands, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph folder of all articles, one of which was taken out; to be copied, not written."""
    path = tmp_path_factory.mktemp("denied") / "graph"
    shutil.copytree(built, path)
    kg.finish("retract", DENIED, "--in", path, "--why", "démenti")
    return path


@pytest.fixture(scope="session")
def neo4j_of_our_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """A Neo4j that may be emptied, stopped and started."""
    with neo4j.running(tmp_path_factory.mktemp("neo4j")) as running:
        yield running


@pytest.fixture(scope="session")
def login(
    neo4j_of_our_own: RunningServer, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str | Path, ...]:
    """The options of a command that log in to it."""
    file = tmp_path_factory.mktemp("login") / "password"
    file.write_text(neo4j_of_our_own.password)
    return "--user", neo4j_of_our_own.user, "--password-file", file
