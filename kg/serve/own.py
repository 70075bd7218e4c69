"""The graphs that readers write beside the documents; they are kept in a file of their own.

The stores of a graph folder follow from its claims, so that what is written here stands in a file,
and in the copies of the RDF store that are served.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse, serialize

from kg.disk import write_whole
from kg.ontology import load


def add_own(copy: Path, own: Path) -> None:
    """Add to the store in the folder `copy` the graphs of the file `own`, if there is one.

    They are part of the union that is the default graph.
    """
    if not own.exists():
        return
    store = Store(copy)
    quads = list(parse(path=str(own), format=RdfFormat.N_QUADS))
    store.extend([*quads, *(Quad(each.subject, each.predicate, each.object) for each in quads)])
    store.flush()


def keep_own(store: Store, own: Path) -> None:
    """Write what `store` holds beside documents into the file `own`."""
    found = serialize(_own_quads(store), format=RdfFormat.N_QUADS) or b""
    lines = sorted(set(found.splitlines(keepends=True)))
    write_whole(own, b"".join(lines))


def update_within(
    store: Store,
    update: Callable[[], None],
    default: Collection[NamedNode],
    named: Collection[NamedNode],
) -> None:
    """Carry out `update`, whose patterns see the graphs `default` together, and the graphs `named`.

    What it writes into other graphs is added to them.
    """
    hidden = [quad for quad in _own_quads(store) if quad.graph_name not in named]
    merged = [
        Quad(each.subject, each.predicate, each.object)
        for graph in default
        for each in store.quads_for_pattern(None, None, None, graph)
    ]
    for graph in (DefaultGraph(), *(g for g in store.named_graphs() if g not in named)):
        store.clear_graph(graph)
    store.extend(merged)
    update()
    store.extend(hidden)


def replace(store: Store, graph: NamedNode, quads: Iterable[Quad], *, clear: bool) -> None:
    """Put the triples of `quads` into `graph`, in place of what it holds or beside that."""
    if clear:
        store.remove_graph(graph)
    store.extend(Quad(each.subject, each.predicate, each.object, graph) for each in quads)


def _own_quads(store: Store) -> Iterator[Quad]:
    for graph in store.named_graphs():
        if isinstance(graph, NamedNode) and not graph.value.startswith(load().base):
            yield from store.quads_for_pattern(None, None, None, graph)
