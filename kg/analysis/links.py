"""Who is linked with whom: by what is claimed of two actors, and by attacks of one on another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Unpack

import networkx as nx

from kg.networks import Filters
from kg.networks.days import span
from kg.ontology import load
from kg.records import Claim, Document, Graph, Value
from kg.view import GraphView

ACTOR = "Actor"
ATTACK = "Attack"
DOER = "perpetrator"
STRUCK = ("target", "victim")
ATTACKED = "attacked"


@dataclass(frozen=True, slots=True)
class Link:
    """That one actor is linked with another, by one claim or by the two roles of an attack.

    `relation` is that of the claim, or "attacked"; `stance` as in `kg.ontology.model.Relation`;
    `rank` is that of the least sure claim; `day` is that of the claim's time, else of its document;
    `source` is the document, or the one that it copies.
    """

    one: str
    other: str
    relation: str
    stance: str
    claims: tuple[str, ...]
    rank: int
    day: date | None
    source: str


def links_of(graph: Graph) -> list[Link]:
    """All links between two actors, denied ones left out, in the order of their claims."""
    actors = {each.id for each in graph.entities if load().is_a(each.type, ACTOR)}
    documents = {document.id: document for document in graph.documents}
    held = [claim for claim in graph.claims if claim.certainty != load().denial]
    found = [*_told(held, documents), *_of_attacks(graph, held, documents)]
    between = [
        link for link in found if {link.one, link.other} <= actors and link.one != link.other
    ]
    return sorted(between, key=lambda link: (link.claims, link.one, link.other))


def actor_network(graph: GraphView, **filters: Unpack[Filters]) -> nx.Graph[str]:
    """The actors as nodes, by id, with `name` and `type`; their links as edges.

    An edge has `weight` (how many sources tell of the link, copies counted once), `distance`
    (1 / weight), `relations` and `claims` (their names and ids, in order).
    """
    chosen = graph.merged(**filters)
    return folded(chosen, links_of(chosen))


def folded(graph: Graph, links: Iterable[Link]) -> nx.Graph[str]:
    """The network of these links; actors of `graph` without a link are no nodes."""
    pairs: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in links:
        one, other = sorted((link.one, link.other))
        pairs[one, other].append(link)
    linked = {end for pair in pairs for end in pair}
    found: nx.Graph[str] = nx.Graph()
    for entity in graph.entities:
        if entity.id in linked:
            found.add_node(entity.id, name=entity.name, type=entity.type)
    for (one, other), told in sorted(pairs.items()):
        weight = len({link.source for link in told})
        found.add_edge(
            one,
            other,
            weight=weight,
            distance=1 / weight,
            relations=tuple(sorted({link.relation for link in told})),
            claims=claims_of(told),
        )
    return found


def claims_of(links: Iterable[Link]) -> tuple[str, ...]:
    """The ids of the claims behind links, each once, in order."""
    return tuple(sorted({claim for link in links for claim in link.claims}))


def claims_at(network: nx.Graph[str], nodes: Iterable[str]) -> tuple[str, ...]:
    """The ids of the claims behind all links of these nodes, each once, in order."""
    ends = network.edges(list(nodes))
    return tuple(sorted({claim for end in ends for claim in network.edges[end]["claims"]}))


def _told(held: Iterable[Claim], documents: dict[str, Document]) -> Iterator[Link]:
    for claim in held:
        if not isinstance(claim.object, Value):
            stance = load().relations[claim.relation].stance
            yield _link((claim,), claim.subject, claim.object, claim.relation, stance, documents)


def _of_attacks(
    graph: Graph, held: Iterable[Claim], documents: dict[str, Document]
) -> Iterator[Link]:
    """From each doer to each struck of an attack, as one document tells it."""
    attacks = {each.id for each in graph.entities if load().is_a(each.type, ATTACK)}
    roles: dict[tuple[str, str], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in held:
        if claim.subject in attacks and claim.relation in (DOER, *STRUCK):
            role = DOER if claim.relation == DOER else ATTACKED
            roles[claim.subject, claim.evidence.document][role].append(claim)
    for told in roles.values():
        for doer, struck in product(told[DOER], told[ATTACKED]):
            ends = (str(doer.object), str(struck.object))
            yield _link((doer, struck), *ends, ATTACKED, "hostile", documents)


def _link(
    claims: tuple[Claim, ...],
    one: str,
    other: str,
    relation: str,
    stance: str,
    documents: dict[str, Document],
) -> Link:
    document = documents[claims[0].evidence.document]
    times = filter(None, (span(claim.time) for claim in claims))
    return Link(
        one,
        other,
        relation,
        stance,
        tuple(sorted(claim.id for claim in claims)),
        max(load().certainties[claim.certainty].rank for claim in claims),
        next((first for first, _ in times), document.published),
        document.copy_of or document.id,
    )
