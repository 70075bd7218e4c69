"""What a graph must satisfy to be stored as it is: checked before anything is written."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kg.errors import InvalidGraph
from kg.loaders.property_graph.rows import own_properties
from kg.ontology import Ontology
from kg.records import Claim, DocumentGraph


def refuse_invalid(graph: DocumentGraph, ontology: Ontology) -> None:
    """Raises InvalidGraph for what the ontology does not know, and for claims about nothing."""
    ids = [entity.id for entity in graph.entities]
    for fault in (*_repeated(ids), *_repeated([claim.id for claim in graph.claims])):
        raise InvalidGraph(f"{graph.document.id}: {fault} stands twice; extract the document again")
    for entity in graph.entities:
        _known(graph, entity.id, "class", entity.type, ontology.classes)
    for claim in graph.claims:
        _known(graph, claim.id, "relation", claim.relation, ontology.relations)
        _known(graph, claim.id, "certainty", claim.certainty, ontology.certainties)
        for end in _ends(claim):
            _known(graph, claim.id, "entity", end, ids)
        for name in own_properties(claim).keys() & dict(claim.qualifiers):
            raise InvalidGraph(
                f"{graph.document.id}: {claim.id} has a qualifier {name!r}, which is the name of "
                "a property of its own; rename the qualifier"
            )


def _ends(claim: Claim) -> Iterator[str]:
    yield claim.subject
    for end in (claim.object, claim.attributed_to):
        if isinstance(end, str):
            yield end


def _known(graph: DocumentGraph, owner: str, kind: str, name: str, known: Collection[str]) -> None:
    if name not in known:
        raise InvalidGraph(
            f"{graph.document.id}: {owner} names the {kind} {name!r}, which is not declared; "
            "extract the document again with this version of kg"
        )


def _repeated(ids: list[str]) -> list[str]:
    return sorted({each for each in ids if ids.count(each) > 1}) if len(set(ids)) < len(ids) else []
