"""What of a graph is looked at: by relation, type, certainty, date, document, place, distance."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import date
from typing import TypedDict

from kg.errors import InputError
from kg.networks.days import day, holds_between
from kg.networks.places import told_of_places
from kg.ontology import load
from kg.records import Claim, Graph, Value
from kg.things import Things

Several = str | Collection[str]


class Filters(TypedDict, total=False):
    """What is kept; each that is given must hold.  One name may stand for a collection of one."""

    relations: Several
    """Names of relations."""
    types: Several
    """Names of classes: things of these or of classes below them, and claims between such."""
    certainty: str
    """The least sure that is kept: "reported" keeps what is asserted or reported."""
    since: date | str
    """The first day: of a claim's time or, where it has none, of its document."""
    until: date | str
    """The last day, likewise."""
    documents: Several
    """Ids of documents."""
    places: Several
    """Names or ids of places: what is said of them, of places in them, and of events there.

    All places of a name count."""
    around: Several
    """Names or ids of actors or other things, of which only the surroundings are kept."""
    hops: int
    """How far the surroundings of `around` go, in claims that are not denied; 1 if not given."""


def choose(graph: Graph, filters: Filters) -> Graph:
    """What of `graph` passes: claims, the things that they speak of, and their documents.

    Without filters that is all of it, things of which nothing is said included.

    Raises:
        InputError: a relation, class, certainty, document or day is none; nothing is called like
            a place or thing, or several things are; `hops` is negative, or given without `around`.
    """
    if not filters:
        return graph
    things = Things(graph.entities)
    claims = [c for c in graph.claims if all(passes(c) for passes in _tests(graph, filters))]
    if "places" in filters:
        named = [place for told in _many(filters["places"]) for place in things.called(told)]
        claims = told_of_places(graph, claims, named)
    near = _near(claims, filters, things)
    if near is not None:
        claims = [claim for claim in claims if all(end in near for end in _ends(claim))]
    return _left(graph, claims, near or frozenset())


def _tests(graph: Graph, filters: Filters) -> list[Callable[[Claim], bool]]:
    """What a claim must pass by itself."""
    ontology = load()
    found: list[Callable[[Claim], bool]] = []
    if "relations" in filters:
        relations = _known(filters["relations"], ontology.relations, "relation")
        found.append(lambda claim: claim.relation in relations)
    if "types" in filters:
        wanted = _of_types(graph, _known(filters["types"], ontology.classes, "class"))
        found.append(lambda claim: all(end in wanted for end in _ends(claim)))
    if "certainty" in filters:
        (least,) = _known(filters["certainty"], ontology.certainties, "certainty")
        rank = ontology.certainties[least].rank
        found.append(lambda claim: ontology.certainties[claim.certainty].rank <= rank)
    if "documents" in filters:
        documents = _known(filters["documents"], {d.id for d in graph.documents}, "document")
        found.append(lambda claim: claim.evidence.document in documents)
    if "since" in filters or "until" in filters:
        days = {document.id: document.published for document in graph.documents}
        since, until = day(filters.get("since")), day(filters.get("until"))
        found.append(
            lambda claim: holds_between(claim.time, days[claim.evidence.document], since, until)
        )
    return found


def _of_types(graph: Graph, types: Collection[str]) -> frozenset[str]:
    is_a = load().is_a
    return frozenset(e.id for e in graph.entities if any(is_a(e.type, name) for name in types))


def _near(claims: Iterable[Claim], filters: Filters, things: Things) -> frozenset[str] | None:
    """The ids within reach of what is asked for; None where nothing is."""
    hops = filters.get("hops", 1)
    if "around" not in filters:
        if "hops" in filters:
            raise InputError("hops is counted from a thing; give it with around=")
        return None
    if hops < 0:
        raise InputError(f"hops={hops}: give 0 or more")
    neighbours: dict[str, set[str]] = {}
    for claim in claims:
        if claim.certainty != load().denial and not isinstance(claim.object, Value):
            neighbours.setdefault(claim.subject, set()).add(claim.object)
            neighbours.setdefault(claim.object, set()).add(claim.subject)
    near = border = {things.find(told).id for told in _many(filters["around"])}
    for _ in range(hops):
        border = {other for one in border for other in neighbours.get(one, ())} - near
        near = near | border
    return frozenset(near)


def _left(graph: Graph, claims: list[Claim], always: Collection[str]) -> Graph:
    """The claims, with what they speak of; `always` are ids of things that stay in any case."""
    ids = {end for claim in claims for end in _ends(claim)} | set(always)
    documents = {claim.evidence.document for claim in claims}
    return replace(
        graph,
        documents=tuple(each for each in graph.documents if each.id in documents),
        entities=tuple(each for each in graph.entities if each.id in ids),
        claims=tuple(claims),
    )


def _ends(claim: Claim) -> tuple[str, ...]:
    return (claim.subject,) if isinstance(claim.object, Value) else (claim.subject, claim.object)


def _many(told: Several) -> tuple[str, ...]:
    return (told,) if isinstance(told, str) else tuple(told)


def _known(told: Several, known: Collection[str], kind: str) -> frozenset[str]:
    """The names, all of which must be known."""
    names = frozenset(_many(told))
    if unknown := sorted(names - set(known)):
        some = ", ".join(sorted(known)[:8])
        raise InputError(f"{unknown[0]}: no {kind} of the graph's; there are {some} …")
    return names
