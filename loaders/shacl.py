"""Graphs held against the shapes that are derived from the ontology."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

import pyshacl
from pyoxigraph import RdfFormat, Triple
from rdflib import RDF, SH, Graph, Literal, URIRef
from rdflib.term import Node

from kg.loaders.rdf import to_statements, to_text
from kg.loaders.rdf.terms import term
from kg.ontology.derive import derive
from kg.records import DocumentGraph

_RESULT = SH.ValidationResult
_SENTENCE = URIRef(term("sentence").value)


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that a node breaks: `node` is the IRI of a claim, an entity, a mention or a document.

    `value` is what is wrong there, or "" where something is missing; `messages` say it, by
    language; `sentence` is the claim's, or "" where the node is no claim.
    """

    node: str
    value: str
    messages: tuple[tuple[str, str], ...]
    sentence: str


def validate(graphs: Iterable[DocumentGraph]) -> list[Finding]:
    """What in `graphs` breaks the shapes, in a fixed order; empty for valid ones.

    Args:
        graphs: what the documents say; taken together, as in a store.

    Raises:
        InvalidGraph: a class, relation, certainty or qualifier is none of the ontology's.
    """
    data = to_rdflib(graphs)
    report = cast("Graph", pyshacl.validate(data, shacl_graph=_shapes())[1])
    results = [_result(report, node) for node in report.subjects(RDF.type, _RESULT)]
    found = {finding for result in results for finding in _findings(result, data)}
    return sorted(found, key=lambda each: (each.node, each.messages, each.value))


def to_rdflib(graphs: Iterable[DocumentGraph]) -> Graph:
    """What `graphs` say, taken together, as an rdflib graph."""
    triples = (Triple(*s) for graph in graphs for s in to_statements(graph))
    return Graph().parse(data=to_text(triples, RdfFormat.N_TRIPLES), format="nt")


@cache
def _shapes() -> Graph:
    return Graph().parse(data=derive("shacl"), format="turtle")


@dataclass(frozen=True, slots=True)
class _Result:
    focus: Node
    value: Node | None
    messages: tuple[tuple[str, str], ...]


def _result(report: Graph, node: Node) -> _Result:
    texts = (text for text in report.objects(node, SH.resultMessage) if isinstance(text, Literal))
    messages = sorted((text.language or "", str(text)) for text in texts)
    (focus,) = report.objects(node, SH.focusNode)
    return _Result(focus, report.value(node, SH.value), tuple(messages))


def _findings(result: _Result, data: Graph) -> Iterator[Finding]:
    """The findings of a result: one a claim where a relation is the focus.

    An entity in focus as an end of a relation's plain triple is left out: the claims say it.
    """
    value = "" if result.value is None else str(result.value)
    if result.focus == result.value:
        return
    nodes = _claims(result, data) if (None, RDF.predicate, result.focus) in data else [result.focus]
    for node in nodes:
        sentence = data.value(node, _SENTENCE)
        yield Finding(str(node), value, result.messages, str(sentence or ""))


def _claims(result: _Result, data: Graph) -> Iterator[Node]:
    """The claims of the relation in focus that have the value at one of their ends."""
    for claim in data.subjects(RDF.predicate, result.focus):
        if any((claim, end, result.value) in data for end in (RDF.subject, RDF.object)):
            yield claim
