"""The stores as projections of the claims file: one mechanism brings any store up to date.

It is at once the first writing, recovery after a crash, and rebuilding.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.claimsfile import ClaimsFile

if TYPE_CHECKING:
    from kg.loaders.base import Loader


@dataclass(frozen=True, slots=True)
class Difference:
    """What a store lacks or holds differently (`write`), and what it holds too much (`remove`)."""

    write: tuple[str, ...]
    remove: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.write or self.remove)


def difference(loader: Loader, claims: ClaimsFile) -> Difference:
    """How the store of `loader` differs from the claims file."""
    stored = loader.documents()
    wanted = claims.batches
    return Difference(
        tuple(sorted(d for d, batch in wanted.items() if stored.get(d) != batch.digest)),
        tuple(sorted(stored.keys() - wanted.keys())),
    )


def sync(loader: Loader, claims: ClaimsFile, *, keep_others: bool = False) -> Difference:
    """Bring the store of `loader` up to date with the claims file; says what had to be done.

    With `keep_others`, documents that the claims file does not hold stay in the store.
    """
    loader.prepare()
    todo = difference(loader, claims)
    if keep_others:
        todo = Difference(todo.write, ())
    for document_id in todo.remove:
        loader.remove(document_id)
    if todo.write:
        loader.write(map(claims.read, todo.write))
    return todo
