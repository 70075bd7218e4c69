"""A transaction in which documents are written, with what its statements need."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from neo4j import ManagedTransaction

from kg.loaders.property_graph.dialects import Dialect
from kg.loaders.property_graph.vocabulary import Vocabulary

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Work:
    """An open transaction, the names that may be used in it, and the server's dialect."""

    transaction: ManagedTransaction
    vocabulary: Vocabulary
    dialect: Dialect

    def for_ids(self, statement: str, ids: Collection[str], **parameters: str) -> list[Row]:
        """What `statement` returns for its `$ids`; nothing is sent for none."""
        if not ids:
            return []
        return self.transaction.run(statement, {"ids": sorted(ids), **parameters}).data()

    def for_rows(self, statement: str, rows: Sequence[Row]) -> list[Row]:
        """What `statement` returns for its `$rows`; nothing is sent for none."""
        if not rows:
            return []
        return self.transaction.run(statement, rows=list(rows)).data()
