"""The stores of a graph folder, opened up to date; and servers, opened by their address."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kg.disk import disk_errors, full_disk_named
from kg.folder import GraphFolder
from kg.projections import difference, sync

if TYPE_CHECKING:
    from kg.loaders.base import Loader
    from kg.loaders.oxigraph import Oxigraph
    from kg.loaders.property_graph import PropertyGraph
    from kg.loaders.sparql_server import SparqlServer

Store = TypeVar("Store", bound="Loader")


@contextmanager
def rdf_store(folder: GraphFolder) -> Iterator[Oxigraph]:
    """The RDF store of `folder`, brought up to date first.

    Raises:
        StoreLocked: another process holds it.
    """
    with rdf_at(folder.rdf) as store:
        _bring_up_to_date(folder, store)
        yield store


@contextmanager
def property_graph(folder: GraphFolder) -> Iterator[PropertyGraph]:
    """The property graph of `folder`, served by a process of its own, brought up to date first.

    Raises:
        StoreLocked: another process holds it.
        StoreUnreachable: it does not start.
    """
    with property_graph_at(folder.property_graph) as store:
        _bring_up_to_date(folder, store)
        yield store


@contextmanager
def server(uri: str, user: str, password: str) -> Iterator[PropertyGraph]:
    """The property graph of a server such as `neo4j://localhost:7687`.

    Raises:
        StoreUnreachable: nothing answers there.
        StoreRefused: user or password are not accepted.
    """
    from kg.loaders.property_graph import PropertyGraph
    from kg.loaders.servers.process import BoltAddress

    address = BoltAddress(uri, user, password, database="")
    with closing(PropertyGraph.connect(address)) as store:
        yield store


@contextmanager
def sparql_server(
    url: str, user: str, password: str, *, graph_store: str = ""
) -> Iterator[SparqlServer]:
    """The SPARQL server that answers queries at `url`; user and password only if there is one.

    It is written by SPARQL Update, or by the Graph Store protocol at `graph_store`.

    Raises:
        StoreUnreachable: nothing answers there (when it is first used).
        StoreRefused: user or password are not accepted.
    """
    from kg.loaders.sparql_server import SparqlServer

    login = {"user": user, "password": password} if password else {}
    with closing(SparqlServer(url, graph_store_url=graph_store, **login)) as store:
        yield store


def update(folder: GraphFolder, *, notify: Callable[[str], None] = lambda line: None) -> None:
    """Bring both stores of `folder` up to date; `notify` is told which is being written."""
    notify("writing the RDF store")
    with rdf_store(folder):
        pass
    notify("writing the property graph")
    with property_graph(folder):
        pass


def rebuild(folder: GraphFolder, *, notify: Callable[[str], None] = lambda line: None) -> None:
    """Make both stores of `folder` anew from its claims; `notify` is told which is being written.

    Each is built beside the old one, and takes its place when it is complete.
    """
    notify("writing the RDF store")
    _replace(folder.rdf, rdf_at, folder)
    notify("writing the property graph")
    _replace(folder.property_graph, property_graph_at, folder)


def _bring_up_to_date(folder: GraphFolder, store: Loader) -> None:
    store.prepare()
    if difference(store, folder.identified):
        folder.hold_for_writing()
        sync(store, folder.identified)


def _replace(
    path: Path, open_at: Callable[[Path], AbstractContextManager[Store]], folder: GraphFolder
) -> None:
    new, old = (path.with_name(f"{path.name}.{word}") for word in ("new", "old"))
    with disk_errors(path):
        shutil.rmtree(new, ignore_errors=True)
        with open_at(new) as store:
            sync(store, folder.identified)
        shutil.rmtree(old, ignore_errors=True)
        if path.exists():
            os.rename(path, old)
        os.rename(new, path)
        shutil.rmtree(old, ignore_errors=True)


@contextmanager
def rdf_at(path: Path) -> Iterator[Oxigraph]:
    """An RDF store in the folder `path`, as it is."""
    from kg.loaders.oxigraph import Oxigraph

    with closing(Oxigraph(path)) as store:
        yield store


@contextmanager
def property_graph_at(path: Path) -> Iterator[PropertyGraph]:
    """A property graph in the folder `path`, as it is, served by a process of its own."""
    from kg.loaders.property_graph import PropertyGraph
    from kg.loaders.servers.arcadedb import serve

    with (
        full_disk_named(path),
        serve(path) as address,
        closing(PropertyGraph.connect(address)) as store,
    ):
        yield store
