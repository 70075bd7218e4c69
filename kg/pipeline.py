"""The way of the data: documents through the stages to graphs, graphs into a folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from kg.documents.draft import Skipped
from kg.extractor import fingerprint
from kg.folder import GraphFolder
from kg.records import Analysis, Document, DocumentGraph


class Extractor:
    """All stages from a document to its graph; the language model loads at the first document."""

    def __init__(self, *, language: str = "fr") -> None:
        from kg.sentences import Parser

        self._parser = Parser(language=language)

    def extract(self, document: Document) -> DocumentGraph:
        """What `document` says.

        Raises:
            ModelError: the language model is missing.
        """
        return graph_of(self._parser.parse(document))

    def extract_many(self, documents: Iterable[Document]) -> Iterator[DocumentGraph]:
        """What each document says, in order; faster than one by one."""
        return map(graph_of, self._parser.parse_many(documents))


def graph_of(analysis: Analysis) -> DocumentGraph:
    """What a parsed document says: its entities and its claims."""
    from kg.claims import find_claims
    from kg.entities import resolve
    from kg.mentions import find_mentions

    mentions = find_mentions(analysis)
    entities, claims = find_claims(analysis, resolve(analysis, mentions))
    return DocumentGraph(analysis.document, entities, claims)


@dataclass(slots=True)
class Report:
    """What a build did: how many documents, how many claims of each relation, what was skipped."""

    documents: int = 0
    unchanged: int = 0
    relations: Counter[str] = field(default_factory=Counter)
    skipped: list[Skipped] = field(default_factory=list)


def build(
    items: Iterable[Document | Skipped],
    folder: GraphFolder,
    *,
    advance: Callable[[], None] = lambda: None,
) -> Report:
    """Extract `items` into the claims file of `folder`, each safe on disk before the next.

    A document that the same extractor has extracted already, text and metadata unchanged, is left
    alone.  `advance` is called once an item.  An interrupt keeps all that was finished.
    """
    report = Report()
    new = _new(items, folder, report, advance)
    first = next(new, None)
    if first is None:
        return report
    for graph in Extractor().extract_many(chain([first], new)):
        folder.claims.append(graph, extractor=fingerprint())
        report.documents += 1
        report.relations.update(claim.relation for claim in graph.claims)
        advance()
    return report


def _new(
    items: Iterable[Document | Skipped],
    folder: GraphFolder,
    report: Report,
    advance: Callable[[], None],
) -> Iterator[Document]:
    for item in items:
        if isinstance(item, Skipped):
            report.skipped.append(item)
        elif folder.claims.holds(item, extractor=fingerprint()):
            report.unchanged += 1
        else:
            yield item
            continue
        advance()
