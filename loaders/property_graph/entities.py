"""Entity nodes: one an id, merged from what all documents say of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from kg.loaders.property_graph import statements
from kg.loaders.property_graph.rows import (
    IDENTITY,
    LOCATION,
    identity_row,
    location_row,
    to_known,
    to_location,
)
from kg.loaders.property_graph.work import Row, Work
from kg.merging import merged
from kg.records import DocumentGraph, Entity


def write_entities(work: Work, ids: Collection[str], graphs: Iterable[DocumentGraph]) -> set[str]:
    """Merge the entities of `ids` from the stored views and those of `graphs`, and write them.

    Those of which no view is left are deleted.  Returns the ids of those whose class changed.
    """
    stored = {row["id"]: row for row in work.for_ids(statements.ENTITIES, ids)}
    wanted = {id: _row(merged(views)) for id, views in _views(work, ids, graphs).items()}
    work.for_ids(statements.DELETE_ENTITIES, stored.keys() - wanted.keys())
    _create(work, [row for id, row in wanted.items() if id not in stored])
    changed = {id: row for id, row in wanted.items() if id in stored and stored[id] != row}
    moved = _change_classes(work, stored, changed)
    work.for_rows(statements.UPDATE_ENTITIES, list(changed.values()))
    work.for_rows(statements.PLACE_ENTITIES, _moved_points(stored, wanted))
    return moved


def _moved_points(stored: Mapping[str, Row], wanted: Mapping[str, Row]) -> list[Row]:
    def point(row: Row) -> tuple[float | None, float | None]:
        return row.get("latitude"), row.get("longitude")

    return [row for id, row in wanted.items() if point(row) != point(stored.get(id, {}))]


def _views(
    work: Work, ids: Collection[str], graphs: Iterable[DocumentGraph]
) -> dict[str, list[tuple[Entity, int]]]:
    views: dict[str, list[tuple[Entity, int]]] = defaultdict(list)
    for row in work.for_ids(statements.VIEWS, ids):
        entity = Entity(
            row["id"],
            row["type"],
            row["name"],
            tuple(row["aliases"]),
            location=to_location(row),
            known=to_known(row),
            formerly=tuple(row["formerly"] or ()),
        )
        views[entity.id].append((entity, row["documents"]))
    for graph in graphs:
        for entity in graph.entities:
            views[entity.id].append((entity, 1))
    return views


def _row(entity: Entity) -> Row:
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "aliases": list(entity.aliases),
        **dict.fromkeys((*LOCATION, *IDENTITY)),
        **location_row(entity),
        **identity_row(entity),
    }


def _create(work: Work, rows: Iterable[Row]) -> None:
    for class_name, group in _by_class(rows).items():
        statement = statements.create_entities(work.vocabulary.labels(class_name))
        work.for_rows(statement, group)


def _by_class(rows: Iterable[Row]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["type"]].append(row)
    return groups


def _change_classes(work: Work, stored: Mapping[str, Row], changed: Mapping[str, Row]) -> set[str]:
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for id, row in changed.items():
        if stored[id]["type"] != row["type"]:
            groups[stored[id]["type"], row["type"]].append(id)
    for (old, new), ids in groups.items():
        if work.dialect.keeps_relabelled:
            _relabel(work, ids, old, new)
        else:
            _recreate(work, ids, new)
    return {id for ids in groups.values() for id in ids}


def _relabel(work: Work, ids: Collection[str], old: str, new: str) -> None:
    labels = work.vocabulary.labels
    statement = statements.change_labels(labels(new, beyond=old), labels(old, beyond=new))
    work.for_ids(statement, ids)


def _recreate(work: Work, ids: Collection[str], new: str) -> None:
    found = [row["properties"] for row in work.for_ids(statements.PROPERTIES, ids)]
    work.for_ids(statements.RENAME_ENTITIES, ids)
    work.for_rows(statements.create_entities(work.vocabulary.labels(new)), found)
    for relationship in work.vocabulary.relationships:
        for statement in statements.move_relationships(relationship):
            work.for_ids(statement, ids)
    work.for_ids(statements.DELETE_RENAMED, ids)
