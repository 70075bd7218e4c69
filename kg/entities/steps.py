"""How the mentions of a thing came to it, told for a trace."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.entities.clusters import NAME, Cluster, fold
from kg.records import Entity, Mention
from kg.trace import Reached


def reached(cluster: Cluster, entity: Entity, joined: Mapping[Mention, str]) -> Iterator[Reached]:
    """The steps of each mention; `joined` has the rules of descriptions and pronouns."""
    for mention in (*cluster.names, *cluster.references):
        yield Reached(mention, entity.id, joined.get(mention) or _by_name(mention, entity))


def _by_name(mention: Mention, entity: Entity) -> str:
    """Under which name `mention` was gathered; see `kg.entities.clusters.cluster`."""
    if mention.kind != NAME:
        return "nationality"
    if fold(mention.text) == fold(entity.name):
        return "name"
    return "known as" if mention.canonical else "short name"
