"""Quads as JSON-LD, with the ontology's names as keys."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from typing import Any, TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.loaders.rdf import terms
from kg.loaders.rdf.writing import Statement, to_statements
from kg.ontology import load
from kg.ontology.derive.jsonld import context
from kg.records import DocumentGraph

Json: TypeAlias = dict[str, Any]


def json_ld(graphs: Iterable[DocumentGraph]) -> str:
    """One JSON-LD document, in which each of `graphs` is a named graph."""
    data = {"@context": _context(), "@graph": [_named_graph(graph) for graph in graphs]}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _named_graph(graph: DocumentGraph) -> Json:
    nodes: dict[str, Json] = {}
    for statement in to_statements(graph):
        iri = statement[0].value
        _add(nodes.setdefault(iri, {"id": iri}), statement)
    return {"id": terms.document(graph.document.id).value, "@graph": list(nodes.values())}


@cache
def _context() -> Json:
    return context(load())


def _add(node: Json, statement: Statement) -> None:
    """Add a property to its subject's node; a second value makes a list."""
    _, predicate, found = statement
    if predicate == terms.TYPE:
        node.setdefault("type", []).append(terms.name(found))
        return
    key = terms.name(predicate)
    value = _value(found, _context()[key].get("@type"))
    if key not in node:
        node[key] = value
    elif isinstance(node[key], list):
        node[key].append(value)
    else:
        node[key] = [node[key], value]


def _value(found: NamedNode | Literal, expected: str | None) -> int | str | Json:
    """`found` as short as the context allows, which says what type is expected."""
    if isinstance(found, NamedNode):
        return found.value if expected == "@id" else {"id": found.value}
    if found.language:
        return {"@value": found.value, "@language": found.language}
    if found.datatype == terms.INTEGER and expected == terms.INTEGER.value:
        return int(found.value)
    if found.datatype == terms.STRING:
        return found.value if expected is None else {"@value": found.value}
    return {"@value": found.value, "@type": found.datatype.value}
