"""What documents tell, and what was found to be one, in a file: a projection, made anew at need."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from kg.records import Entity
from kg.resolution.copies import Wording
from kg.resolution.features import features
from kg.resolution.tellings import Telling
from kg.serialisation import entity_from_json, entity_to_json

_TABLES = """
CREATE TABLE IF NOT EXISTS state (value TEXT);
CREATE TABLE IF NOT EXISTS document (
    id TEXT PRIMARY KEY, source TEXT, digest TEXT, since TEXT, entities TEXT);
CREATE TABLE IF NOT EXISTS telling (
    document TEXT, entity TEXT, located INTEGER, since TEXT, family TEXT, content TEXT, posts TEXT,
    said TEXT, PRIMARY KEY (document, entity)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS telling_of ON telling (entity, located);
CREATE TABLE IF NOT EXISTS feature (entity TEXT, feature TEXT, document TEXT);
CREATE INDEX IF NOT EXISTS feature_entity ON feature (entity, feature);
CREATE INDEX IF NOT EXISTS feature_feature ON feature (feature, entity);
CREATE INDEX IF NOT EXISTS feature_document ON feature (document);
CREATE TABLE IF NOT EXISTS sentence (sentence TEXT, since TEXT, document TEXT, words INTEGER);
CREATE INDEX IF NOT EXISTS sentence_sentence ON sentence (sentence, since, document);
CREATE INDEX IF NOT EXISTS sentence_document ON sentence (document);
CREATE TABLE IF NOT EXISTS identity (key TEXT PRIMARY KEY, entity TEXT, id TEXT);
CREATE INDEX IF NOT EXISTS identity_entity ON identity (entity);
CREATE TABLE IF NOT EXISTS gone (id TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS copy (document TEXT PRIMARY KEY, original TEXT);
"""
TABLES = ("state", "document", "telling", "feature", "sentence", "identity", "gone", "copy")
MANY = 10_000
"""How many values one statement is given."""
PATIENCE = 600
"""Seconds to wait for another process that brings the file up to date."""


class Index:
    """The file; what is not there is computed from the claims."""

    def __init__(self, path: Path | str) -> None:
        """The index at `path`, made if need be; ":memory:" is none that lasts.

        Raises:
            sqlite3.Error: it is damaged, or can't be written.
        """
        self._sql = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        self._sql.execute("PRAGMA synchronous = OFF")
        self._sql.executescript(_TABLES)

    def begin(self) -> None:
        """Begin a change, which no reader sees before its end."""
        self._sql.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """End a change."""
        self._sql.execute("COMMIT")

    def rollback(self) -> None:
        """Give a change up."""
        if self._sql.in_transaction:
            self._sql.execute("ROLLBACK")

    def close(self) -> None:
        """Let go of the file."""
        self._sql.close()

    def state(self) -> str:
        """Of what code and decisions the index is; "" of a new one."""
        return next((row[0] for row in self._sql.execute("SELECT value FROM state")), "")

    def begin_anew(self, state: str) -> None:
        """Forget everything."""
        for table in TABLES:
            self._sql.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
        self._sql.execute("INSERT INTO state VALUES (?)", (state,))

    def sources(self) -> dict[str, str]:
        """The digest of each document as it was extracted."""
        return dict(self._sql.execute("SELECT id, source FROM document"))

    def digests(self) -> dict[str, str]:
        """The digest of each document as the stores are to hold it, in order of id."""
        return dict(self._sql.execute("SELECT id, digest FROM document ORDER BY id"))

    def add(
        self,
        document: str,
        source: str,
        entities: Collection[str],
        told: Collection[Telling],
        worded: Wording,
    ) -> None:
        """Add a document that is not there."""
        self._sql.execute(
            "INSERT INTO document VALUES (?, ?, '', ?, ?)",
            (document, source, worded.since, json.dumps(sorted(entities))),
        )
        self._each("INSERT INTO telling VALUES (?, ?, ?, ?, ?, ?, ?, ?)", map(_row, told))
        self._each(
            "INSERT INTO feature VALUES (?, ?, ?)",
            ((t.entity.id, each, document) for t in told for each in features(t)),
        )
        self._each(
            "INSERT INTO sentence VALUES (?, ?, ?, ?)",
            ((each, worded.since, document, n) for each, n in worded.sentences.items()),
        )

    def drop(self, document: str) -> None:
        """Drop a document with all that it tells."""
        self._sql.execute("DELETE FROM document WHERE id = ?", (document,))
        for table in ("telling", "feature", "sentence", "copy"):
            self._sql.execute(f"DELETE FROM {table} WHERE document = ?", (document,))  # noqa: S608

    def set_digests(self, digests: Mapping[str, str]) -> None:
        """Note what the stores are to hold of documents."""
        self._sql.executemany(
            "UPDATE document SET digest = ? WHERE id = ?", ((d, id) for id, d in digests.items())
        )

    def tellings(self, entities: Collection[str] | None = None) -> Iterator[Telling]:
        """All that is told of `entities`, or of everything."""
        select = "SELECT document, since, family, content, posts, said FROM telling"
        if entities is None:
            return map(_telling, self._sql.execute(f"{select} ORDER BY document, entity"))
        return map(_telling, self._in(f"{select} WHERE entity IN", entities))

    def is_located(self, place: str) -> bool:
        """Whether all documents that tell of a place give its location."""
        unlocated = "SELECT 1 FROM telling WHERE entity = ? AND NOT located LIMIT 1"
        return next(self._sql.execute(unlocated, (place,)), None) is None

    def told_by(self, document: str) -> list[Telling]:
        """What a document tells."""
        rows = self._in(
            "SELECT document, since, family, content, posts, said FROM telling WHERE document IN",
            [document],
        )
        return list(map(_telling, rows))

    def company(self, documents: Collection[str] | None = None) -> dict[str, frozenset[str]]:
        """The ids that documents tell of."""
        select = "SELECT id, entities FROM document"
        rows: Iterable[tuple[Any, ...]] = (
            self._sql.execute(select)
            if documents is None
            else self._in(f"{select} WHERE id IN", documents)
        )
        return {id: frozenset(json.loads(entities)) for id, entities in rows}

    def with_features(self, names: Collection[str]) -> set[str]:
        """The entities that have one of these features."""
        rows = self._in("SELECT DISTINCT entity FROM feature WHERE feature IN", names)
        return {row[0] for row in rows}

    def features_of(self, entities: Collection[str]) -> set[str]:
        """The features that one of these entities has."""
        rows = self._in("SELECT DISTINCT feature FROM feature WHERE entity IN", entities)
        return {row[0] for row in rows}

    def documents_of(self, entities: Collection[str]) -> set[str]:
        """The documents that tell of one of these entities."""
        rows = self._in("SELECT DISTINCT document FROM telling WHERE entity IN", entities)
        return {row[0] for row in rows}

    def ids(self, entities: Collection[str] | None = None) -> dict[str, tuple[str, str]]:
        """The entity and the id in the graph of keys, of these entities or of all."""
        select = "SELECT key, entity, id FROM identity"
        rows: Iterable[tuple[Any, ...]] = (
            self._sql.execute(select)
            if entities is None
            else self._in(f"{select} WHERE entity IN", entities)
        )
        return {key: (entity, id) for key, entity, id in rows}

    def ids_of(self, keys: Collection[str]) -> dict[str, str]:
        """The ids in the graph of these keys, of those that have another."""
        return dict(self._in("SELECT key, id FROM identity WHERE key IN", keys))

    def gone(self, entities: Collection[str] | None = None) -> set[str]:
        """The ids that the graph has no more, of these entities or of all."""
        rows: Iterable[tuple[Any, ...]] = (
            self._sql.execute("SELECT id FROM gone")
            if entities is None
            else self._in("SELECT id FROM gone WHERE id IN", entities)
        )
        return {row[0] for row in rows}

    def set_ids(
        self, entities: Collection[str], ids: Mapping[str, tuple[str, str]], gone: Iterable[str]
    ) -> None:
        """Put what was found for `entities` in the place of what was known of them."""
        self._each("DELETE FROM identity WHERE entity = ?", ((each,) for each in entities))
        self._each("DELETE FROM gone WHERE id = ?", ((each,) for each in entities))
        rows = ((key, entity, id) for key, (entity, id) in ids.items())
        self._each("INSERT INTO identity VALUES (?, ?, ?)", rows)
        self._each("INSERT INTO gone VALUES (?)", ((each,) for each in gone))

    def copies(self, documents: Collection[str] | None = None) -> dict[str, str]:
        """What copies what, of these documents or of all."""
        rows: Iterable[tuple[Any, ...]] = (
            self._sql.execute("SELECT document, original FROM copy")
            if documents is None
            else self._in("SELECT document, original FROM copy WHERE document IN", documents)
        )
        return dict(rows)

    def set_copies(self, documents: Collection[str], copies: Mapping[str, str]) -> None:
        """Put what was found for `documents` in the place of what was known of them."""
        self._each("DELETE FROM copy WHERE document = ?", ((each,) for each in documents))
        self._each("INSERT INTO copy VALUES (?, ?)", copies.items())

    def sentences_of(self, documents: Collection[str]) -> list[tuple[str, str, str, int]]:
        """The longer sentences of documents: document, since, sentence, words."""
        return list(
            self._in(
                "SELECT document, since, sentence, words FROM sentence WHERE document IN", documents
            )
        )

    def first_with(self, sentence: str, number: int) -> list[str]:
        """The first documents that hold a sentence, so many at most."""
        return [
            row[0]
            for row in self._sql.execute(
                "SELECT document FROM sentence WHERE sentence = ? ORDER BY since, document LIMIT ?",
                (sentence, number),
            )
        ]

    def _in(self, statement: str, values: Collection[str]) -> Iterator[tuple[Any, ...]]:
        left = iter(sorted(values))
        while part := list(islice(left, MANY)):
            yield from self._sql.execute(f"{statement} ({', '.join('?' * len(part))})", part)

    def _each(self, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
        self._sql.executemany(statement, rows)


def _row(telling: Telling) -> tuple[str | bool, ...]:
    return (
        telling.document,
        telling.entity.id,
        telling.entity.location is not None,
        telling.since,
        telling.family,
        json.dumps(entity_to_json(telling.entity, ""), ensure_ascii=False),
        json.dumps(telling.posts),
        json.dumps(telling.said, ensure_ascii=False),
    )


def _telling(row: tuple[str, ...]) -> Telling:
    document, since, family, content, posts, said = row
    return Telling(
        document,
        since,
        family,
        _entity(content),
        tuple((relation, end) for relation, end in json.loads(posts)) if posts != "[]" else (),
        {name: tuple(told) for name, told in json.loads(said).items()} if said != "{}" else {},
    )


@lru_cache(maxsize=2**16)
def _entity(content: str) -> Entity:
    return entity_from_json(json.loads(content))
