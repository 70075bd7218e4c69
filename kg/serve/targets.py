"""What an update would write: graphs of one's own it may, documents and the default graph not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rdflib import URIRef
from rdflib.plugins.sparql import prepareUpdate

from kg.loaders.rdf import prefixes
from kg.ontology import load
from kg.serve.protocol import Refused

DEFAULT = "DEFAULT"
_ALL = ("ALL", "NAMED")
"""All graphs: to clear them clears those that may be written; the documents stay."""


def check_update(update: str, *, using: bool = False) -> None:
    """Refuse an update that is malformed, or writes what is not its own.

    With `using`, the protocol names graphs, and the update must not name others.

    Raises:
        Refused: 400 or 403.
    """
    try:
        operations = prepareUpdate(update, initNs=prefixes()).algebra
    except Exception as error:
        raise Refused(400, f"the update is malformed: {error}") from None
    for operation in operations:
        if using and operation.name == "Modify" and operation.using:
            raise Refused(400, "using-graph-uri and USING; name the graphs in one place")
        for target in _targets(operation):
            check_graph(target)


def check_graph(name: object) -> None:
    """Refuse the name of a graph that is not for readers to write.

    Raises:
        Refused: it is no IRI, or one of ours.
    """
    if name == DEFAULT:
        raise Refused(
            403,
            "the default graph is the union of all graphs; name the graph to write, as in "
            "INSERT DATA { GRAPH <http://example.org/mine> { … } }",
        )
    if not isinstance(name, URIRef):
        raise Refused(403, f"{name} stands for any graph; name the one to write")
    if name.startswith(load().base):
        raise Refused(
            403, f"{name} holds what a document says; change it by kg build, retract or review"
        )


def _targets(operation: Any) -> Iterator[object]:  # noqa: ANN401 - rdflib's algebra has no types
    """The graphs that one operation writes."""
    match operation.name:
        case "Load":
            raise Refused(403, "LOAD asks another server, which kg never does; leave it out")
        case "InsertData" | "DeleteData" | "DeleteWhere":
            yield from _of_quads(operation, DEFAULT)
        case "Modify":
            for part in (operation.delete, operation.insert):
                if part:
                    yield from _of_quads(part, operation.withClause or DEFAULT)
        case "Clear" | "Drop" | "Create":
            if operation.graphiri not in _ALL:
                yield operation.graphiri
        case "Add" | "Copy":
            yield operation.graph[1]
        case "Move":
            yield from operation.graph


def _of_quads(part: Any, otherwise: object) -> Iterator[object]:  # noqa: ANN401
    if part.triples:
        yield otherwise
    yield from part.quads or ()
