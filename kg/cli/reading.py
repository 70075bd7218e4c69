"""Reading the documents that a user names, with a word on each that is left out."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date

from kg.cli.output import say
from kg.documents import Skipped, read_documents
from kg.errors import InputError
from kg.records import Document


class Reading:
    """The documents of `paths`; what is skipped is said, and kept in `skipped`.

    It is said at once, but for the first where nothing was read yet: it may be all that there is,
    and then `check` says it.
    """

    def __init__(self, paths: Sequence[str], published: date | None) -> None:
        self._paths = paths
        self._published = published
        self._read = 0
        self.skipped: list[Skipped] = []

    def items(self) -> Iterator[Document | Skipped]:
        """All documents, and in their place those that are skipped."""
        stdin = sys.stdin.buffer if "-" in self._paths else None
        for item in read_documents(self._paths, stdin=stdin, published=self._published, notify=say):
            self._note(item)
            yield item

    def _note(self, item: Document | Skipped) -> None:
        if not self._read and len(self.skipped) == 1:
            say(f"skipped {self.skipped[0].reason}")
        if not isinstance(item, Skipped):
            self._read += 1
            return
        if self._read or self.skipped:
            say(f"skipped {item.reason}")
        self.skipped.append(item)

    def documents(self) -> Iterator[Document]:
        """The documents that can be used."""
        return (item for item in self.items() if isinstance(item, Document))

    def check(self) -> None:
        """Raise the first skipped document's error where there was nothing else.

        Raises:
            InputError: no document could be used, or there was none.
        """
        if self._read:
            return
        if not self.skipped:
            raise InputError(f"{' '.join(self._paths)}: no documents in it; see: kg build --help")
        reason = self.skipped[0].reason
        if len(self.skipped) == 1:
            raise reason
        raise type(reason)(f"nothing could be read; first: {reason}")
