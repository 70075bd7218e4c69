"""A connection that is cut in the middle of a load, once or for good: a rerun mends all."""

from __future__ import annotations

import random
import re
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from commands import Commands, End
from cutting import Line, line_to
from dumps import property_graph_dump, sparql_dump
from emptied import empty
from sparql_server import Endpoints
from wholeness import check_documents, check_property_graph

from kg.folder import GraphFolder
from kg.loaders.property_graph import PropertyGraph
from kg.loaders.servers.neo4j import RunningServer
from kg.loaders.sparql_server import SparqlServer
from kg.projections import sync

pytestmark = [pytest.mark.faults, pytest.mark.neo4j]

CUTS = 6
SEED = 20240306


def _port(uri: str) -> int:
    port = urlsplit(uri).port
    assert port
    return port


def _through(line: Line, uri: str) -> str:
    return re.sub(r":\d+", f":{line.port}", uri, count=1)


def _check_is_told(end: End, line: Line) -> None:
    """A cut ends in success after another try, or in one line that says what failed."""
    assert line.was_cut
    assert "Traceback" not in end.said
    assert end.code == 0 or "answer" in end.said


def test_load_into_neo4j(
    kg: Commands,
    earlier: Path,
    denied: Path,
    neo4j_of_our_own: RunningServer,
    login: tuple[str | Path, ...],
) -> None:
    """A load that corrects, adds and removes, over Bolt."""
    own = neo4j_of_our_own
    moments = random.Random(SEED)  # noqa: S311 - no secret
    with line_to(_port(own.uri)) as line, closing(PropertyGraph.connect(own.address)) as store:
        words = ("load", denied, "--to", _through(line, own.uri), *login)

        def reset() -> None:
            empty(own)
            with GraphFolder.open(earlier) as folder:
                sync(store, folder.identified)

        reset()
        kg.finish(*words)
        undisturbed, carried = property_graph_dump(store), line.carried
        for number in range(CUTS):
            reset()
            line.mend(cut_after=moments.randrange(1, carried // 2), for_good=bool(number % 2))
            _check_is_told(kg.run(*words), line)
            check_property_graph(store)
            line.mend()
            kg.finish(*words)
            assert property_graph_dump(store) == undisturbed


@pytest.mark.parametrize("name", ["fuseki_server", "oxigraph_server"])
def test_load_into_a_sparql_server(
    name: str, kg: Commands, earlier: Path, denied: Path, request: pytest.FixtureRequest
) -> None:
    """A load that corrects, adds and removes, over HTTP."""
    endpoints: Endpoints = request.getfixturevalue(name)
    moments = random.Random(SEED)  # noqa: S311 - no secret
    with (
        line_to(_port(endpoints.query)) as line,
        closing(SparqlServer(endpoints.query)) as store,
    ):
        words = ("load", denied, "--to", _through(line, endpoints.query))

        def reset() -> None:
            with GraphFolder.open(earlier) as folder:
                sync(store, folder.identified)

        reset()
        line.mend()
        kg.finish(*words)
        undisturbed, carried = sparql_dump(store), line.carried
        for number in range(CUTS):
            reset()
            line.mend(cut_after=moments.randrange(1, carried // 2), for_good=bool(number % 2))
            _check_is_told(kg.run(*words), line)
            check_documents(store)
            line.mend()
            kg.finish(*words)
            assert sparql_dump(store) == undisturbed
