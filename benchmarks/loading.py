"""What it costs to load documents into the stores, against the least that their makers offer.

    eval "$(kg neo4j status --export)"
    python benchmarks/loading.py [--claims 50000 200000] [--stores oxigraph neo4j]

The documents are made up: a quarter as many entities as claims, ten claims to a document.  The
Oxigraph load is measured against its own bulk load of a file with the same quads; the load into
Neo4j against batched `UNWIND … MERGE` of the same nodes and relationships, under the same
constraints, into the same server (NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD), which must be empty and
is emptied again.  Prints a table in Markdown: seconds, their ratio, and the most memory that our
load took beside what the process held before.  The ratios are what holds elsewhere.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from generated import documents
from neo4j import Driver, GraphDatabase
from pyoxigraph import Quad, RdfFormat, Store, serialize

from kg.loaders.oxigraph import Oxigraph
from kg.loaders.property_graph import PropertyGraph
from kg.loaders.rdf import to_quads
from kg.loaders.servers.process import BoltAddress

BATCH = 5_000
"""How many rows a plain statement takes; more were no faster."""
PAGE = os.sysconf("SC_PAGE_SIZE")
Row = dict[str, Any]
Item = TypeVar("Item")
Rows = dict[str, list[Row]]
"""What is to be merged, by statement."""

NODES = """
MATCH (n) WHERE n.id IS NOT NULL
RETURN labels(n) AS labels, n.id AS id, properties(n) AS properties"""
RELATIONSHIPS = """
MATCH (a)-[r]->(b)
RETURN labels(a)[0] AS one, a.id AS from, type(r) AS type, labels(b)[0] AS other, b.id AS to,
       properties(r) AS properties"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Load documents into the stores.")
    parser.add_argument("--claims", type=int, nargs="+", default=[50_000, 200_000])
    parser.add_argument("--stores", nargs="+", default=list(MEASURES), choices=list(MEASURES))
    arguments = parser.parse_args()
    print("| store | claims | load, s | bare, s | ratio | memory, MB |")
    print("|---|---|---|---|---|---|", flush=True)
    for name in arguments.stores:
        for claims in arguments.claims:
            ours, bare, memory = MEASURES[name](claims)
            ratio = ours / bare
            print(
                f"| {name} | {claims} | {ours:.1f} | {bare:.1f} | {ratio:.2f} | {memory:.0f} |",
                flush=True,
            )


def oxigraph(claims: int) -> tuple[float, float, float]:
    """Seconds of our load and of the bare one, and megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        with closing(Oxigraph(Path(folder) / "rdf")) as store:
            ours, memory = measured(lambda: store.write(documents(claims // 4, claims)))
        made, _ = measured(lambda: [None for _ in documents(claims // 4, claims)])
        file = Path(folder) / "quads.nq"
        serialize(_quads(claims), str(file), format=RdfFormat.N_QUADS)
        bare = Store(str(Path(folder) / "bare"))
        seconds, _ = measured(lambda: bare.bulk_load(path=str(file), format=RdfFormat.N_QUADS))
    return ours - made, seconds, memory


def _quads(claims: int) -> Iterator[Quad]:
    for graph in documents(claims // 4, claims):
        for quad in to_quads(graph):
            yield quad
            yield Quad(quad.subject, quad.predicate, quad.object)


def neo4j(claims: int) -> tuple[float, float, float]:
    """Seconds of our load and of the bare one, and megabytes."""
    address = BoltAddress(
        os.environ["NEO4J_URI"],
        os.environ.get("NEO4J_USER", "neo4j"),
        os.environ.get("NEO4J_PASSWORD", ""),
        database="",
    )
    login = (address.user, address.password)
    with closing(GraphDatabase.driver(address.uri, auth=login)) as driver:
        if driver.execute_query("MATCH (n) RETURN count(n)").records[0][0]:
            raise SystemExit("the server is not empty; name one that is, its data would be deleted")
        with closing(PropertyGraph.connect(address)) as store:
            store.prepare()
            ours, memory = measured(lambda: store.write(documents(claims // 4, claims)))
        made, _ = measured(lambda: [None for _ in documents(claims // 4, claims)])
        rows = [*_rows(driver, NODES, _node), *_rows(driver, RELATIONSHIPS, _relationship)]
        _empty(driver)
        seconds, _ = measured(lambda: _merge(driver, rows))
        _empty(driver)
    return ours - made, seconds, memory


MEASURES: dict[str, Callable[[int], tuple[float, float, float]]] = {
    "oxigraph": oxigraph,
    "neo4j": neo4j,
}


def measured(work: Callable[[], object]) -> tuple[float, float]:
    """How many seconds `work` takes, and how many megabytes the process grows meanwhile."""
    sizes, done = [_size()], threading.Event()

    def watch() -> None:
        while not done.wait(0.1):
            sizes.append(_size())

    watcher = threading.Thread(target=watch)
    watcher.start()
    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    done.set()
    watcher.join()
    return seconds, (max(sizes) - sizes[0]) / 1e6


def _size() -> int:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE


def _rows(driver: Driver, query: str, statement: Callable[[Row], str]) -> list[tuple[str, Rows]]:
    """What the server holds, by the statement that merges it."""
    groups: dict[str, list[Row]] = defaultdict(list)
    with driver.session() as session:
        for record in session.run(query):
            groups[statement(record.data())].append(record.data())
    return list(groups.items())


def _node(row: Row) -> str:
    first, *others = sorted(row["labels"], key=["Claim", "Document", "Entity"].__contains__)[::-1]
    more = "".join(f" SET n:{label}" for label in others)
    return f"UNWIND $rows AS row MERGE (n:{first} {{id: row.id}}) SET n += row.properties{more}"


def _relationship(row: Row) -> str:
    return (
        f"UNWIND $rows AS row MATCH (a:{_key(row['one'])} {{id: row.from}}) "
        f"MATCH (b:{_key(row['other'])} {{id: row.to}}) "
        f"MERGE (a)-[r:{row['type']}]->(b) SET r += row.properties"
    )


def _key(label: str) -> str:
    """The label that the constraint is on."""
    return label if label in ("Claim", "Document") else "Entity"


def _merge(driver: Driver, groups: Iterable[tuple[str, list[Row]]]) -> None:
    with driver.session() as session:
        for statement, rows in groups:
            for batch in _batches(rows):
                session.execute_write(
                    lambda transaction, statement=statement, batch=batch: transaction.run(
                        statement, rows=batch
                    ).consume()
                )


def _batches(rows: Iterable[Item]) -> Iterator[list[Item]]:
    left = iter(rows)
    while batch := list(islice(left, BATCH)):
        yield batch


def _empty(driver: Driver) -> None:
    """Delete everything, little by little; the constraints stay."""
    with driver.session() as session:
        for found in ("()-[x]->()", "(x)"):
            session.run(
                f"MATCH {found} CALL (x) {{ DELETE x }} IN TRANSACTIONS OF 5000 ROWS"
            ).consume()


if __name__ == "__main__":
    main()
