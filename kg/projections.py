"""The stores as projections of the claims file: one mechanism brings any store up to date.

It is at once the first writing, recovery after a crash, and rebuilding.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kg.records import DocumentGraph

if TYPE_CHECKING:
    from kg.loaders.base import Loader


@dataclass(frozen=True, slots=True)
class Difference:
    """What a store lacks or holds differently (`write`), and what it holds too much (`remove`)."""

    write: tuple[str, ...]
    remove: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.write or self.remove)


class Wanted(Protocol):
    """What a store is to hold."""

    @property
    def digests(self) -> Mapping[str, str]:
        """The digest of each document's graph, by document id."""

    def read(self, document_id: str) -> DocumentGraph:
        """The graph of a document."""


def difference(loader: Loader, wanted: Mapping[str, str]) -> Difference:
    """How the store of `loader` differs from what is `wanted`: digests by document id."""
    stored = loader.documents()
    return Difference(
        tuple(sorted(d for d, digest in wanted.items() if stored.get(d) != digest)),
        tuple(sorted(stored.keys() - wanted.keys())),
    )


def sync(loader: Loader, wanted: Wanted, *, keep_others: bool = False) -> Difference:
    """Bring the store of `loader` up to date with what is wanted; says what had to be done.

    With `keep_others`, documents that are not wanted stay in the store.
    """
    loader.prepare()
    todo = difference(loader, wanted.digests)
    if keep_others:
        todo = Difference(todo.write, ())
    for document_id in todo.remove:
        loader.remove(document_id)
    if todo.write:
        loader.write(map(wanted.read, todo.write))
    return todo
