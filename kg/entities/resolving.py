"""One entity a thing: names gathered, then descriptions and pronouns joined to them."""

from __future__ import annotations

from kg.entities.clusters import Cluster, cluster
from kg.entities.naming import entity_of
from kg.records import Analysis, Entity, Mention


def resolve(analysis: Analysis, mentions: tuple[Mention, ...]) -> tuple[Entity, ...]:
    """The entities that `mentions` refer to, in order of their first mention."""
    clusters = cluster(mentions)
    entities = [entity_of(found, analysis.document) for found in clusters]
    return tuple(sorted(_unique(entities), key=lambda e: (e.mentions[0].start, e.id)))


def _unique(entities: list[Entity]) -> list[Entity]:
    return list({entity.id: entity for entity in entities}.values())
