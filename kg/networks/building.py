"""The facts as a networkx graph."""

from __future__ import annotations

from typing import Any

from networkx import MultiDiGraph

from kg.ontology import load
from kg.records import Claim, Document, Entity, Graph, Value


def network(graph: Graph) -> MultiDiGraph[str]:
    """The entities of `graph` as nodes, by id; its claims between two as edges, by claim id.

    A node has `type`, `family`, `name`, `aliases` (a tuple of texts) and, where they are known,
    `latitude` and `longitude` (degrees), `country` (ISO 3166), `geonames` (a number), `wikidata`.

    An edge has `relation`, `certainty`, `rank` (0 is the surest), `time` (ISO 8601 or ""),
    `published` (a `datetime.date` or None), `attributed_to` (an entity id or words, "" if nobody),
    `sentence`, `document`, `source` (the document, or the one that it copies).

    Claims of every certainty are there: the `certainty` of a denied one is "negated".  Claims with
    a value (a date, a toll) are no edges.
    """
    documents = {document.id: document for document in graph.documents}
    found: MultiDiGraph[str] = MultiDiGraph()
    for entity in graph.entities:
        found.add_node(entity.id, **_of_entity(entity))
    for claim in graph.claims:
        if not isinstance(claim.object, Value):
            document = documents[claim.evidence.document]
            found.add_edge(claim.subject, claim.object, key=claim.id, **_of_claim(claim, document))
    return found


def _of_entity(entity: Entity) -> dict[str, Any]:
    told: dict[str, Any] = {
        "type": entity.type,
        "family": load().family(entity.type),
        "name": entity.name,
        "aliases": entity.aliases,
    }
    if where := entity.location:
        told |= {"country": where.country_code, "geonames": where.geonames}
        if where.latitude is not None:
            told |= {"latitude": where.latitude, "longitude": where.longitude}
    if entity.known and entity.known.wikidata:
        told |= {"wikidata": entity.known.wikidata}
    return told


def _of_claim(claim: Claim, document: Document) -> dict[str, Any]:
    speaker = claim.attributed_to
    return {
        "relation": claim.relation,
        "certainty": claim.certainty,
        "rank": load().certainties[claim.certainty].rank,
        "time": claim.time,
        "published": document.published,
        "attributed_to": speaker.text if isinstance(speaker, Value) else speaker or "",
        "sentence": claim.evidence.sentence,
        "document": document.id,
        "source": document.copy_of or document.id,
    }
