"""The stores as projections of the claims file: one mechanism brings any store up to date.

It is at once the first writing, recovery after a crash, and rebuilding.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kg.records import DocumentGraph, Retraction

if TYPE_CHECKING:
    from kg.loaders.base import Loader


@dataclass(frozen=True, slots=True)
class Difference:
    """What a store lacks or holds differently (`write`), and what it holds too much (`remove`).

    `note` says whether it knows of other documents that were taken out.
    """

    write: tuple[str, ...]
    remove: tuple[str, ...]
    note: bool = False

    def __bool__(self) -> bool:
        return bool(self.write or self.remove or self.note)


class Wanted(Protocol):
    """What a store is to hold."""

    @property
    def digests(self) -> Mapping[str, str]:
        """The digest of each document's graph, by document id."""

    @property
    def retractions(self) -> tuple[Retraction, ...]:
        """The traces of documents that were taken out, by document id."""

    def read(self, document_id: str) -> DocumentGraph:
        """The graph of a document."""


def difference(loader: Loader, wanted: Wanted) -> Difference:
    """How the store of `loader` differs from what is wanted."""
    stored, digests = loader.documents(), wanted.digests
    return Difference(
        tuple(sorted(d for d, digest in digests.items() if stored.get(d) != digest)),
        tuple(sorted(stored.keys() - digests.keys())),
        loader.retractions() != wanted.retractions,
    )


def sync(
    loader: Loader,
    wanted: Wanted,
    *,
    keep_others: bool = False,
    admits: Callable[[DocumentGraph], bool] = lambda graph: True,
) -> Difference:
    """Bring the store of `loader` up to date with what is wanted; says what had to be done.

    With `keep_others`, documents that are not wanted stay in the store, unless they were taken out,
    and so do the traces of others.  A document that `admits` refuses is left as it is in the store.
    """
    loader.prepare()
    todo = difference(loader, wanted)
    traces = {each.document: each for each in wanted.retractions}
    if keep_others:
        gone = tuple(document for document in todo.remove if document in traces)
        todo = Difference(todo.write, gone, todo.note)
        traces = {each.document: each for each in loader.retractions()} | traces
    for document_id in todo.remove:
        loader.remove(document_id)
    if todo.write:
        loader.write(filter(admits, map(wanted.read, todo.write)))
    if todo.note:
        loader.note(traces[document] for document in sorted(traces))
    return todo
