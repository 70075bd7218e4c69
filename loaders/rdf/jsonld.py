"""Quads as JSON-LD, with the ontology's names as keys."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from typing import Any, TypeAlias

from pyoxigraph import Literal, NamedNode, Quad

from kg.loaders.rdf import terms
from kg.ontology import load
from kg.ontology.derive.jsonld import context

Json: TypeAlias = dict[str, Any]


def json_ld(quads: Iterable[Quad]) -> str:
    """One JSON-LD document: a named graph a document, a node a subject."""
    graphs: dict[str, dict[str, Json]] = {}
    for quad in quads:
        nodes = graphs.setdefault(quad.graph_name.value, {})
        _add(nodes.setdefault(quad.subject.value, {"id": quad.subject.value}), quad)
    data = {
        "@context": _context(),
        "@graph": [
            {"id": name, "@graph": list(nodes.values())} for name, nodes in graphs.items()
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


@cache
def _context() -> Json:
    return context(load())


def _add(node: Json, quad: Quad) -> None:
    """Add the property that `quad` states to its subject's node; a second value makes a list."""
    if quad.predicate == terms.TYPE:
        node.setdefault("type", []).append(terms.name(quad.object))
        return
    key = terms.name(quad.predicate)
    value = _value(quad.object, _context()[key].get("@type"))
    if key not in node:
        node[key] = value
    elif isinstance(node[key], list):
        node[key].append(value)
    else:
        node[key] = [node[key], value]


def _value(found: NamedNode | Literal, expected: str | None) -> Any:
    """`found` as short as the context allows, which says what type is expected."""
    if isinstance(found, NamedNode):
        return found.value if expected == "@id" else {"id": found.value}
    if found.datatype == terms.INTEGER and expected == terms.INTEGER.value:
        return int(found.value)
    if found.datatype == terms.STRING:
        return found.value if expected is None else {"@value": found.value}
    return {"@value": found.value, "@type": found.datatype.value}
