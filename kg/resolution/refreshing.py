"""Bringing the index up to date: what a changed document touches is resolved anew, no more."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.decisions import RENAME, Decision
from kg.records import DocumentGraph
from kg.resolution.copies import COMMON, Wording, copies, wording
from kg.resolution.features import authority_features, features
from kg.resolution.identities import Identities, identified
from kg.resolution.index import Index
from kg.resolution.known import Authority
from kg.resolution.resolving import keys_apart, names_of, resolve_tellings
from kg.resolution.tellings import PERSON, PLACE, Telling, key_in, tellings
from kg.serialisation import graph_digest


@dataclass(frozen=True)
class Sources:
    """What identities follow from: documents as they were extracted, decisions, authorities.

    `digests` are those of the documents' graphs, by id; `read` gives the graph of one.
    """

    digests: Mapping[str, str]
    read: Callable[[str], DocumentGraph]
    decisions: Collection[Decision]
    authority: Authority

    @cached_property
    def known(self) -> Collection[str]:
        """The ids that the authority knows."""
        return self.authority.ids


def refresh(index: Index, state: str, sources: Sources) -> None:
    """Bring `index` up to date with `sources`; `state` names the code and the decisions.

    Raises:
        sqlite3.Error: the index can't be read or written.
    """
    if index.state() == state and index.sources() == sources.digests:
        return
    index.begin()
    try:
        whole = index.state() != state
        if whole:
            index.begin_anew(state)
        _change(index, sources, whole=whole)
        index.commit()
    except BaseException:
        index.rollback()
        raise


def identities_in(index: Index, graph: DocumentGraph, sources: Sources) -> Identities:
    """The identities of what one document tells of."""
    entities = {entity.id for entity in graph.entities}
    ids = index.ids_of({*entities, *(key_in(each, graph.document.id) for each in entities)})
    present = {*entities, *ids.values()}
    return Identities(
        ids,
        _names(index, sources),
        {id: sources.authority.known(id) for id in present if id in sources.known},
        frozenset(index.gone(entities)),
        index.copies([graph.document.id]),
        (),
    )


def identities_of(index: Index, sources: Sources) -> Identities:
    """The identities of all things."""
    ids = {key: id for key, (_, id) in index.ids().items()}
    told = {id for entities in index.company().values() for id in entities}
    known = {*told, *ids.values()} & set(sources.known)
    return Identities(
        ids,
        names_of(sources.decisions, ids),
        {id: sources.authority.known(id) for id in sorted(known)},
        frozenset(index.gone()),
        index.copies(),
        (),
    )


def _names(index: Index, sources: Sources) -> dict[str, str]:
    renamed = [each for each in sources.decisions if each.verb == RENAME]
    return names_of(renamed, index.ids_of({each.one for each in renamed}))


def _change(index: Index, sources: Sources, *, whole: bool) -> None:
    """Take in which documents came, went and changed, and resolve what that touches."""
    held = index.sources()
    gone = sorted(id for id, digest in held.items() if sources.digests.get(id) != digest)
    new = sorted(id for id, digest in sources.digests.items() if held.get(id) != digest)
    before = [telling for document in gone for telling in index.told_by(document)]
    worded = _around(index, gone)
    for document in gone:
        index.drop(document)
    after = [telling for document in new for telling in _add(index, document, sources)]
    touched = None if whole else _touched(index, [*before, *after], sources)
    stale = _resolve(index, touched, sources)
    worded |= set(new) if whole else _around(index, new)
    stale |= _copy(index, (worded - set(gone)) | set(new))
    _digest(index, (stale | set(new)) & sources.digests.keys(), sources)


def _add(index: Index, document: str, sources: Sources) -> list[Telling]:
    graph = sources.read(document)
    told = list(tellings(graph))
    entities = [entity.id for entity in graph.entities]
    source = sources.digests[document]
    index.add(document, source, entities, told, wording(graph.document))
    return told


def _touched(index: Index, changed: Iterable[Telling], sources: Sources) -> set[str]:
    """The entities that what changed may have made, or unmade, one with another."""
    known = authority_features(sources.authority)
    with_feature: dict[str, set[str]] = {}
    for identifier, its in known.items():
        for feature in its:
            with_feature.setdefault(feature, set()).add(identifier)
    decided = _decided(sources.decisions)
    changed = list(changed)
    frontier = {t.entity.id for t in changed if not _settled(index, t, decided)}
    reached, through = set[str](), {feature for t in changed for feature in features(t)}
    frontier |= _with(index, through, with_feature)
    while frontier:
        reached |= frontier
        news = index.features_of(frontier)
        news = news.union(*(known.get(each, ()) for each in frontier)) - through
        through |= news
        partners = {partner for each in frontier for partner in decided.get(each, ())}
        frontier = (_with(index, news, with_feature) | partners) - reached
    return reached


def _with(index: Index, names: set[str], known: Mapping[str, set[str]]) -> set[str]:
    return index.with_features(names).union(*(known.get(name, ()) for name in names))


def _settled(index: Index, telling: Telling, decided: Collection[str]) -> bool:
    """Whether a thing is what its id says, whoever tells of it: a place that is located."""
    entity = telling.entity
    if telling.family != PLACE or entity.location is None or entity.id in decided:
        return False
    return index.is_located(entity.id)


def _decided(decisions: Iterable[Decision]) -> dict[str, set[str]]:
    """The entities that decisions are about, each with those that it was decided on with."""
    found: dict[str, set[str]] = {}
    for each in decisions:
        ends = {_entity(each.one)} | ({_entity(each.other)} if each.verb != RENAME else set())
        for end in ends:
            found.setdefault(end, set()).update(ends)
    return found


def _entity(key: str) -> str:
    """The entity of a key, which may be `id@document`."""
    return key.partition("@")[0]


def _resolve(index: Index, touched: set[str] | None, sources: Sources) -> set[str]:
    """Find what is one among `touched`, or all; returns the documents that say it otherwise."""
    told = list(index.tellings(touched))
    documents = {t.document for t in told if t.family == PERSON}
    authority = sources.authority
    if touched is not None:
        actors = {id: actor for id, actor in authority.actors.items() if id in touched}
        authority = Authority(actors, authority.countries)
    company = index.company(None if touched is None else documents)
    found = resolve_tellings(told, company, sources.decisions, authority)
    apart = keys_apart(sources.decisions)
    entities = {t.key(apart): t.entity.id for t in told}
    ids = {key: (entities.get(key, key), id) for key, id in found.ids.items()}
    scope = set(entities.values()) | set(authority.actors) if touched is None else touched
    old, old_gone = index.ids(scope), index.gone(scope)
    index.set_ids(scope, ids, found.gone)
    changed = {entity for key, (entity, _) in (old.items() ^ ids.items())}
    changed |= old_gone ^ set(found.gone)
    if any(_entity(d.one) in scope for d in sources.decisions if d.verb == RENAME):
        changed = scope
    return index.documents_of(changed)


def _around(index: Index, documents: Iterable[str]) -> set[str]:
    """The documents that share sentences with these, directly or through others."""
    reached, frontier = set[str](), set(documents)
    seen = set[str]()
    while frontier:
        reached |= frontier
        sentences = {row[2] for row in index.sentences_of(frontier)} - seen
        seen |= sentences
        frontier = {d for s in sentences for d in index.first_with(s, COMMON + 2)} - reached
    return reached


def _copy(index: Index, documents: set[str]) -> set[str]:
    """Find what copies what among `documents`; returns those that are other than before."""
    wordings = _wordings(index, documents)
    old, new = index.copies(documents), copies(wordings)
    index.set_copies(documents, new)
    return {document for document, _ in old.items() ^ new.items()}


def _wordings(index: Index, documents: set[str]) -> list[Wording]:
    found: dict[str, tuple[str, dict[str, int]]] = {}
    for document, since, sentence, words in index.sentences_of(documents):
        found.setdefault(document, (since, {}))[1][sentence] = words
    return [Wording(document, since, words) for document, (since, words) in found.items()]


def _digest(index: Index, documents: Iterable[str], sources: Sources) -> None:
    """Note what the stores are to hold of documents."""
    digests = {}
    for document in sorted(documents):
        graph = sources.read(document)
        digests[document] = graph_digest(identified(graph, identities_in(index, graph, sources)))
    index.set_digests(digests)
