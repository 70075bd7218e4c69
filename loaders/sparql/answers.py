"""Answers as SPARQL engines give them, as rows of plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    RdfFormat,
    parse,
    parse_query_results,
)

from kg.loaders.answer import Answer
from kg.loaders.rdf.terms import XSD

Plain: TypeAlias = str | int | float | bool | None

_PLAIN: dict[str, Callable[[str], Plain]] = {
    f"{XSD}boolean": "true".__eq__,
    f"{XSD}integer": int,
    f"{XSD}decimal": float,
    f"{XSD}double": float,
    f"{XSD}float": float,
}


def answer(found: bytes) -> Answer:
    """The answer that SPARQL JSON or N-Triples hold.

    ASK gives the one column `answer`; CONSTRUCT and DESCRIBE `subject`, `predicate`, `object`.
    IRIs and literals are their text, numbers and booleans such values.
    """
    if not found.startswith(b"{"):
        rows = (
            (q.subject, q.predicate, q.object) for q in parse(found, format=RdfFormat.N_TRIPLES)
        )
        return _answer(("subject", "predicate", "object"), rows)
    solutions = parse_query_results(found, format=QueryResultsFormat.JSON)
    if isinstance(solutions, QueryBoolean):
        return Answer(("answer",), ((bool(solutions),),))
    names = tuple(variable.value for variable in solutions.variables)
    return _answer(names, (tuple(row) for row in solutions))


def _answer(columns: tuple[str, ...], rows: Iterable[Iterable[object]]) -> Answer:
    return Answer(columns, tuple(tuple(map(_plain, row)) for row in rows))


def _plain(node: object) -> Plain:
    if isinstance(node, Literal):
        return _PLAIN.get(node.datatype.value, str)(node.value)
    return node.value if isinstance(node, NamedNode | BlankNode) else None
