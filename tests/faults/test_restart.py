"""A Neo4j server that is restarted in the middle of a load: a rerun mends all."""

from __future__ import annotations

import os
import random
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from commands import Commands
from dumps import property_graph_dump
from emptied import empty
from wholeness import check_property_graph

from kg.folder import GraphFolder
from kg.loaders.property_graph import PropertyGraph
from kg.loaders.servers import neo4j
from kg.loaders.servers.neo4j import RunningServer
from kg.projections import sync

pytestmark = [pytest.mark.faults, pytest.mark.neo4j]

RESTARTS = 4
SEED = 20240307


def _restart(server: RunningServer, *, gently: bool) -> None:
    """Stop the server, or kill it, and start it again at the same address."""
    if gently:
        neo4j.stop(server.folder)
    else:
        os.kill(server.pid, signal.SIGKILL)
        while neo4j.status(server.folder):
            time.sleep(0.05)
    assert neo4j.start(server.folder).uri == server.uri


def _dump_of(server: RunningServer) -> str:
    with closing(PropertyGraph.connect(server.address)) as store:
        check_property_graph(store)
        return property_graph_dump(store)


def _reset(server: RunningServer, folder: Path) -> None:
    empty(server)
    with GraphFolder.open(folder) as graph, closing(PropertyGraph.connect(server.address)) as store:
        sync(store, graph.identified)


def test_restart(
    kg: Commands,
    earlier: Path,
    denied: Path,
    neo4j_of_our_own: RunningServer,
    login: tuple[str | Path, ...],
) -> None:
    """Every second time the server is killed, and recovers from its log when it starts."""
    words = ("load", denied, "--to", neo4j_of_our_own.uri, *login)
    for _ in range(2):  # a server that has just started is slower once
        _reset(neo4j_of_our_own, earlier)
        seconds = kg.finish(*words).seconds
    undisturbed = _dump_of(neo4j_of_our_own)
    moments = random.Random(SEED)  # noqa: S311 - no secret
    for number in range(RESTARTS):
        running = neo4j.start(neo4j_of_our_own.folder)
        _reset(running, earlier)
        with ThreadPoolExecutor() as threads:
            load = threads.submit(kg.run, *words)
            time.sleep(moments.uniform(0, seconds))
            _restart(running, gently=bool(number % 2))
        end = load.result()
        assert "Traceback" not in end.said
        assert end.code == 0 or "answer" in end.said
        _dump_of(running)
        kg.finish(*words)
        assert _dump_of(running) == undisturbed
