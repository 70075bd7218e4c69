"""What is told of places: of what lies in them, and of the events there."""

from __future__ import annotations

from collections.abc import Iterable

from kg.ontology import load
from kg.records import Claim, Entity, Graph, Value

WITHIN = "locatedIn"
WHERE = "occurredIn"


def told_of_places(graph: Graph, claims: Iterable[Claim], places: list[Entity]) -> list[Claim]:
    """Those of `claims` that speak of the places, of places in them, or of events in these."""
    inside = _inside(graph, places)
    there = inside | _heads(graph, WHERE, inside)
    return [claim for claim in claims if claim.subject in there or claim.object in there]


def _inside(graph: Graph, places: list[Entity]) -> set[str]:
    """The ids of the places and of those in them, by GeoNames or by what is told."""
    found = {place.id for place in places}
    found |= {each.id for each in graph.entities if any(_holds(place, each) for place in places)}
    while new := _heads(graph, WITHIN, found) - found:
        found |= new
    return found


def _holds(place: Entity, other: Entity) -> bool:
    """Whether a country or region holds another place, by the codes of both."""
    outer, inner = place.location, other.location
    if outer is None or inner is None:
        return False
    if outer.precision == "country":
        return bool(outer.country_code) and inner.country_code == outer.country_code
    return (
        outer.precision == "region"
        and bool(outer.region_code)
        and (inner.region_code == outer.region_code)
    )


def _heads(graph: Graph, relation: str, ends: set[str]) -> set[str]:
    """What is said, and not denied, to have that relation to one of `ends`."""
    return {
        claim.subject
        for claim in graph.claims
        if claim.relation == relation
        and not isinstance(claim.object, Value)
        and claim.object in ends
        and claim.certainty != load().denial
    }
