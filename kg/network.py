"""The facts as a networkx graph."""

from __future__ import annotations

from networkx import MultiDiGraph

from kg.records import Graph, Value


def network(graph: Graph) -> MultiDiGraph[str]:
    """The entities of `graph` as nodes, by id; its claims between two as edges, by claim id.

    A node has `type`, `name`, `aliases`; an edge `relation`, `certainty`, `time`, `attributed_to`
    (an entity id or words, "" if nobody), `sentence`, `document`.  Claims of every certainty are
    there: the `certainty` of a denied one is "negated".  Claims with a value (a date, a toll) are
    no edges.
    """
    found: MultiDiGraph[str] = MultiDiGraph()
    for entity in graph.entities:
        found.add_node(entity.id, type=entity.type, name=entity.name, aliases=entity.aliases)
    for claim in graph.claims:
        if isinstance(claim.object, Value):
            continue
        found.add_edge(
            claim.subject,
            claim.object,
            key=claim.id,
            relation=claim.relation,
            certainty=claim.certainty,
            time=claim.time,
            attributed_to=_words(claim.attributed_to),
            sentence=claim.evidence.sentence,
            document=claim.evidence.document,
        )
    return found


def _words(speaker: str | Value | None) -> str:
    return speaker.text if isinstance(speaker, Value) else speaker or ""
