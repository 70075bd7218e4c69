"""Traces of documents that were taken out, as a named graph of their own, and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.loaders.rdf import terms
from kg.loaders.rdf.terms import term
from kg.ontology import load
from kg.records import Retraction


def retractions_graph() -> NamedNode:
    """The named graph of the traces; queries that name no graph do not see it."""
    return NamedNode(load().retractions_iri)


def to_triples(retractions: Iterable[Retraction]) -> Iterator[Triple]:
    """What the named graph holds."""
    for each in retractions:
        node = NamedNode(load().retraction_iri(each.document))
        yield Triple(node, terms.TYPE, term("Retraction"))
        yield Triple(node, term("retracted"), Literal(each.document))
        yield Triple(node, term("when"), Literal(each.when))
        yield Triple(node, term("why"), Literal(each.why))


def to_retractions(statements: Iterable[Quad | Triple]) -> tuple[Retraction, ...]:
    """The traces that `to_triples` made `statements` from, by document id."""
    nodes: dict[str, dict[str, str]] = defaultdict(dict)
    for statement in statements:
        if isinstance(statement.subject, NamedNode) and isinstance(statement.object, Literal):
            name = terms.name(statement.predicate)
            nodes[statement.subject.value][name] = statement.object.value
    found = (Retraction(told["retracted"], told["when"], told["why"]) for told in nodes.values())
    return tuple(sorted(found, key=lambda each: each.document))
