"""One entity a thing: names gathered, then descriptions and pronouns joined to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.entities.appositions import with_appositions
from kg.entities.clusters import COUNTRY, DESCRIPTION, GROUP, PRONOUN, Cluster, cluster
from kg.entities.descriptions import Descriptions
from kg.entities.discourse import Discourse
from kg.entities.groups import ARMED_GROUP, Groups
from kg.entities.language import coreference_words
from kg.entities.naming import entity_of
from kg.entities.pronouns import Pronouns
from kg.entities.steps import reached
from kg.entities.titles import Titles
from kg.records import Analysis, Entity, Mention
from kg.trace import Trace


def resolve(
    analysis: Analysis, mentions: tuple[Mention, ...], *, trace: Trace | None = None
) -> tuple[Entity, ...]:
    """The entities that `mentions` refer to, in order of their first mention.

    A `trace` is told how each mention came to its entity.

    Raises:
        DeclarationError: the language data is broken.
    """
    mentions = with_appositions(analysis, mentions)
    clusters = cluster(mentions)
    rules = _join_references(analysis, mentions, clusters)
    by_id: dict[str, Cluster] = {}
    for found in clusters:
        same = by_id.setdefault(entity_of(found, analysis.document).id, found)
        if same is not found:
            same.absorb(found)
    entities = [replace(entity_of(c, analysis.document), id=id_) for id_, c in by_id.items()]
    if trace is not None:
        for found, entity in zip(by_id.values(), entities, strict=True):
            trace.reached += reached(found, entity, rules)
    return tuple(sorted(entities, key=lambda e: (e.mentions[0].start, e.id)))


def _join_references(
    analysis: Analysis, mentions: tuple[Mention, ...], clusters: list[Cluster]
) -> dict[Mention, str]:
    """Join descriptions and pronouns to what they refer to; gives the rule that joined each."""
    discourse = Discourse(analysis, coreference_words(analysis.document.language))
    titles = Titles(discourse)
    named = sorted(((m, c) for c in clusters for m in c.names), key=lambda pair: _inner(pair[0]))
    for mention, found in named:
        discourse.enter(mention, found)
    for mention, found in named:
        titles.note(mention, found)
    groups = Groups(discourse)
    descriptions, pronouns = Descriptions(discourse, titles), Pronouns(discourse)
    founded: dict[str, Cluster] = {}
    rules: dict[Mention, str] = {}

    def attempts(mention: Mention) -> Iterator[tuple[str, Cluster | None]]:
        if mention.kind == PRONOUN:
            yield pronouns.referent(mention)
        elif mention.kind == DESCRIPTION and not mention.canonical:
            yield "beside", descriptions.beside(mention)
            yield "pointed at", descriptions.pointed_at(mention)
            yield "earlier", descriptions.earlier(mention)
        elif mention.kind == DESCRIPTION and mention.type == GROUP:
            yield "beside", groups.named_by(mention)
            yield "same noun", groups.called_so(mention)
            yield "kind", groups.of_kind(mention)
            yield "alone", _founded(mention, founded, clusters)
        elif mention.kind == DESCRIPTION and mention.type != COUNTRY:
            yield "beside", descriptions.beside(mention)
            yield "beside", groups.named_by(mention) if mention.type == ARMED_GROUP else None
            yield "same noun", descriptions.same_head(mention)
            yield "pointed at", descriptions.pointed_at(mention)
            yield "alone", _founded(mention, founded, clusters)

    for mention in sorted(mentions, key=lambda m: m.start):
        for rule, referent in attempts(mention):
            if referent:
                rules[mention] = rule
                referent.add(mention)
                discourse.enter(mention, referent)
                break
    return rules


def _founded(mention: Mention, founded: dict[str, Cluster], clusters: list[Cluster]) -> Cluster:
    """The thing that a description alone makes: « la police » where no police has a name."""
    if mention.canonical not in founded:
        founded[mention.canonical] = Cluster([])
        clusters.append(founded[mention.canonical])
    return founded[mention.canonical]


def _inner(mention: Mention) -> tuple[int, int]:
    """Inner mentions before those that hold them."""
    return (mention.end - mention.start, mention.start)
