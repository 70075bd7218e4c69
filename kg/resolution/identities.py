"""Which id everything has in the graph, and applying it to what a document says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from kg.graph import canonical
from kg.identity import digest
from kg.records import Claim, DocumentGraph, Entity, Known, Value
from kg.resolution.clusters import Cluster, Clusters
from kg.resolution.doubts import Doubt
from kg.resolution.tellings import key_in
from kg.resolution.views import View


@dataclass(frozen=True, slots=True)
class Identities:
    """What the documents' ids become.

    `ids`: the id in the graph by id, or by `id@document` where that document's is meant alone.
    `names`: what was decided that a thing is called, by id in the graph.  `known`: what authorities
    say of a thing, by id.  `gone`: ids that the graph has no more and that lead to one other.
    `copies`: documents that copy another.  `doubts`: the most doubtful first.
    """

    ids: Mapping[str, str]
    names: Mapping[str, str]
    known: Mapping[str, Known]
    gone: frozenset[str]
    copies: Mapping[str, str]
    doubts: tuple[Doubt, ...]

    def of(self, entity_id: str, document_id: str) -> str:
        """The id in the graph of what a document calls by an id."""
        own = self.ids.get(key_in(entity_id, document_id))
        return own or self.ids.get(entity_id, entity_id)


def identified(graph: DocumentGraph, identities: Identities) -> DocumentGraph:
    """`graph` with the ids and names that its things have in the graph of all documents."""
    document = graph.document
    ids = {e.id: identities.of(e.id, document.id) for e in graph.entities}
    original = identities.copies.get(document.id, "")
    told = any(new != old or new in identities.names for old, new in ids.items())
    if not told and not original and not any(id in identities.known for id in ids):
        return graph
    return canonical(
        DocumentGraph(
            replace(document, copy_of=original),
            tuple(_entity(entity, ids[entity.id], identities) for entity in graph.entities),
            tuple(_claim(claim, ids) for claim in graph.claims),
        )
    )


def _entity(entity: Entity, identifier: str, identities: Identities) -> Entity:
    name = identities.names.get(identifier, entity.name)
    others = [alias for alias in (entity.name, *entity.aliases) if alias != name]
    moved = identifier != entity.id and entity.id in identities.gone
    return replace(
        entity,
        id=identifier,
        name=name,
        aliases=tuple(sorted(set(others))) if name != entity.name else entity.aliases,
        formerly=(entity.id,) if moved else (),
        known=identities.known.get(identifier),
    )


def _claim(claim: Claim, ids: Mapping[str, str]) -> Claim:
    def end(told: str | Value | None) -> str | Value | None:
        return ids.get(told, told) if isinstance(told, str) else told

    return replace(
        claim,
        subject=ids.get(claim.subject, claim.subject),
        object=end(claim.object) or claim.object,
        attributed_to=end(claim.attributed_to),
    )


def ids_of(clusters: Clusters, views: Mapping[str, View]) -> dict[str, str]:
    """The id of each cluster, by the keys of its views; keys that keep their id are left out.

    It is what an authority gives, else that of the view whose document came out first, so that an
    article that comes out later renames nothing.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    eldest = sorted(clusters, key=lambda c: (not c.known, min(views[k].age for k in c.keys)))
    for cluster in eldest:
        identifier = _id_of(cluster, views, taken)
        taken.add(identifier)
        for key in cluster.keys:
            if identifier != views[key].id or key != views[key].id:
                found[key] = identifier
    return found


def _id_of(cluster: Cluster, views: Mapping[str, View], taken: Collection[str]) -> str:
    if cluster.known:
        return cluster.known
    first = min((views[key] for key in cluster.keys), key=lambda view: view.age)
    if first.id not in taken:
        return first.id
    return f"{first.id}~{digest(*first.documents[:1], length=8)}"


def gone_ids(ids: Mapping[str, str], views: Iterable[View]) -> frozenset[str]:
    """The ids that stand for nothing in the graph any more, and lead to one thing."""
    led: dict[str, set[str]] = defaultdict(set)
    for view in views:
        led[view.id].add(ids.get(view.key, view.id))
    current = {id for ends in led.values() for id in ends}
    return frozenset(id for id, ends in led.items() if len(ends) == 1 and id not in current)
