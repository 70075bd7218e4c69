"""A folder's claims as the stores hold them: every thing under the id it has among all documents.

Which id that is follows from the claims, the decisions and the authorities alone.  It is kept in
the folder until one of them changes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from typing import Any

from kg.claimsfile import ClaimsFile
from kg.decisions import FILE as DECISIONS
from kg.decisions import read_decisions
from kg.disk import write_whole
from kg.errors import DiskError
from kg.extractor import resolver
from kg.folder import OWN_ACTORS
from kg.identity import digest
from kg.known import authority
from kg.records import DocumentGraph, Retraction
from kg.resolution import Doubt, Identities, identified, resolve
from kg.serialisation import graph_digest, known_from_json, known_to_json

CACHE = "identities.json"


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
        return self._resolved[0]

    @property
    def digests(self) -> Mapping[str, str]:
        """The `graph_digest` of each document's graph, by document id."""
        return self._resolved[1]

    @property
    def retractions(self) -> tuple[Retraction, ...]:
        """The traces of documents that were taken out, by document id."""
        return self._claims.retractions

    def read(self, document_id: str) -> DocumentGraph:
        """The graph of a document; errors as in `ClaimsFile.read`."""
        return identified(self._claims.read(document_id), self.identities)

    def graphs(self) -> Iterator[DocumentGraph]:
        """Every document's graph, by document id."""
        return map(self.read, sorted(self._claims.batches))

    @cached_property
    def _resolved(self) -> tuple[Identities, dict[str, str]]:
        state = self._state()
        path = self._folder / CACHE
        kept = _kept(path, state)
        if kept:
            return kept
        decisions = read_decisions(self._folder / DECISIONS)
        identities = resolve(self._claims.graphs, decisions, authority(self._folder / OWN_ACTORS))
        digests = {
            graph.document.id: graph_digest(identified(graph, identities))
            for graph in self._claims.graphs()
        }
        with suppress(DiskError):
            write_whole(path, json.dumps(_to_json(state, identities, digests)).encode())
        return identities, digests

    def _state(self) -> str:
        """A hash of all that the identities depend on."""
        own = (self._folder / name for name in (DECISIONS, OWN_ACTORS))
        texts = (path.read_text(encoding="utf8") if path.exists() else "" for path in own)
        held = (f"{id} {digest_}" for id, digest_ in sorted(self._claims.digests.items()))
        return digest(resolver(), *texts, *held, length=32)


def _kept(path: Path, state: str) -> tuple[Identities, dict[str, str]] | None:
    """What the cache holds, if it is of this state."""
    try:
        data = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return (_from_json(data), data["digests"]) if data.get("state") == state else None


def _to_json(state: str, identities: Identities, digests: dict[str, str]) -> dict[str, Any]:
    return {
        "state": state,
        "ids": dict(identities.ids),
        "names": dict(identities.names),
        "known": {id: known_to_json(known) for id, known in identities.known.items()},
        "gone": sorted(identities.gone),
        "copies": dict(identities.copies),
        "doubts": [asdict(doubt) for doubt in identities.doubts],
        "digests": digests,
    }


def _from_json(data: Mapping[str, Any]) -> Identities:
    return Identities(
        data["ids"],
        data["names"],
        {id: known_from_json(known) for id, known in data["known"].items()},
        frozenset(data["gone"]),
        data["copies"],
        tuple(Doubt(**doubt) for doubt in data["doubts"]),
    )
