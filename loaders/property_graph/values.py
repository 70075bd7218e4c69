"""Values as properties of entity nodes: what is asserted of them, a list a relation."""

from __future__ import annotations

from collections.abc import Collection

from kg.loaders.property_graph import statements
from kg.loaders.property_graph.work import Row, Work


def write_values(work: Work, ids: Collection[str]) -> None:
    """Write anew the value lists of the entities of `ids`; an empty one is no property."""
    names = work.vocabulary.value_relations
    rows: dict[str, Row] = {id: {"id": id} | dict.fromkeys(names) for id in sorted(ids)}
    certainty = work.vocabulary.assertion
    for found in work.for_ids(statements.VALUES, ids, certainty=certainty):
        row, relation = rows[found["id"]], found["relation"]
        row[relation] = sorted({*(row[relation] or ()), found["value"]})
    work.for_rows(statements.UPDATE_ENTITIES, list(rows.values()))
