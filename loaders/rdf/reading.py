"""Quads back to a document's graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.graph import canonical
from kg.loaders.rdf import terms
from kg.loaders.rdf.terms import term
from kg.ontology import load
from kg.records import (
    Claim,
    Document,
    DocumentGraph,
    Entity,
    Evidence,
    Known,
    Location,
    Span,
    Value,
)

Object: TypeAlias = NamedNode | Literal
Properties: TypeAlias = Mapping[NamedNode, list[Object]]

_COMMON = (
    *("subject", "predicate", "object", "certainty", "attributedTo", "time", "rule"),
    *("low", "best", "high", "quote", "sentence", "start", "end", "inDocument"),
)
"""The properties of a claim that are no qualifiers."""


def to_graph(quads: Iterable[Quad | Triple]) -> DocumentGraph:
    """The graph of the one document that `quads` are about, in canonical order."""
    nodes: dict[NamedNode, dict[NamedNode, list[Object]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Object):
            nodes[quad.subject][quad.predicate].append(quad.object)
    ((node, properties),) = _of_class(nodes, "Document")
    document = _document(terms.identifier(node), properties)
    spans, formerly = _spans(nodes), _formerly(nodes)
    return canonical(
        DocumentGraph(
            document,
            tuple(
                _entity(each, found, spans, formerly) for each, found in _of_class(nodes, "Entity")
            ),
            tuple(_claim(each, found, document.id) for each, found in _of_class(nodes, "Claim")),
        )
    )


def _of_class(
    nodes: Mapping[NamedNode, Properties], name: str
) -> Iterator[tuple[NamedNode, Properties]]:
    return (item for item in nodes.items() if term(name) in item[1].get(terms.TYPE, ()))


def _document(identifier: str, properties: Properties) -> Document:
    published = _text(properties, "published")
    return Document(
        id=identifier,
        text=_text(properties, "text"),
        language=_text(properties, "language"),
        title=_text(properties, "title"),
        url=_text(properties, "url"),
        published=date.fromisoformat(published) if published else None,
        copy_of=_identifier(properties, "copyOf"),
    )


def _spans(nodes: Mapping[NamedNode, Properties]) -> Mapping[Object, list[Span]]:
    """Where each entity is mentioned."""
    found: dict[Object, list[Span]] = defaultdict(list)
    for _, properties in _of_class(nodes, "Mention"):
        for entity in properties[term("mentionOf")]:
            found[entity].append(Span(_number(properties, "start"), _number(properties, "end")))
    return found


def _formerly(nodes: Mapping[NamedNode, Properties]) -> Mapping[Object, list[str]]:
    """The former ids of each entity."""
    found: dict[Object, list[str]] = defaultdict(list)
    for node, properties in nodes.items():
        for entity in properties.get(term("replacedBy"), ()):
            found[entity].append(terms.identifier(node))
    return found


def _entity(
    node: NamedNode,
    properties: Properties,
    spans: Mapping[Object, list[Span]],
    formerly: Mapping[Object, list[str]],
) -> Entity:
    return Entity(
        id=terms.identifier(node),
        type=_deepest(properties[terms.TYPE]),
        name=_text(properties, "name"),
        aliases=tuple(alias.value for alias in properties.get(term("alias"), ())),
        mentions=tuple(spans.get(node, ())),
        location=_location(properties) if term("geonames") in properties else None,
        known=_known(properties),
        formerly=tuple(sorted(formerly.get(node, ()))),
    )


def _known(properties: Properties) -> Known | None:
    number, names = _text(properties, "wikidata"), properties.get(term("knownAs"), ())
    told = ((n.language or "", n.value) for n in names if isinstance(n, Literal))
    return Known(number, tuple(sorted(told))) if number or names else None


def _location(properties: Properties) -> Location:
    return Location(
        geonames=_number(properties, "geonames"),
        precision=_text(properties, "precision"),
        country_code=_text(properties, "countryCode"),
        region_code=_text(properties, "regionCode"),
        latitude=_decimal(properties, "latitude"),
        longitude=_decimal(properties, "longitude"),
    )


def _deepest(classes: Iterable[Object]) -> str:
    names = (terms.name(each) for each in classes)
    return max(names, key=lambda name: len(load().ancestors(name)))


def _claim(node: NamedNode, properties: Properties, document_id: str) -> Claim:
    return Claim(
        id=terms.identifier(node),
        subject=terms.identifier(properties[term("subject")][0]),
        relation=terms.name(properties[term("predicate")][0]),
        object=_end(properties[term("object")][0]),
        certainty=terms.name(properties[term("certainty")][0]),
        evidence=Evidence(
            document=document_id,
            start=_number(properties, "start"),
            end=_number(properties, "end"),
            quote=_text(properties, "quote"),
            sentence=_text(properties, "sentence"),
        ),
        attributed_to=_speaker(properties),
        time=_text(properties, "time"),
        qualifiers=tuple(_qualifiers(properties)),
        rule=_text(properties, "rule"),
    )


def _speaker(properties: Properties) -> str | Value | None:
    found = properties.get(term("attributedTo"))
    return _end(found[0]) if found else None


def _qualifiers(properties: Properties) -> Iterator[tuple[str, str]]:
    """What is said of a claim beyond the properties that every claim has."""
    common = {terms.TYPE, *map(term, _COMMON)}
    for predicate, (value, *_) in properties.items():
        if predicate not in common:
            yield terms.name(predicate), value.value


def _end(node: Object) -> str | Value:
    return Value(node.value) if isinstance(node, Literal) else terms.identifier(node)


def _text(properties: Properties, name: str) -> str:
    found = properties.get(term(name))
    return found[0].value if found else ""


def _identifier(properties: Properties, name: str) -> str:
    found = properties.get(term(name))
    return terms.identifier(found[0]) if found else ""


def _number(properties: Properties, name: str) -> int:
    return int(_text(properties, name))


def _decimal(properties: Properties, name: str) -> float | None:
    text = _text(properties, name)
    return float(text) if text else None
