"""What it costs to ask `kg serve`, against Oxigraph's own server on the same triples.

    python benchmarks/serving.py [--triples 1000000] [--clients 50] [--seconds 60]

The documents are made up.  Both servers hold the same triples and are asked the same queries, drawn
with the same seed, by the same clients, in turns of ten seconds; `--seconds` is the time of each.
Prints a table in Markdown: answers, errors, the median and the 95th percentile of the time to an
answer in milliseconds, and by how much the server with all its workers grew from the first turn to
the middle one, and from there to the last: what leaks grows on.  The ratio of the medians is what
holds elsewhere.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from urllib.parse import urlencode, urlsplit

import httpx
import psutil
from generated import documents

from kg.folder import GraphFolder
from kg.loaders.rdf import prefixes
from kg.loaders.rdf.terms import entity
from kg.loaders.servers.process import LOOPBACK, end, free_port
from kg.stores import rdf_store

TURN = 10
"""Seconds for which one server is asked before it is the other's turn."""
TRIPLES_A_CLAIM = 18
QUERIES = (
    "SELECT ?label {{ {thing} rdfs:label ?label }}",
    """SELECT ?relation ?other (COUNT(?claim) AS ?claims) {{
         ?claim rdf:subject {thing} ; rdf:predicate ?relation ; rdf:object ?other
       }} GROUP BY ?relation ?other ORDER BY DESC(?claims) LIMIT 50""",
    """SELECT ?claim ?sentence ?certainty ?document {{
         ?claim rdf:subject {thing} ; fa:sentence ?sentence ; fa:certainty ?certainty ;
                fa:inDocument ?document
       }} LIMIT 50""",
    """SELECT ?class (COUNT(?other) AS ?others) {{
         {{ ?claim rdf:subject {thing} ; rdf:object ?other }} UNION
         {{ ?claim rdf:object {thing} ; rdf:subject ?other }}
         ?other a ?class
       }} GROUP BY ?class""",
    """SELECT ?certainty (COUNT(?claim) AS ?claims) {{
         ?claim rdf:predicate fa:leads ; fa:certainty ?certainty
       }} GROUP BY ?certainty""",
)


@dataclass(slots=True)
class Asked:
    """What a server was asked: seconds of each answer, errors, and its size in bytes, by turn."""

    url: str
    process: int
    seconds: list[float] = field(default_factory=list)
    errors: int = 0
    sizes: list[int] = field(default_factory=list)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Ask kg serve and Oxigraph's server.")
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=int, default=60)
    arguments = parser.parse_args()
    with ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        things, triples = _fill(place, arguments.triples)
        print(f"{triples} triples, {arguments.clients} clients", file=sys.stderr)
        ours = stack.enter_context(_ours(place))
        theirs = stack.enter_context(_theirs(place))
        for turn in range(max(arguments.seconds // TURN, 1)):
            for asked in (ours, theirs):
                asyncio.run(_ask(asked, things, arguments.clients, seed=turn))
                asked.sizes.append(_size(asked.process))
    _show(ours, theirs)


def _fill(place: Path, triples: int) -> tuple[list[str], int]:
    """Fill a graph folder, and copy its RDF store; the entities, and how many triples there are."""
    claims = triples // TRIPLES_A_CLAIM
    things = set[str]()
    with GraphFolder.create(place / "graph") as folder:
        for graph in documents(claims // 4, claims):
            folder.claims.append(graph, extractor="benchmark")
            things.update(each.id for each in graph.entities)
        with rdf_store(folder) as store:
            store.copy(place / "copy")
            answer = store.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", timeout=600)
    return sorted(things), int(answer.rows[0][0])


@contextmanager
def _ours(place: Path) -> Iterator[Asked]:
    port = str(free_port())
    command = [sys.executable, "-m", "kg", "serve", str(place / "graph"), "--port", port]
    with _running(command, f"http://{LOOPBACK}:{port}/sparql") as asked:
        yield asked


@contextmanager
def _theirs(place: Path) -> Iterator[Asked]:
    address = f"{LOOPBACK}:{free_port()}"
    command = [f"{sysconfig.get_path('scripts')}/oxigraph", "serve-read-only"]
    command += ["--location", str(place / "copy"), "--bind", address]
    with _running(command, f"http://{address}/query") as asked:
        yield asked


@contextmanager
def _running(command: list[str], url: str) -> Iterator[Asked]:
    process = subprocess.Popen(  # noqa: S603 - our own command
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while not _answers(url):
            time.sleep(0.2)
        yield Asked(url, process.pid)
    finally:
        process.terminate()
        end(process, timeout=30)


def _answers(url: str) -> bool:
    try:
        return httpx.get(url, params={"query": "ASK {}"}, timeout=5).is_success
    except httpx.TransportError:
        return False


async def _ask(asked: Asked, things: list[str], clients: int, *, seed: int) -> None:
    until = time.perf_counter() + TURN
    await asyncio.gather(
        *(_client(asked, things, Random(f"{seed} {each}"), until) for each in range(clients))  # noqa: S311 - no secret
    )


async def _client(asked: Asked, things: list[str], random: Random, until: float) -> None:
    """Ask one query after the other over one connection."""
    parts = urlsplit(asked.url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    while time.perf_counter() < until:
        start = time.perf_counter()
        writer.write(_request(asked.url, random.choice(QUERIES), random.choice(things)))
        status = await _answer(reader)
        asked.seconds.append(time.perf_counter() - start)
        asked.errors += status != 200
    writer.close()


def _request(url: str, query: str, thing: str) -> bytes:
    parts = urlsplit(url)
    known = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes().items())
    body = urlencode({"query": known + query.format(thing=entity(thing))}).encode()
    head = (
        f"POST {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n"
        f"Accept: application/sparql-results+json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def _answer(reader: asyncio.StreamReader) -> int:
    """Read an answer to its end; its status."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
    if "content-length: " in head:
        await reader.readexactly(int(head.partition("content-length: ")[2].split()[0]))
    else:
        while size := int(await reader.readline(), 16):
            await reader.readexactly(size + 2)
        await reader.readline()
    return int(head.split()[1])


def _size(process: int) -> int:
    parent = psutil.Process(process)
    return sum(each.memory_info().rss for each in (parent, *parent.children(recursive=True)))


def _show(*servers: Asked) -> None:
    print("| server | answers | errors | median, ms | 95 %, ms | growth, MB | then |")
    print("|---|---|---|---|---|---|---|")
    for name, asked in zip(("kg serve", "oxigraph"), servers, strict=True):
        middle, high = (
            statistics.median(asked.seconds),
            statistics.quantiles(asked.seconds, n=20)[-1],
        )
        first, middle_turn, last = (asked.sizes[n] / 1e6 for n in (0, len(asked.sizes) // 2, -1))
        print(
            f"| {name} | {len(asked.seconds)} | {asked.errors} | {middle * 1000:.1f} | "
            f"{high * 1000:.1f} | {middle_turn - first:.0f} | {last - middle_turn:.0f} |"
        )
    ours, theirs = (statistics.median(asked.seconds) for asked in servers)
    print(f"\nratio of the medians: {ours / theirs:.2f}")


if __name__ == "__main__":
    main()
