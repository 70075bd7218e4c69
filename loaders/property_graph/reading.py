"""Stored documents read back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from neo4j import ManagedTransaction

from kg.graph import canonical
from kg.loaders.property_graph import statements
from kg.loaders.property_graph.rows import to_graph
from kg.loaders.property_graph.work import Row
from kg.records import DocumentGraph


def read_graphs(transaction: ManagedTransaction, ids: Sequence[str]) -> list[DocumentGraph]:
    """The graphs of the stored documents among `ids`, in their order, each in canonical order."""

    def rows(statement: str) -> list[Row]:
        return transaction.run(statement, ids=list(ids)).data()

    found = (row["properties"] for row in rows(statements.DOCUMENTS))
    documents = {properties["id"]: properties for properties in found}
    mentions = _by_document(rows(statements.MENTIONS))
    claims = _by_document(rows(statements.CLAIMS))
    return [
        canonical(to_graph(documents[id], mentions[id], claims[id]))
        for id in ids
        if id in documents
    ]


def _by_document(rows: Iterable[Row]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["document"]].append(row)
    return groups
