"""What a query may cost, and that it costs nobody else."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import psutil
import pytest
from serving import Served, make_folder, served
from war import DOCUMENTS

from kg.folder import GraphFolder
from kg.stores import rdf_store

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"
COUNT = "SELECT (COUNT(*) AS ?n) { ?d a fa:Document }"


@pytest.fixture(scope="module")
def narrow(war: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server on which queries may take two seconds, and answers a megabyte."""
    log = tmp_path_factory.mktemp("narrow") / "log"
    with served(war, log, "--timeout", "2", "--max-megabytes", "1") as running:
        yield running


def _ask(server: Served, query: str, **headers: str) -> httpx.Response:
    return httpx.post(server.sparql, data={"query": query}, headers=headers, timeout=60)


def _count(server: Served) -> int:
    return int(_ask(server, COUNT, Accept="text/csv").text.split()[1])


def test_a_slow_query_is_stopped(narrow: Served) -> None:
    """503, and its worker answers the next query."""
    for _ in range(3):
        response = _ask(narrow, ENDLESS)
        assert response.status_code == 503
        assert "stopped after 2 s" in response.text
    assert _count(narrow) == len(DOCUMENTS)


def test_a_large_answer_is_refused(narrow: Served) -> None:
    """The message says what to do."""
    response = _ask(narrow, "SELECT * { ?a ?b ?c . ?d ?e ?f }")
    assert response.status_code == 400
    assert "larger than 1 MB; add a LIMIT" in response.text


def test_a_large_query_is_refused(narrow: Served) -> None:
    """More than a megabyte of query is no query."""
    assert _ask(narrow, f"ASK {{}} # {'x' * 2_000_000}").status_code == 413


def test_a_client_that_leaves_frees_its_worker(server: Served) -> None:
    """More clients than workers ask what has no end, and go; the next is answered at once."""
    parts = urlsplit(server.sparql)
    query = ENDLESS.encode()
    head = f"POST /sparql HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Length: {len(query)}\r\n"
    head += "Content-Type: application/sparql-query\r\n\r\n"
    for _ in range((psutil.cpu_count() or 1) + 2):
        with socket.create_connection((parts.hostname, parts.port)) as client:
            client.sendall(head.encode() + query)
            time.sleep(0.3)
    assert _count(server) == len(DOCUMENTS)


def test_readers_see_each_state_whole_while_a_build_writes(tmp_path: Path) -> None:
    """Each count is one that was committed; the last is seen without a restart."""
    path = make_folder(tmp_path / "graph", DOCUMENTS[:1])
    with served(path, tmp_path / "log") as running, ThreadPoolExecutor() as readers:
        done = False

        def read() -> set[int]:
            seen = set[int]()
            while not done:
                seen.add(_count(running))
            return seen

        reading = [readers.submit(read) for _ in range(4)]
        for number, graph in enumerate(DOCUMENTS[1:4], start=2):
            _append(path, graph)
            while _count(running) != number:
                time.sleep(0.05)
        done = True
        seen = set[int]().union(*(each.result() for each in reading))
    assert seen == {1, 2, 3, 4}


def _append(path: Path, graph: object) -> None:
    deadline = time.monotonic() + 30
    while True:
        try:
            with GraphFolder.create(path) as folder:
                folder.claims.append(graph, extractor="essai")  # type: ignore[arg-type]
                with rdf_store(folder):
                    return
        except BaseException:
            if time.monotonic() > deadline:
                raise


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    """A server that was killed leaves copies, which the next deletes; one that ends leaves none."""
    path = make_folder(tmp_path / "graph", DOCUMENTS[:1])
    with served(path, tmp_path / "log") as running:
        (left,) = path.glob(".serve-*")
        running.process.kill()
        running.process.wait()
    with served(path, tmp_path / "log") as running:
        (place,) = path.glob(".serve-*")
        assert place != left
        assert _count(running) == 1
    assert not list(path.glob(".serve-*"))


def test_the_stop_is_graceful(tmp_path: Path, war: Path) -> None:
    """What is being answered when the signal comes is answered; the workers end too."""
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }"
    with served(war, tmp_path / "log") as running, ThreadPoolExecutor() as threads:
        workers = psutil.Process(running.process.pid)
        answer = threads.submit(_ask, running, slow)
        time.sleep(0.3)
        children = workers.children(recursive=True)
        running.process.terminate()
        assert answer.result().status_code == 200
        assert running.process.wait(30) == 0
    assert not any(child.is_running() for child in children)
    assert "Traceback" not in running.said()


def test_the_log_tells_no_query(tmp_path: Path, war: Path) -> None:
    """A line of JSON for each request, without what was asked."""
    with served(war, tmp_path / "log") as running:
        httpx.get(running.sparql, params={"query": 'ASK { ?s ?p "secret" }'})
        httpx.get(f"{running.url}nulle-part")
    lines = [json.loads(line) for line in running.said().splitlines() if line.startswith("{")]
    assert [(line["path"], line["status"]) for line in lines] == [
        ("/sparql", 200),
        ("/nulle-part", 404),
    ]
    assert "secret" not in running.said()


def test_figures_for_prometheus(tmp_path: Path, war: Path) -> None:
    """Requests are counted by route and status; the health of the server is told."""
    with served(war, tmp_path / "log") as running:
        assert httpx.get(f"{running.url}health").text == "ok\n"
        httpx.get(running.sparql, params={"query": "ASK {"})
        found = httpx.get(f"{running.url}metrics")
    assert found.headers["content-type"].startswith("text/plain")
    wanted = 'faisceau_requests_total{method="GET",route="/sparql",status="400"} 1.0'
    assert wanted in found.text
