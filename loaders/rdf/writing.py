"""A document's graph as quads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Quad

from kg.loaders.rdf import terms
from kg.loaders.rdf.terms import term
from kg.ontology import load
from kg.records import Claim, Document, DocumentGraph, Entity, Known, Value
from kg.serialisation import graph_digest, location_to_json
from kg.tolls import bounds

Statement: TypeAlias = tuple[NamedNode, NamedNode, NamedNode | Literal]


def to_quads(graph: DocumentGraph) -> list[Quad]:
    """The named graph of a document, in an order that depends on `graph` alone.

    Raises:
        InvalidGraph: a class, relation, certainty or qualifier is none of the ontology's.
    """
    name = terms.document(graph.document.id)
    return [Quad(*statement, name) for statement in to_statements(graph)]


def to_statements(graph: DocumentGraph) -> list[Statement]:
    """What the named graph of a document holds, each statement once.

    Raises:
        InvalidGraph: a class, relation, certainty or qualifier is none of the ontology's.
    """
    return list(dict.fromkeys(_statements(graph)))


def _statements(graph: DocumentGraph) -> Iterator[Statement]:
    node = terms.document(graph.document.id)
    yield from _document(graph.document, node)
    yield node, term("digest"), Literal(graph_digest(graph))
    asserted = _asserted(graph.claims)
    for entity in graph.entities:
        yield from _entity(entity)
        for claim in asserted.get(entity.id, ()):
            yield terms.entity(entity.id), term(claim.relation), _end(claim.object)
    yield from _mentions(graph)
    for claim in graph.claims:
        yield from _claim(claim, node)


def _asserted(claims: Iterable[Claim]) -> Mapping[str, list[Claim]]:
    """The claims that are plain triples too, by subject."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.certainty == terms.assertion():
            found[claim.subject].append(claim)
    return found


def _document(document: Document, node: NamedNode) -> Iterator[Statement]:
    yield node, terms.TYPE, term("Document")
    if document.title:
        yield node, term("title"), Literal(document.title)
    if document.url:
        yield node, term("url"), Literal(document.url)
    if document.published:
        yield node, term("published"), terms.value(document.published.isoformat())
    if document.copy_of:
        yield node, term("copyOf"), terms.document(document.copy_of)
    yield node, term("language"), Literal(document.language)
    yield node, term("text"), Literal(document.text)


def _entity(entity: Entity) -> Iterator[Statement]:
    node = terms.entity(entity.id)
    for class_term in terms.lineage(entity.type):
        yield node, terms.TYPE, class_term
    yield node, term("name"), Literal(entity.name)
    for alias in entity.aliases:
        yield node, term("alias"), Literal(alias)
    if entity.location:
        for name, value in location_to_json(entity.location).items():
            yield node, term(name), terms.plain(value)
    if entity.known:
        yield from _known(entity.known, node)
    for identifier in entity.formerly:
        yield terms.entity(identifier), term("replacedBy"), node


def _known(known: Known, node: NamedNode) -> Iterator[Statement]:
    if known.wikidata:
        yield node, term("wikidata"), Literal(known.wikidata)
    for language, name in known.names:
        yield node, term("knownAs"), Literal(name, language=language)


def _mentions(graph: DocumentGraph) -> Iterator[Statement]:
    document_id = graph.document.id
    for entity in graph.entities:
        for span in entity.mentions:
            node = terms.mention(document_id, span.start, span.end)
            yield node, terms.TYPE, term("Mention")
            yield node, term("mentionOf"), terms.entity(entity.id)
            yield node, term("start"), terms.number(span.start)
            yield node, term("end"), terms.number(span.end)
            yield node, term("inDocument"), terms.document(document_id)


def _claim(claim: Claim, document: NamedNode) -> Iterator[Statement]:
    node = terms.claim(claim.id)
    yield node, terms.TYPE, term("Claim")
    yield node, term("subject"), terms.entity(claim.subject)
    yield node, term("predicate"), term(claim.relation)
    yield node, term("object"), _end(claim.object)
    for name, number in _toll(claim).items():
        yield node, term(name), terms.number(number)
    yield node, term("certainty"), term(claim.certainty)
    if claim.attributed_to is not None:
        yield node, term("attributedTo"), _end(claim.attributed_to)
    if claim.time:
        yield node, term("time"), terms.value(claim.time)
    for name, text in claim.qualifiers:
        yield node, term(name), Literal(text)
    if claim.rule:
        yield node, term("rule"), Literal(claim.rule)
    yield node, term("quote"), Literal(claim.evidence.quote)
    yield node, term("sentence"), Literal(claim.evidence.sentence)
    yield node, term("start"), terms.number(claim.evidence.start)
    yield node, term("end"), terms.number(claim.evidence.end)
    yield node, term("inDocument"), document


def _toll(claim: Claim) -> Mapping[str, int]:
    counts = "count" in load().relations[claim.relation].value_kinds
    return bounds(claim.object.text) if counts and isinstance(claim.object, Value) else {}


def _end(end: str | Value) -> NamedNode | Literal:
    return terms.value(end.text) if isinstance(end, Value) else terms.entity(end)
