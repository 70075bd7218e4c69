"""What a server returns, as values that JSON knows."""

from __future__ import annotations

from math import isfinite
from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time


def plain(value: Any) -> Any:  # noqa: ANN401 - what is asked for is not known here
    """`value` as text, number, truth value, None, or lists and dictionaries of these.

    A node has `id` (of the server, good within one answer), `labels` and `properties`; a
    relationship `id`, `type`, `start`, `end` (ids of nodes) and `properties`; a path `nodes` and
    `relationships`.  Dates, times and durations are ISO 8601; a point is its list of coordinates.
    """
    match value:
        case Node():
            return {"id": value.element_id, "labels": sorted(value.labels), **_properties(value)}
        case Relationship():
            return _relationship(value)
        case Path():
            return {"nodes": plain(value.nodes), "relationships": plain(value.relationships)}
        case Date() | DateTime() | Time() | Duration():
            return value.iso_format()
        case dict():
            return {key: plain(each) for key, each in value.items()}
        case list() | tuple():  # a point is a tuple of its coordinates
            return [plain(each) for each in value]
        case bytes() | bytearray():
            return value.hex()
        case float() if not isfinite(value):
            return str(value)
    return value


def _relationship(value: Relationship) -> dict[str, Any]:
    return {
        "id": value.element_id,
        "type": value.type,
        "start": value.start_node and value.start_node.element_id,
        "end": value.end_node and value.end_node.element_id,
        **_properties(value),
    }


def _properties(entity: Node | Relationship) -> dict[str, Any]:
    return {"properties": {key: plain(entity[key]) for key in sorted(entity)}}
