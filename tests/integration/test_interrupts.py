"""A build that is stopped in the middle: nothing stored before is lost or half-written."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.demo import DISPATCHES
from kg.folder import GraphFolder
from kg.projections import difference
from kg.stores import rdf_store, update


def _many_articles(path: Path, copies: int) -> int:
    lines = [json.loads(line) for line in DISPATCHES.read_text(encoding="utf8").splitlines()]
    many = [{**line, "id": f"{line['id']}-{n}"} for n in range(copies) for line in lines]
    path.write_text("".join(json.dumps(line) + "\n" for line in many))
    return len(many)


def _start(*arguments: str | Path) -> "subprocess.Popen[str]":
    """A command that hears an interrupt, even where the tests run in a background that does not.

    Its coverage is not measured: an interrupt that meets coverage holding its lock never returns.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    environment = {name: value for name, value in os.environ.items() if "COVERAGE" not in name}
    return subprocess.Popen(  # noqa: S603
        command, stderr=subprocess.PIPE, text=True, env=environment
    )


def _wait_for_a_batch(process: "subprocess.Popen[str]", claims: Path) -> None:
    while process.poll() is None:
        if claims.exists() and b'{"record": "commit"' in claims.read_bytes():
            return
        time.sleep(0.05)
    pytest.fail(f"the build ended too early: {process.communicate()[1]}")


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_what_was_finished_is_kept(sent: signal.Signals, code: int, tmp_path: Path) -> None:
    """After an interrupt, or a kill, finished documents are there, and the same command goes on."""
    articles, into = tmp_path / "articles.jsonl", tmp_path / "graph"
    number = _many_articles(articles, copies=20)
    process = _start("build", articles, "--into", into)
    _wait_for_a_batch(process, into / "claims.jsonl")
    process.send_signal(sent)
    _, told = process.communicate()
    assert process.returncode == code
    assert told.count("\n") == (1 if sent == signal.SIGINT else 0)
    with GraphFolder.open(into) as folder:
        kept = len(list(folder.claims.graphs()))
    assert 0 < kept < number


@pytest.mark.arcadedb
def test_the_stores_catch_up_after_a_crash(tmp_path: Path) -> None:
    """Claims that were written when the stores were not yet are in them at the next opening."""
    _many_articles(tmp_path / "articles.jsonl", copies=1)
    process = _start("build", tmp_path / "articles.jsonl", "--into", tmp_path / "graph")
    _wait_for_a_batch(process, tmp_path / "graph" / "claims.jsonl")
    process.kill()
    process.communicate()
    with GraphFolder.create(tmp_path / "graph") as folder:
        update(folder)
        with rdf_store(folder) as store:
            assert not difference(store, folder.identified)
            assert list(store.read()) == list(folder.claims.graphs())
