"""Whether both stores hold the facts of the claims file: no more, no less, none otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from kg.folder import GraphFolder
from kg.graph import merge
from kg.ontology import load, relationship_type
from kg.records import DocumentGraph, Graph
from kg.stores import property_graph_at, rdf_at

if TYPE_CHECKING:
    from kg.loaders.base import Loader
    from kg.loaders.oxigraph import Oxigraph
    from kg.loaders.property_graph import PropertyGraph

RDF, LABELLED = "RDF store", "property graph"
PATIENCE = 3600.0
"""Seconds that a query which goes through all of a store may take."""

_DOCUMENTS = f"GRAPH ?g {{ ?s ?p ?o }} FILTER (?g != <{load().retractions_iri}>)"
_UNION = {
    "a triple of a document is not in the default graph": (
        f"SELECT ?s ?p ?o {{ {_DOCUMENTS} FILTER NOT EXISTS {{ ?s ?p ?o }} }} LIMIT 20"
    ),
    "a triple of the default graph is in no document": (
        f"SELECT ?s ?p ?o {{ ?s ?p ?o FILTER NOT EXISTS {{ {_DOCUMENTS} }} }} LIMIT 20"
    ),
}
_FACTS = """
MATCH (subject:Entity)-[fact]->(object:Entity) WHERE fact.claims IS NOT NULL
RETURN subject.id, type(fact), object.id, fact.certainty, fact.claims"""
_ENTITIES = "MATCH (e:Entity) RETURN e.id, e.type, e.name, e.aliases"


def verify(folder: GraphFolder) -> Iterator[str]:
    """Every difference between the claims of `folder` and its two stores, a line each.

    The stores are looked at as they are, not brought up to date.

    Raises:
        StoreLocked: another process holds one.
        StoreUnreachable: the property graph does not start.
    """
    wanted = list(folder.identified.graphs())
    with rdf_at(folder.rdf) as rdf:
        yield from _documents(wanted, rdf, RDF)
        yield from _traces(folder, rdf, RDF)
        yield from default_graph(rdf)
    with property_graph_at(folder.property_graph) as labelled:
        yield from _documents(wanted, labelled, LABELLED)
        yield from _traces(folder, labelled, LABELLED)
        together = merge(wanted)
        yield from nodes(together, labelled)
        yield from facts(together, labelled)


def _documents(wanted: Iterable[DocumentGraph], store: Loader, name: str) -> Iterator[str]:
    """What documents say, as it was written and as it is read back."""
    expected = {graph.document.id: graph for graph in wanted}
    stored = {graph.document.id: graph for graph in store.read()}
    for document in sorted(expected.keys() | stored.keys()):
        if document not in stored:
            yield f"{name}: {document} is missing"
        elif document not in expected:
            yield f"{name}: {document} is too much"
        elif stored[document] != expected[document]:
            yield from _parts(expected[document], stored[document], f"{name}: {document}")


def _parts(expected: DocumentGraph, stored: DocumentGraph, where: str) -> Iterator[str]:
    if expected.document != stored.document:
        yield f"{where}: text or metadata differ"
    for kind, a, b in (
        ("entity", expected.entities, stored.entities),
        ("claim", expected.claims, stored.claims),
    ):
        wanted, found = {each.id: each for each in a}, {each.id: each for each in b}
        yield from _compared(wanted, found, f"{where}: {kind}")


def _compared(
    wanted: Mapping[str, object], found: Mapping[str, object], where: str
) -> Iterator[str]:
    for identifier in sorted(wanted.keys() | found.keys()):
        if identifier not in found:
            yield f"{where} {identifier} is missing"
        elif identifier not in wanted:
            yield f"{where} {identifier} is too much"
        elif wanted[identifier] != found[identifier]:
            yield f"{where} {identifier} differs: {found[identifier]} for {wanted[identifier]}"


def _traces(folder: GraphFolder, store: Loader, name: str) -> Iterator[str]:
    """The traces of what was taken out."""
    wanted = {each.document: each for each in folder.claims.retractions}
    found = {each.document: each for each in store.retractions()}
    yield from _compared(wanted, found, f"{name}: retraction of")


def default_graph(store: Oxigraph) -> Iterator[str]:
    """The default graph is to be the union of the documents."""
    for said, query in _UNION.items():
        for row in store.query(query, timeout=PATIENCE).rows:
            yield f"{RDF}: {said}: {' '.join(map(str, row))}"


def nodes(together: Graph, store: PropertyGraph) -> Iterator[str]:
    """The nodes, merged from what all documents say."""
    wanted = {e.id: (e.type, e.name, list(e.aliases)) for e in together.entities}
    rows = store.query(_ENTITIES, timeout=PATIENCE).rows
    yield from _compared(wanted, {r[0]: (r[1], r[2], r[3]) for r in rows}, f"{LABELLED}: node")


def facts(together: Graph, store: PropertyGraph) -> Iterator[str]:
    """The relationships, each with the certainty of the surest of its claims."""
    ranks = {name: each.rank for name, each in load().certainties.items()}
    denial = max(ranks, key=ranks.__getitem__)
    claims: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for claim in together.claims:
        if isinstance(claim.object, str) and claim.certainty != denial:
            fact = f"{claim.subject} {relationship_type(claim.relation)} {claim.object}"
            claims[fact].append((ranks[claim.certainty], claim.id))
    names = {rank: name for name, rank in ranks.items()}
    wanted = {
        fact: (names[min(told)[0]], sorted(id for _, id in told)) for fact, told in claims.items()
    }
    rows = store.query(_FACTS, timeout=PATIENCE).rows
    found = {f"{r[0]} {r[1]} {r[2]}": (r[3], sorted(r[4])) for r in rows}
    yield from _compared(wanted, found, f"{LABELLED}: fact")
