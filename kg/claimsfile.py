"""The claims file of a graph folder: append-only JSON Lines, one batch a document.

A batch is a `document` line, its `entity` and `claim` lines, and the `commit` line that closes it.
A batch that a crash left without its commit line does not count, and the next append cuts it off.
A later batch of a document replaces the earlier.  A `retraction` line takes the document out, and
a `restoration` line puts it back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kg.disk import disk_errors, write_all
from kg.errors import GraphFolderError
from kg.identity import digest
from kg.jsonlines import json_line
from kg.records import Document, DocumentGraph, Retraction
from kg.serialisation import document_to_json, from_json, graph_digest, to_json

_KIND = re.compile(rb'\{\s*"record"\s*:\s*"([a-z]+)"')
_OF_BATCH = (b"document", b"entity", b"claim", b"commit")
_RETRACTION, _RESTORATION = b"retraction", b"restoration"


@dataclass(frozen=True, slots=True)
class Batch:
    """Where a document's batch stands (bytes `start` to `end`), and what its commit line says.

    `digest` is the graph's, `source` the document's; `extractor` names what made the claims.
    """

    document: str
    source: str
    extractor: str
    digest: str
    start: int
    end: int


class ClaimsFile:
    """Random access to the batches of a claims file; flat memory but for an index of documents.

    Only one process may append at a time (the folder's lock sees to it); any number may read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._batches: dict[str, Batch] = {}
        self._retractions: dict[str, tuple[Retraction, Batch]] = {}
        self._end = 0
        if path.exists():
            self._scan()

    @property
    def batches(self) -> Mapping[str, Batch]:
        """The batch that counts of each document, by document id."""
        return self._batches

    @property
    def digests(self) -> Mapping[str, str]:
        """The digest of each document's graph as it was extracted, by document id."""
        return {id: batch.digest for id, batch in self._batches.items()}

    @property
    def retractions(self) -> tuple[Retraction, ...]:
        """The traces of documents that were taken out, by document id."""
        return tuple(self._retractions[id][0] for id in sorted(self._retractions))

    def retracted(self, document: Document) -> Retraction | None:
        """The trace of this very document, if it was taken out."""
        trace, batch = self._retractions.get(document.id, (None, None))
        return trace if batch and batch.source == source_digest(document) else None

    def find(self, name: str) -> str:
        """The id of the document with this id or url, taken out or not; "" if there is none."""
        out = {id: batch for id, (_, batch) in self._retractions.items()}
        known = out | self._batches
        if name in known:
            return name
        return next((id for id, batch in known.items() if self._url(batch) == name), "")

    def _url(self, batch: Batch) -> str:
        with disk_errors(self.path), open(self.path, "rb") as file:
            file.seek(batch.start)
            url: str = json.loads(file.readline()).get("url", "")
        return url

    def retract(self, retraction: Retraction) -> None:
        """Take a document out; safely on disk when this returns.

        Raises:
            KeyError: there is no such document.
            DiskError: the disk is full or can't be written; the file is as it was before.
        """
        if retraction.document not in self._batches:
            raise KeyError(retraction.document)
        line = _line("retraction", asdict(retraction))
        self._add(line)
        self._note_trace(line)

    def restore(self, document_id: str) -> None:
        """Put back a document that was taken out, and drop the trace; errors as in `retract`."""
        if document_id not in self._retractions:
            raise KeyError(document_id)
        line = _line("restoration", {"document": document_id})
        self._add(line)
        self._note_trace(line)

    def holds(self, document: Document, *, extractor: str) -> bool:
        """Whether this very document was already extracted by this very extractor."""
        batch = self._batches.get(document.id)
        return (
            batch is not None
            and batch.extractor == extractor
            and batch.source == source_digest(document)
        )

    def append(self, graph: DocumentGraph, *, extractor: str) -> None:
        """Add `graph`, safely on disk when this returns; a crash in between leaves no trace.

        Raises:
            DiskError: the disk is full or can't be written; the file is as it was before.
        """
        lines = list(_lines(graph, extractor))
        start = self._end
        self._add(b"".join(lines))
        self._note(lines[-1], start, self._end)

    def _add(self, data: bytes) -> None:
        """Write `data` behind all that counts, as a whole or not at all."""
        with disk_errors(self.path), open(self.path, "ab", buffering=0) as file:
            file.truncate(self._end)
            try:
                write_all(file, data)
            except OSError:
                file.truncate(self._end)
                raise
        self._end += len(data)

    def read(self, document_id: str) -> DocumentGraph:
        """The graph of a document.

        Raises:
            GraphFolderError: the batch is damaged.
            KeyError: there is no such document.
        """
        batch = self._batches[document_id]
        try:
            graph = self._parse(batch)
            sound = graph_digest(graph) == batch.digest
        except (ValueError, KeyError, TypeError):
            sound = False
        if not sound:
            raise GraphFolderError(
                f"{self.path}: what it holds of {document_id!r} is damaged (bytes {batch.start} to "
                f"{batch.end}); restore a copy, or delete those lines and build the document again"
            )
        return graph

    def graphs(self) -> Iterator[DocumentGraph]:
        """Every document's graph, by document id."""
        for document_id in sorted(self._batches):
            yield self.read(document_id)

    def _parse(self, batch: Batch) -> DocumentGraph:
        with open(self.path, "rb") as file:
            file.seek(batch.start)
            records = map(json.loads, file.read(batch.end - batch.start).splitlines())
        found: dict[str, Any] = {"entities": [], "claims": []}
        for record in records:
            kind = record.pop("record")
            if kind == "document":
                found["document"] = record
            elif kind in _PLURAL:
                found[_PLURAL[kind]].append(record)
        return from_json(found)

    def _scan(self) -> None:
        start = offset = 0
        with disk_errors(self.path), open(self.path, "rb") as file:
            for number, line in enumerate(file, start=1):
                kind = _KIND.match(line)
                if not line.endswith(b"\n"):
                    break
                if kind is None or kind[1] not in (*_OF_BATCH, _RETRACTION, _RESTORATION):
                    raise GraphFolderError(
                        f"{self.path}:{number}: no line of a claims file; restore a copy, "
                        "or delete this line"
                    )
                if kind[1] == b"document":
                    start = offset
                offset += len(line)
                if kind[1] == b"commit":
                    self._note(line, start, offset)
                    self._end = offset
                elif kind[1] in (_RETRACTION, _RESTORATION):
                    self._note_trace(line)
                    self._end = offset

    def _note(self, commit: bytes, start: int, end: int) -> None:
        try:
            data = json.loads(commit)
            batch = Batch(
                document=data["document"],
                source=data["source"],
                extractor=data["extractor"],
                digest=data["digest"],
                start=start,
                end=end,
            )
        except (ValueError, KeyError):
            raise GraphFolderError(
                f"{self.path}: the commit line that ends at byte {end} is damaged; restore a copy, "
                "or delete this line and build its document again"
            ) from None
        self._batches[batch.document] = batch

    def _note_trace(self, line: bytes) -> None:
        try:
            data = json.loads(line)
            document = data["document"]
            if data["record"] == "restoration":
                _, batch = self._retractions.pop(document)
                self._batches.setdefault(document, batch)
            else:
                trace = Retraction(document, data["when"], data["why"])
                self._retractions[document] = trace, self._batches.pop(document)
        except (ValueError, KeyError):
            raise GraphFolderError(
                f"{self.path}: a retraction is damaged; restore a copy, or delete its line: "
                f"{line[:80].decode(errors='replace')!r}"
            ) from None


_PLURAL = {"entity": "entities", "claim": "claims"}


def source_digest(document: Document) -> str:
    """A hash of all that a document is: text and metadata."""
    return digest(json.dumps(document_to_json(document), ensure_ascii=False), length=32)


def _lines(graph: DocumentGraph, extractor: str) -> Iterator[bytes]:
    data = to_json(graph)
    yield _line("document", data["document"])
    for kind, plural in _PLURAL.items():
        for record in data[plural]:
            yield _line(kind, record)
    yield _line(
        "commit",
        {
            "document": graph.document.id,
            "entities": len(graph.entities),
            "claims": len(graph.claims),
            "digest": graph_digest(graph),
            "source": source_digest(graph.document),
            "extractor": extractor,
        },
    )


def _line(kind: str, data: Mapping[str, Any]) -> bytes:
    return json_line({"record": kind, **data}).encode()
