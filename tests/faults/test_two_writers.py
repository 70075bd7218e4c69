"""Two commands that write the same store at once: nothing is lost, nothing is there twice."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from articles import DENIED, Articles
from commands import Commands, End, commands
from dumps import folder_dump, property_graph_dump
from emptied import empty
from wholeness import check_folder, check_property_graph

from kg.errors import StoreLocked
from kg.loaders.property_graph import PropertyGraph
from kg.loaders.servers.neo4j import RunningServer

pytestmark = [pytest.mark.faults, pytest.mark.neo4j, pytest.mark.arcadedb]

ROUNDS = 5


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Commands]:
    """What runs the commands of the other writer."""
    with commands(tmp_path_factory.mktemp("other")) as run:
        yield run


def _at_once(
    one: Commands,
    one_words: tuple[str | Path, ...],
    other: Commands,
    other_words: tuple[str | Path, ...],
) -> tuple[End, End]:
    with ThreadPoolExecutor() as threads:
        first = threads.submit(one.run, *one_words)
        second = threads.submit(other.run, *other_words)
        return first.result(), second.result()


def _check_is_told(end: End) -> None:
    """Each succeeds, or is told that the other writes."""
    assert "Traceback" not in end.said
    assert end.code in (0, StoreLocked.exit_code)
    assert end.code == 0 or "another" in end.said


def test_two_commands_on_one_folder(
    kg: Commands, other: Commands, articles: Articles, built: Path, denied: Path, tmp_path: Path
) -> None:
    """A build and a retraction: whichever comes first, both done again end as one after another."""
    path = tmp_path / "graph"
    build = ("build", articles.all, "--into", path)
    retract = ("retract", DENIED, "--in", path, "--why", "démenti")
    for _ in range(ROUNDS):
        shutil.rmtree(path, ignore_errors=True)
        shutil.copytree(built, path)
        ends = _at_once(kg, build, other, retract)
        for end in ends:
            _check_is_told(end)
        assert not all(end.code for end in ends)
        check_folder(path)
        kg.finish(*retract)
        kg.finish("verify", "--in", path)
        assert folder_dump(path) == folder_dump(denied)


def test_two_loads_of_one_folder(
    kg: Commands,
    other: Commands,
    built: Path,
    neo4j_of_our_own: RunningServer,
    login: tuple[str | Path, ...],
) -> None:
    """Into an empty Neo4j: what both write is there once."""
    words = ("load", built, "--to", neo4j_of_our_own.uri, *login)
    with closing(PropertyGraph.connect(neo4j_of_our_own.address)) as store:
        empty(neo4j_of_our_own)
        kg.finish(*words)
        alone = property_graph_dump(store)
        for _ in range(ROUNDS):
            empty(neo4j_of_our_own)
            for end in _at_once(kg, words, other, words):
                _check_is_told(end)
            check_property_graph(store)
            kg.finish(*words)
            assert property_graph_dump(store) == alone


def test_two_loads_of_two_states(
    kg: Commands,
    other: Commands,
    built: Path,
    denied: Path,
    neo4j_of_our_own: RunningServer,
    login: tuple[str | Path, ...],
) -> None:
    """One adds what the other removes: nothing is half, and the last to run is what is there."""
    with closing(PropertyGraph.connect(neo4j_of_our_own.address)) as store:
        empty(neo4j_of_our_own)
        to = ("--to", neo4j_of_our_own.uri, *login)
        kg.finish("load", denied, *to)
        alone = property_graph_dump(store)
        for _ in range(ROUNDS):
            for end in _at_once(kg, ("load", built, *to), other, ("load", denied, *to)):
                _check_is_told(end)
            check_property_graph(store)
            kg.finish("load", denied, *to)
            assert property_graph_dump(store) == alone
