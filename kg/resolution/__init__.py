"""One actor, one node: which things of several documents are one.

What the documents extracted stays as it was; resolution says which id each thing has in the graph.
It depends on the set of documents and of decisions alone, not on their order.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from kg.decisions import DIFFERENT, RENAME, SAME, Decision
from kg.records import DocumentGraph
from kg.resolution.clusters import Clusters
from kg.resolution.company import company_of
from kg.resolution.copies import copies
from kg.resolution.doubts import Doubt, doubts_of
from kg.resolution.events import by_circumstance
from kg.resolution.identities import Identities, gone_ids, identified, ids_of
from kg.resolution.known import Authority, known_views
from kg.resolution.naming import SAME as SURE
from kg.resolution.naming import by_name
from kg.resolution.short_names import by_company
from kg.resolution.views import pairs_of, views

__all__ = ["Authority", "Doubt", "Identities", "identified", "resolve"]


def resolve(
    graphs: Callable[[], Iterable[DocumentGraph]],
    decisions: Collection[Decision] = (),
    authority: Authority | None = None,
) -> Identities:
    """The identities of the things in `graphs()`, which is called several times."""
    authority = authority or Authority({}, {})
    seen = views(graphs(), apart={id for d in decisions for id in (d.one, d.other) if "@" in id})
    seen = known_views(seen, authority)
    same, different = (pairs_of(decisions, verb, seen) for verb in (SAME, DIFFERENT))
    clusters = Clusters(seen, authority.ids, different)
    for one, other in same:
        clusters.join(one, other)
    company = company_of(graphs())
    matches = [*by_name(seen, company), *by_circumstance(graphs())]
    joins = clusters.join_all(match for match in matches if match.score >= SURE)
    matches += by_company(seen, clusters, company)
    joins += clusters.join_all(match for match in matches if match.score >= SURE)
    ids = ids_of(clusters, seen)
    present = {id for told in company.told.values() for id in told}
    present |= {ids.get(key, view.id) for key, view in seen.items() if view.documents}
    return Identities(
        ids,
        {ids.get(d.one, d.one): d.other for d in decisions if d.verb == RENAME},
        {id: authority.known(id) for id in sorted(present) if id in authority.ids},
        gone_ids(ids, (view for view in seen.values() if view.documents)),
        copies(graph.document for graph in graphs()),
        doubts_of(matches, joins, clusters, [*same, *different]),
    )
