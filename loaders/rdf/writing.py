"""A document's graph as quads."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.loaders.rdf import terms
from kg.loaders.rdf.terms import term
from kg.records import Claim, Document, DocumentGraph, Entity, Value
from kg.serialisation import graph_digest

ASSERTED = "asserted"
"""The one certainty whose claims are also plain triples."""


def to_quads(graph: DocumentGraph) -> list[Quad]:
    """The named graph of a document, in an order that depends on `graph` alone.

    Raises:
        InvalidGraph: a class, relation, certainty or qualifier is none of the ontology's.
    """
    name = terms.document(graph.document.id)
    return [Quad(*triple, name) for triple in dict.fromkeys(_triples(graph))]


def _triples(graph: DocumentGraph) -> Iterator[Triple]:
    node = terms.document(graph.document.id)
    yield from _document(graph.document, node)
    yield Triple(node, term("digest"), Literal(graph_digest(graph)))
    for entity in graph.entities:
        yield from _entity(entity)
    yield from _mentions(graph)
    for claim in graph.claims:
        if claim.certainty == ASSERTED:
            yield Triple(terms.entity(claim.subject), term(claim.relation), _end(claim.object))
        yield from _claim(claim, node)


def _document(document: Document, node: NamedNode) -> Iterator[Triple]:
    yield Triple(node, terms.TYPE, term("Document"))
    if document.title:
        yield Triple(node, term("title"), Literal(document.title))
    if document.url:
        yield Triple(node, term("url"), Literal(document.url))
    if document.published:
        yield Triple(node, term("published"), terms.value(document.published.isoformat()))
    yield Triple(node, term("language"), Literal(document.language))
    yield Triple(node, term("text"), Literal(document.text))


def _entity(entity: Entity) -> Iterator[Triple]:
    node = terms.entity(entity.id)
    for class_term in terms.lineage(entity.type):
        yield Triple(node, terms.TYPE, class_term)
    yield Triple(node, term("name"), Literal(entity.name))
    for alias in entity.aliases:
        yield Triple(node, term("alias"), Literal(alias))


def _mentions(graph: DocumentGraph) -> Iterator[Triple]:
    document_id = graph.document.id
    for entity in graph.entities:
        for span in entity.mentions:
            node = terms.mention(document_id, span.start, span.end)
            yield Triple(node, terms.TYPE, term("Mention"))
            yield Triple(node, term("mentionOf"), terms.entity(entity.id))
            yield Triple(node, term("start"), terms.number(span.start))
            yield Triple(node, term("end"), terms.number(span.end))
            yield Triple(node, term("inDocument"), terms.document(document_id))


def _claim(claim: Claim, document: NamedNode) -> Iterator[Triple]:
    node = terms.claim(claim.id)
    yield Triple(node, terms.TYPE, term("Claim"))
    yield Triple(node, term("subject"), terms.entity(claim.subject))
    yield Triple(node, term("predicate"), term(claim.relation))
    yield Triple(node, term("object"), _end(claim.object))
    yield Triple(node, term("certainty"), term(claim.certainty))
    if claim.attributed_to is not None:
        yield Triple(node, term("attributedTo"), _end(claim.attributed_to))
    if claim.time:
        yield Triple(node, term("time"), terms.value(claim.time))
    for name, text in claim.qualifiers:
        yield Triple(node, term(name), Literal(text))
    if claim.rule:
        yield Triple(node, term("rule"), Literal(claim.rule))
    yield Triple(node, term("quote"), Literal(claim.evidence.quote))
    yield Triple(node, term("sentence"), Literal(claim.evidence.sentence))
    yield Triple(node, term("start"), terms.number(claim.evidence.start))
    yield Triple(node, term("end"), terms.number(claim.evidence.end))
    yield Triple(node, term("inDocument"), document)


def _end(end: str | Value) -> NamedNode | Literal:
    return terms.value(end.text) if isinstance(end, Value) else terms.entity(end)
