"""What stores hold, as text that is equal for stores that hold the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from kg.folder import GraphFolder
from kg.loaders.base import Loader
from kg.loaders.oxigraph import Oxigraph
from kg.loaders.property_graph import PropertyGraph
from kg.loaders.sparql_server import SparqlServer
from kg.stores import property_graph_at, rdf_at

_WHEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00")
_NODES = "MATCH (n) RETURN labels(n), properties(n)"
_RELATIONSHIPS = """
MATCH (a)-[r]->(b)
RETURN labels(a), a.id, type(r), properties(r), labels(b), b.id"""


def dump(store: Loader) -> str:
    """All that a store holds, as it stands there; one in memory holds what it gives back."""
    match store:
        case Oxigraph():
            return store.dump()
        case PropertyGraph():
            return property_graph_dump(store)
        case SparqlServer():
            return sparql_dump(store)
    return repr(list(store.read()))


def folder_dump(path: Path) -> dict[str, str]:
    """All that a graph folder holds, by kind; the moment of a retraction is left out."""
    with GraphFolder.open(path) as folder:
        claims = folder.claims.path.read_text(encoding="utf8")
        with rdf_at(folder.rdf) as rdf:
            quads = rdf.dump()
        with property_graph_at(folder.property_graph) as labelled:
            graph = property_graph_dump(labelled)
    return {"claims": _timeless(claims), "rdf": _timeless(quads), "property graph": graph}


def property_graph_dump(store: PropertyGraph) -> str:
    """All nodes and relationships, a line each; the lock of writers is left out."""
    lines = sorted(line for line in _lines(store) if '"WriteLock"' not in line)
    return _timeless("".join(lines))


def _lines(store: PropertyGraph) -> Iterator[str]:
    for query in (_NODES, _RELATIONSHIPS):
        for row in store.query(query).rows:
            cells = [sorted(cell) if isinstance(cell, list) else cell for cell in row]
            yield json.dumps(cells, ensure_ascii=False, sort_keys=True, default=str) + "\n"


def _timeless(text: str) -> str:
    return _WHEN.sub("at some time", text)


def sparql_dump(store: SparqlServer) -> str:
    """All quads of a SPARQL server, a line each; those of the default graph too."""
    named = store.query("SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }").rows
    rows = (*named, *store.query("SELECT ?s ?p ?o { ?s ?p ?o }").rows)
    return _timeless("".join(sorted(f"{row}\n" for row in rows)))
