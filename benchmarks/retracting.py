"""What it costs to take one document out of a graph, by the size of the graph.

    python benchmarks/retracting.py [--claims 2000 20000]

Graph folders of made-up documents, a quarter as many entities as claims, ten claims to a document.
Prints a table in Markdown: the seconds of each part for the first size, and how many times as long
it took for the others.  What a document touches is resolved anew and written; what grows is the
reading of the claims file's lines and of the list of documents that each store holds.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generated import documents

from kg.folder import GraphFolder
from kg.projections import sync
from kg.records import Retraction
from kg.stores import property_graph_at, rdf_at, update

PARTS = ("open the folder", "claims file", "identities", "RDF store", "property graph")
GONE = Retraction("document-17", "2024-03-06T10:00:00+00:00", "measured")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Take one document out of graphs of many.")
    parser.add_argument("--claims", type=int, nargs="+", default=[2_000, 20_000])
    sizes = parser.parse_args().claims
    found = [_retraction(claims) for claims in sizes]
    print(f"| part | {sizes[0]} claims, s |" + "".join(f" {size} |" for size in sizes[1:]))
    print("|---" * (1 + len(sizes)) + "|")
    for part in (*PARTS, "all"):
        times = [each[part] if part in each else sum(each.values()) for each in found]
        ratios = "".join(f" {seconds / times[0]:.1f} × |" for seconds in times[1:])
        print(f"| {part} | {times[0]:.3f} |{ratios}")


def _retraction(claims: int) -> dict[str, float]:
    """The seconds of each part."""
    spent: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as parent:
        path = Path(parent) / "graph"
        with GraphFolder.create(path) as folder:
            for graph in documents(claims // 4, claims):
                folder.claims.append(graph, extractor="generated")
            update(folder)
        with rdf_at(path / "rdf") as rdf, property_graph_at(path / "property-graph") as labelled:
            rdf.prepare()
            labelled.prepare()
            with _timed(spent, PARTS[0]):
                folder = GraphFolder.create(path)
            with folder:
                with _timed(spent, PARTS[1]):
                    folder.claims.retract(GONE)
                wanted = folder.identified
                with _timed(spent, PARTS[2]):
                    len(wanted.digests)
                with _timed(spent, PARTS[3]):
                    sync(rdf, wanted)
                with _timed(spent, PARTS[4]):
                    sync(labelled, wanted)
    return spent


@contextmanager
def _timed(spent: dict[str, float], part: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    spent[part] = time.perf_counter() - start


if __name__ == "__main__":
    main()
