"""A folder's claims as the stores hold them: every thing under the id it has among all documents.

Which id that is follows from the claims, the decisions and the authorities alone.  It is kept in
the folder; when a document changes, what that touches is found anew.
"""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from kg.claimsfile import ClaimsFile
from kg.decisions import FILE as DECISIONS
from kg.decisions import read_decisions
from kg.extractor import resolver
from kg.folder import OWN_ACTORS
from kg.identity import digest
from kg.known import authority
from kg.records import DocumentGraph, Retraction
from kg.resolution import Doubt, Identities, identified, resolve_tellings
from kg.resolution.index import Index
from kg.resolution.refreshing import Sources, identities_in, identities_of, refresh

INDEX = "identities.sqlite"
"""Where in the folder the identities are kept."""


class IdentifiedClaims:
    """The documents' graphs as the stores are to hold them."""

    def __init__(self, folder: Path, claims: ClaimsFile) -> None:
        """The claims of the graph folder at `folder`.

        Raises:
            InputError: the decisions can't be read, or contradict one another.
            DeclarationError: the folder's authority file is broken.
        """
        self._folder = folder
        self._claims = claims

    @property
    def identities(self) -> Identities:
        """Which id everything has."""
        return identities_of(self._index, self._sources)

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """The pairs that may be one, or two, the most doubtful first."""
        index, sources = self._index, self._sources
        told, company = list(index.tellings()), index.company()
        return resolve_tellings(told, company, sources.decisions, sources.authority).doubts

    @property
    def digests(self) -> Mapping[str, str]:
        """The `graph_digest` of each document's graph, by document id."""
        return self._index.digests()

    @property
    def retractions(self) -> tuple[Retraction, ...]:
        """The traces of documents that were taken out, by document id."""
        return self._claims.retractions

    def read(self, document_id: str) -> DocumentGraph:
        """The graph of a document; errors as in `ClaimsFile.read`."""
        graph = self._claims.read(document_id)
        return identified(graph, identities_in(self._index, graph, self._sources))

    def graphs(self) -> Iterator[DocumentGraph]:
        """Every document's graph, by document id."""
        return map(self.read, sorted(self._claims.batches))

    @cached_property
    def _sources(self) -> Sources:
        return Sources(
            self._claims.digests,
            self._claims.read,
            read_decisions(self._folder / DECISIONS),
            authority(self._folder / OWN_ACTORS),
        )

    @cached_property
    def _index(self) -> Index:
        """The index, up to date: the folder's own, or where it can't be written one that passes."""
        path = self._folder / INDEX
        for place in (path, path, ":memory:"):
            try:
                index = Index(place)
                weakref.finalize(self, index.close)
                refresh(index, self._state(), self._sources)
            except sqlite3.OperationalError:
                continue
            except sqlite3.DatabaseError:
                path.unlink(missing_ok=True)
            else:
                return index
        raise AssertionError("an index in memory has no file that could fail")

    def _state(self) -> str:
        """A hash of the code, the decisions and the authorities that identities depend on."""
        own = (self._folder / name for name in (DECISIONS, OWN_ACTORS))
        texts = (path.read_text(encoding="utf8") if path.exists() else "" for path in own)
        return digest(resolver(), *texts, length=32)
