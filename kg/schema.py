"""The JSON Schema of an extracted document (`extraction.schema.json`), derived from the ontology.

The committed file is written by `kg ontology --write`, and must say the same.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kg.ontology import load

Schema = dict[str, Any]

PUBLISHED = Path(__file__).with_name("extraction.schema.json")
"""The committed file."""

_TEXT: Schema = {"type": "string"}
_FILLED: Schema = {"type": "string", "minLength": 1}
_OFFSET: Schema = {"type": "integer", "minimum": 0}
_END: Schema = {"anyOf": [_FILLED, {"$ref": "#/$defs/literal"}]}


def extraction_schema() -> Schema:
    """The schema of what `kg extract --format json` prints for a document."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What one document says",
        "description": "Offsets are code points of document.text, the end excluded.",
        **_object(
            {
                "document": {"$ref": "#/$defs/document"},
                "entities": {"type": "array", "items": {"$ref": "#/$defs/entity"}},
                "claims": {"type": "array", "items": {"$ref": "#/$defs/claim"}},
            }
        ),
        "$defs": {
            "document": _document(),
            "entity": _entity(),
            "claim": _claim(),
            "literal": _object({"literal": _TEXT}),
        },
    }


def is_current() -> bool:
    """Whether the committed file is what the ontology gives."""
    return PUBLISHED.is_file() and PUBLISHED.read_text(encoding="utf8") == _text()


def write_published() -> None:
    """Write the committed file anew."""
    PUBLISHED.write_text(_text(), encoding="utf8", newline="\n")


def _text() -> str:
    return json.dumps(extraction_schema(), ensure_ascii=False, indent=2) + "\n"


def _document() -> Schema:
    date = {"type": "string", "format": "date"}
    return _object(
        {
            "id": _FILLED,
            "lang": {"type": "string", "description": "ISO 639-1 code."},
            "published": {"anyOf": [date, {"type": "null"}]},
            "title": _TEXT,
            "url": _TEXT,
            "text": _FILLED,
        },
        optional={"copyOf": {**_FILLED, "description": "The id of the document it repeats."}},
    )


def _entity() -> Schema:
    mention = _object({"start": _OFFSET, "end": _OFFSET, "text": _FILLED})
    return _object(
        {
            "id": {**_FILLED, "description": "Unique within the document."},
            "type": {"enum": list(load().classes), "description": "The deepest class that fits."},
            "name": {**_FILLED, "description": "The fullest name that the document uses."},
            "aliases": {"type": "array", "items": _FILLED},
            "mentions": {"type": "array", "items": mention},
        },
        optional={
            "location": _location(),
            "known": _known(),
            "formerly": {
                "type": "array",
                "items": _FILLED,
                "description": "Ids that it had before it was found to be one with something else.",
            },
        },
    )


def _known() -> Schema:
    label = {"type": "array", "prefixItems": [_FILLED, _FILLED], "minItems": 2, "maxItems": 2}
    return _object(
        {"labels": {"type": "array", "items": label, "description": "Language and name."}},
        optional={"wikidata": {**_FILLED, "description": "The number in Wikidata (Q42)."}},
    )


def _location() -> Schema:
    degrees = {"type": "number", "description": "WGS 84, degrees."}
    return _object(
        {
            "geonames": {"type": "integer", "description": "The place's number in GeoNames."},
            "precision": {"enum": ["exact", "city", "region", "country"]},
            "countryCode": {**_FILLED, "description": "ISO 3166."},
        },
        optional={
            "regionCode": {**_FILLED, "description": "GeoNames' code of the region (IQ.15)."},
            "latitude": degrees,
            "longitude": degrees,
        },
    )


def _claim() -> Schema:
    return _object(
        {
            "id": {**_FILLED, "description": "A hash of the claim's content."},
            "subject": {**_FILLED, "description": "The id of an entity."},
            "relation": {"enum": list(load().relations)},
            "object": {**_END, "description": "The id of an entity, or a value."},
            "evidence": {**_FILLED, "description": "document.text from start to end."},
            "start": _OFFSET,
            "end": _OFFSET,
            "sentence": {**_FILLED, "description": "The sentence that holds the evidence."},
            "certainty": {"enum": list(load().certainties)},
            "rule": {**_TEXT, "description": "What made the claim."},
        },
        optional={
            "attributed_to": {**_END, "description": "Who says it: an entity's id, or words."},
            "time": {**_FILLED, "description": "ISO 8601: a date, or an interval of two."},
            "qualifiers": {"type": "object", "additionalProperties": _TEXT},
        },
    )


def _object(properties: Schema, *, optional: Schema | None = None) -> Schema:
    return {
        "type": "object",
        "properties": {**properties, **(optional or {})},
        "required": list(properties),
        "additionalProperties": False,
    }
