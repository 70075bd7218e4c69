"""SIGKILL at random moments of build, load and retract: the same command, run again, mends all.

The moments are drawn over the measured length of an undisturbed run.  Of each two kills one takes
the command alone, whose property graph then ends by itself, and one all that it started too.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from articles import DENIED, Articles
from commands import Commands
from dumps import folder_dump, property_graph_dump, sparql_dump
from emptied import empty
from sparql_server import Endpoints
from wholeness import check_documents, check_folder, check_property_graph

from kg.folder import GraphFolder
from kg.loaders.property_graph import PropertyGraph
from kg.loaders.servers.neo4j import RunningServer
from kg.loaders.sparql_server import SparqlServer
from kg.projections import sync

pytestmark = [pytest.mark.faults, pytest.mark.neo4j, pytest.mark.arcadedb]

KILLS = {
    "build": 20,
    "build over an earlier state": 20,
    "load into an empty Neo4j": 30,
    "load over an earlier state": 40,
    "load into fuseki_server": 30,
    "load into oxigraph_server": 20,
    "retract": 40,
}
SEED = 20240305


def test_there_are_enough_kills() -> None:
    """Two hundred in all."""
    assert sum(KILLS.values()) == 200


@dataclass(frozen=True, slots=True)
class Victim:
    """A command that is killed, and how what it works on is set back and looked at.

    `check` is to fail where something is half, `dump` gives all that is stored.
    """

    words: tuple[str | Path, ...]
    reset: Callable[[], None]
    check: Callable[[], object]
    dump: Callable[[], object]


def kill_again_and_again(kg: Commands, victim: Victim, name: str) -> None:
    """Kill the command so many times, and run it again each time, until it ends as undisturbed."""
    for _ in range(2):  # a server that has just started is slower once
        victim.reset()
        seconds = kg.finish(*victim.words).seconds
    undisturbed = victim.dump()
    moments = random.Random(f"{SEED} {name}")  # noqa: S311 - no secret
    kills = 0
    victim.reset()
    while kills < KILLS[name]:
        end = kg.run(
            *victim.words,
            kill_after=moments.uniform(0, seconds),
            with_children=bool(kills % 2),
        )
        if end.killed:
            kills += 1
            if kills % 4 in (1, 2):
                victim.check()
        else:
            assert end.code == 0, end
            assert victim.dump() == undisturbed
            victim.reset()
    kg.finish(*victim.words)
    assert victim.dump() == undisturbed


def _folder(kg: Commands, path: Path, words: tuple[str | Path, ...], before: Path | None) -> Victim:
    """A command that writes the folder at `path`, which is a copy of `before`, or nothing."""

    def reset() -> None:
        shutil.rmtree(path, ignore_errors=True)
        if before:
            shutil.copytree(before, path)

    def dump() -> dict[str, str]:
        kg.finish("verify", "--in", path)
        return folder_dump(path)

    return Victim(words, reset, lambda: check_folder(path), dump)


def test_build(kg: Commands, articles: Articles, tmp_path: Path) -> None:
    """A build from nothing."""
    path = tmp_path / "graph"
    words = ("build", articles.all, "--into", path)
    kill_again_and_again(kg, _folder(kg, path, words, None), "build")


def test_build_over_an_earlier_state(
    kg: Commands, articles: Articles, earlier: Path, tmp_path: Path
) -> None:
    """A build that corrects some articles and adds others."""
    path = tmp_path / "graph"
    words = ("build", articles.all, "--into", path)
    victim = _folder(kg, path, words, earlier)
    kill_again_and_again(kg, victim, "build over an earlier state")


def test_retract(kg: Commands, built: Path, tmp_path: Path) -> None:
    """A document that is taken out."""
    path = tmp_path / "graph"
    words = ("retract", DENIED, "--in", path, "--why", "démenti")
    kill_again_and_again(kg, _folder(kg, path, words, built), "retract")


@pytest.fixture
def store(neo4j_of_our_own: RunningServer) -> Iterator[PropertyGraph]:
    """The Neo4j server, as a store."""
    with closing(PropertyGraph.connect(neo4j_of_our_own.address)) as connected:
        yield connected


@pytest.mark.parametrize("kind", ["into an empty Neo4j", "over an earlier state"])
def test_load_into_neo4j(
    kind: str,
    kg: Commands,
    earlier: Path,
    denied: Path,
    neo4j_of_our_own: RunningServer,
    login: tuple[str | Path, ...],
    store: PropertyGraph,
) -> None:
    """A load that fills a server, and one that corrects, adds and removes."""

    def reset() -> None:
        empty(neo4j_of_our_own)
        if kind == "over an earlier state":
            with GraphFolder.open(earlier) as folder:
                sync(store, folder.identified)

    victim = Victim(
        ("load", denied, "--to", neo4j_of_our_own.uri, *login),
        reset,
        lambda: check_property_graph(store),
        lambda: property_graph_dump(store),
    )
    kill_again_and_again(kg, victim, f"load {kind}")


@pytest.mark.parametrize("name", ["fuseki_server", "oxigraph_server"])
def test_load_into_a_sparql_server(
    name: str, kg: Commands, earlier: Path, denied: Path, request: pytest.FixtureRequest
) -> None:
    """A load that corrects, adds and removes."""
    endpoints: Endpoints = request.getfixturevalue(name)
    with closing(SparqlServer(endpoints.query)) as store:

        def reset() -> None:
            with GraphFolder.open(earlier) as folder:
                sync(store, folder.identified)

        victim = Victim(
            ("load", denied, "--to", endpoints.query),
            reset,
            lambda: check_documents(store),
            lambda: sparql_dump(store),
        )
        kill_again_and_again(kg, victim, f"load into {name}")
