"""Whether what a store holds is whole: documents entire, and what follows from them, no more."""

from __future__ import annotations

from pathlib import Path

from kg.folder import GraphFolder, is_graph_folder
from kg.graph import merge
from kg.loaders.base import Loader
from kg.loaders.property_graph import PropertyGraph
from kg.records import DocumentGraph
from kg.serialisation import graph_digest
from kg.stores import property_graph_at, rdf_at
from kg.verification import default_graph, facts, nodes


def check_folder(path: Path) -> None:
    """That claims and stores can be read, and hold nothing half; they may lag behind the claims."""
    if not is_graph_folder(path):
        return
    with GraphFolder.open(path) as folder:
        list(folder.claims.graphs())
        if folder.rdf.exists():
            with rdf_at(folder.rdf) as rdf:
                check_documents(rdf)
                assert not list(default_graph(rdf))
        if folder.property_graph.exists():
            with property_graph_at(folder.property_graph) as labelled:
                check_property_graph(labelled)


def check_property_graph(store: PropertyGraph) -> None:
    """That documents are entire, and nodes and relationships are what follows from them."""
    together = merge(check_documents(store))
    assert not list(nodes(together, store))
    assert not list(facts(together, store))


def check_documents(store: Loader) -> list[DocumentGraph]:
    """That each document that is there is there as it was written; returns them."""
    digests = store.documents()
    graphs = {graph.document.id: graph for graph in store.read()}
    assert {id: graph_digest(graph) for id, graph in graphs.items()} == digests
    return list(graphs.values())
