"""Which things are one: by decision, by name, by circumstance, by company, the surest first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.decisions import DIFFERENT, RENAME, SAME, Decision
from kg.records import DocumentGraph
from kg.resolution.clusters import Clusters
from kg.resolution.company import Company
from kg.resolution.copies import copies, wording
from kg.resolution.doubts import Doubt, doubts_of
from kg.resolution.events import by_circumstance
from kg.resolution.identities import Identities, gone_ids, ids_of
from kg.resolution.known import Authority, known_views
from kg.resolution.naming import SAME as SURE
from kg.resolution.naming import by_name
from kg.resolution.short_names import by_company
from kg.resolution.tellings import Telling, tellings
from kg.resolution.views import pairs_of, views


@dataclass(frozen=True, slots=True)
class Resolved:
    """Of all that is told: `ids` and `gone` as in `Identities`, and `doubts`."""

    ids: Mapping[str, str]
    gone: frozenset[str]
    doubts: tuple[Doubt, ...]


def resolve(
    graphs: Callable[[], Iterable[DocumentGraph]],
    decisions: Collection[Decision] = (),
    authority: Authority | None = None,
) -> Identities:
    """The identities of the things in `graphs()`, which is called several times."""
    authority = authority or Authority({}, {})
    told = {g.document.id: frozenset(e.id for e in g.entities) for g in graphs()}
    all_ = [telling for graph in graphs() for telling in tellings(graph)]
    found = resolve_tellings(all_, told, decisions, authority)
    present = {id for ids in told.values() for id in ids} | set(found.ids.values())
    return Identities(
        found.ids,
        names_of(decisions, found.ids),
        {id: authority.known(id) for id in sorted(present) if id in authority.ids},
        found.gone,
        copies(wording(graph.document) for graph in graphs()),
        found.doubts,
    )


def resolve_tellings(
    told: Sequence[Telling],
    company: Mapping[str, frozenset[str]],
    decisions: Collection[Decision],
    authority: Authority,
) -> Resolved:
    """What is one of all that is told; `company` are the ids that each document tells of."""
    apart = keys_apart(decisions)
    seen = known_views(views(told, apart), authority)
    same, different = (pairs_of(decisions, verb, seen) for verb in (SAME, DIFFERENT))
    clusters = Clusters(seen, authority.ids, different)
    for one, other in same:
        clusters.join(one, other)
    together = Company(company)
    matches = [*by_name(seen, together), *by_circumstance(told, apart)]
    joins = clusters.join_all(match for match in matches if match.score >= SURE)
    matches += by_company(seen, clusters, together)
    joins += clusters.join_all(match for match in matches if match.score >= SURE)
    ids = ids_of(clusters, seen)
    return Resolved(
        ids,
        gone_ids(ids, (view for view in seen.values() if view.documents)),
        doubts_of(matches, joins, clusters, [*same, *different]),
    )


def keys_apart(decisions: Iterable[Decision]) -> set[str]:
    """The keys of one document that decisions are about."""
    return {id for d in decisions for id in (d.one, d.other) if "@" in id}


def names_of(decisions: Iterable[Decision], ids: Mapping[str, str]) -> dict[str, str]:
    """What was decided that things are called, by their ids in the graph."""
    return {ids.get(d.one, d.one): d.other for d in decisions if d.verb == RENAME}
