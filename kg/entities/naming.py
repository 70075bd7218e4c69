"""From gathered mentions to an entity: its name, its other wordings, its id."""

from __future__ import annotations

from kg.entities.clusters import COUNTRY, GROUP, NAME, Cluster, fold
from kg.entities.specific import is_specific
from kg.identity import local_id, named_id
from kg.ontology import load
from kg.records import Document, Entity, Span

ORGANISATION = "organisation"


def entity_of(cluster: Cluster, document: Document) -> Entity:
    """The entity of a cluster; described things that no name tells get an id of this document."""
    type_ = cluster.type
    family = load().family(type_) or type_.lower()
    wordings = _wordings(cluster)
    name = _fullest(cluster, wordings)
    named = type_ != GROUP and any(m.kind == NAME for m in cluster.names)
    if family == ORGANISATION and not cluster.canonical:
        named = named and is_specific(name, document.language)
    if type_ == COUNTRY or named:
        identifier = named_id(family, cluster.canonical or name)
    else:
        identifier = local_id(family, document.id, cluster.names[0].start)
    spans = sorted({(m.start, m.end) for m in (*cluster.names, *cluster.references)})
    return Entity(
        id=identifier,
        type=type_,
        name=name,
        aliases=tuple(w for w in wordings if w != name),
        mentions=tuple(Span(start, end) for start, end in spans),
    )


def _wordings(cluster: Cluster) -> list[str]:
    """The different wordings in order, nationality adjectives and pronouns left out."""
    told = [m for m in cluster.names if m.type != COUNTRY or m.kind == NAME]
    if cluster.type == GROUP:
        told += [m for m in cluster.references if m.type == GROUP]
    return list(dict.fromkeys(" ".join(m.text.split()) for m in told))


def _fullest(cluster: Cluster, wordings: list[str]) -> str:
    if not wordings:
        return cluster.canonical or cluster.names[0].text
    if cluster.type == GROUP and cluster.names[0].kind == NAME:
        return wordings[0]
    canonical = fold(cluster.canonical)
    noun, _, country = cluster.canonical.partition(" (")
    if country:
        wordings = [w for w in wordings if fold(w).startswith(fold(noun))] or wordings
    same = [w for w in wordings if fold(w) == canonical]
    return same[0] if same else max(wordings, key=lambda w: (not w.isupper(), len(w)))
