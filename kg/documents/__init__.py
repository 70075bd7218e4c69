"""First stage: files, folders and streams become documents.

A document that can't be read is not lost in silence: it comes out as `Skipped`, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from kg.documents.checks import check
from kg.documents.draft import Draft, Skipped
from kg.documents.formats import READERS, kind_of_stream
from kg.documents.language import settle_language
from kg.documents.sources import Source, sources
from kg.documents.undated import Undated
from kg.errors import InputError
from kg.identity import digest
from kg.records import Document

__all__ = ["Draft", "Skipped", "read_documents", "to_document"]

Notify = Callable[[str], None]


def read_documents(
    paths: Iterable[str | Path],
    *,
    stdin: BinaryIO | None = None,
    published: date | None = None,
    notify: Notify = lambda line: None,
) -> Iterator[Document | Skipped]:
    """The documents of files, of folders (recursively, by name) and, for `-`, of `stdin`.

    `published` dates the documents that carry no date.  `notify` is told, in one line, what a user
    should know of a document that is read all the same (its encoding was guessed, it has no date);
    of many without a date, the first ones are named and the others counted, at the end.

    Raises:
        InputError: a path does not exist, or `-` is given without `stdin`.
    """
    undated = Undated(notify)
    for source in sources(paths, stdin=stdin):
        for draft in _drafts(source, notify):
            yield draft if isinstance(draft, Skipped) else _settled(draft, published, undated)
    undated.close()


def _drafts(source: Source, notify: Notify) -> Iterator[Draft | Skipped]:
    try:
        data = source.read()
        reader = READERS[source.kind or kind_of_stream(data)]
        yield from reader(source.name, data, notify)
    except InputError as error:
        yield Skipped(source.name, error)


def _settled(draft: Draft, published: date | None, undated: Undated) -> Document | Skipped:
    draft = replace(draft, published=draft.published or published)
    try:
        document = to_document(draft)
    except InputError as error:
        return Skipped(draft.source, error)
    if draft.published is None:
        undated.note(draft.source)
    return document


def to_document(draft: Draft) -> Document:
    """The document of a draft, its language settled; without an id it gets one from its content.

    Raises:
        InputError: it is no article, or in a language that we do not read.
    """
    check(draft)
    language = settle_language(draft)
    return Document(
        id=draft.id or f"doc-{digest(draft.url or draft.text)}",
        text=draft.text,
        language=language,
        title=draft.title,
        url=draft.url,
        published=draft.published,
    )
