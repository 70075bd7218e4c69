"""The way of the data: documents through the stages to graphs, graphs into a folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from kg.documents.draft import Skipped
from kg.errors import InputError, InvalidGraph
from kg.extractor import fingerprint
from kg.folder import GraphFolder
from kg.gate import Gate
from kg.records import Analysis, Document, DocumentGraph, Retraction
from kg.trace import Trace

if TYPE_CHECKING:
    from kg.explanation import Explanation
    from kg.ontology.authority import Actor
    from kg.sentences import Parser

BREAKS = "it breaks the ontology's shapes"
"""Why a document is skipped that the gate does not let through."""


def extract(document: Document, *, own: Collection[Actor] = ()) -> DocumentGraph:
    """What `document` says.  The language model loads at the first document and stays.

    `own` are actors that a team knows besides those that everybody knows.

    Raises:
        LanguageError: the document is in a language that is not read.
        ModelError: the language model is missing.
    """
    return graph_of(_parser(document.language).parse(document), own=own)


def explain(document: Document, *, own: Collection[Actor] = ()) -> Explanation:
    """What `document` says, with the steps to each claim; `own` and errors as in `extract`."""
    from kg.explanation import explanation

    analysis, trace = _parser(document.language).parse(document), Trace()
    return explanation(analysis, graph_of(analysis, own=own, trace=trace), trace)


def graph_of(
    analysis: Analysis, *, own: Collection[Actor] = (), trace: Trace | None = None
) -> DocumentGraph:
    """What a parsed document says: its entities and its claims, in canonical order.

    `own` as in `extract`; a `trace` is told the steps.
    """
    from kg.claims import find_claims
    from kg.entities import resolve
    from kg.graph import canonical
    from kg.mentions import find_mentions
    from kg.places import locate

    mentions = find_mentions(analysis, own)
    entities = resolve(analysis, mentions, trace=trace)
    entities = locate(analysis, entities, trace=trace)
    entities, claims = find_claims(analysis, entities, trace=trace)
    if trace is not None:
        trace.mentions = mentions
    return canonical(DocumentGraph(analysis.document, entities, claims))


@dataclass(slots=True)
class Report:
    """What a build did: how many documents, how many claims of each relation, what was skipped.

    `added` and `removed` count the claims that documents say now and did not before, or no more.
    """

    documents: int = 0
    unchanged: int = 0
    added: int = 0
    removed: int = 0
    relations: Counter[str] = field(default_factory=Counter)
    skipped: list[Skipped] = field(default_factory=list)


def build(
    items: Iterable[Document | Skipped],
    folder: GraphFolder,
    *,
    gate: Gate | None = None,
    advance: Callable[[], None] = lambda: None,
) -> Report:
    """Extract `items` into the claims file of `folder`, each safe on disk before the next.

    A document that the same extractor has extracted already, text and metadata unchanged, is left
    alone, and so is one that the `gate` (by default one that rejects) does not let through.  The
    actors of the folder's own file are found too.  `advance` is called once an item.  An interrupt
    keeps all that was finished.
    """
    from kg.known import own_actors

    report, gate = Report(), gate or Gate()
    own = own_actors(folder.own_actors).values()
    extractor = fingerprint(folder.own_actors)
    for document in _new(items, folder, extractor, report, advance):
        graph = extract(document, own=own)
        if gate.admits(graph):
            _count_changes(graph, folder, report)
            folder.claims.append(graph, extractor=extractor)
            report.documents += 1
            report.relations.update(claim.relation for claim in graph.claims)
        else:
            report.skipped.append(Skipped(document.id, InvalidGraph(BREAKS)))
        advance()
    return report


def _count_changes(graph: DocumentGraph, folder: GraphFolder, report: Report) -> None:
    document = graph.document.id
    earlier = folder.claims.read(document).claims if document in folder.claims.batches else ()
    before, now = {claim.id for claim in earlier}, {claim.id for claim in graph.claims}
    report.added += len(now - before)
    report.removed += len(before - now)


def _new(
    items: Iterable[Document | Skipped],
    folder: GraphFolder,
    extractor: str,
    report: Report,
    advance: Callable[[], None],
) -> Iterator[Document]:
    for item in items:
        if isinstance(item, Skipped):
            report.skipped.append(item)
        elif trace := folder.claims.retracted(item):
            report.skipped.append(Skipped(item.id, InputError(_why(trace))))
        elif folder.claims.holds(item, extractor=extractor):
            report.unchanged += 1
        else:
            yield item
            continue
        advance()


def _why(trace: Retraction) -> str:
    because = f" ({trace.why})" if trace.why else ""
    return f"taken out on {trace.when[:10]}{because}; put it back with: kg retract --undo"


@cache
def _parser(language: str) -> Parser:
    from kg.sentences import Parser

    return Parser(language=language)
