"""JSON Lines: one document a line, of which only `text` is needed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from kg.documents.decoding import decode
from kg.documents.draft import Draft, Skipped
from kg.errors import InputError


def read_jsonl(name: str, data: bytes, notify: Callable[[str], None]) -> Iterator[Draft | Skipped]:
    """The document of each line; a line that is none comes out skipped, with its number."""
    for number, line in enumerate(data.split(b"\n"), start=1):
        if not line.strip():
            continue
        source = f"{name}:{number}"
        try:
            yield _draft(source, decode(source, line, notify))
        except InputError as error:
            yield Skipped(source, error)


def _draft(source: str, line: str) -> Draft:
    try:
        data = json.loads(line)
    except ValueError as error:
        raise InputError(f"{source}: not JSON ({error}); write one object a line") from None
    if not isinstance(data, dict) or not isinstance(data.get("text"), str):
        raise InputError(f'{source}: no "text"; write {{"text": "…"}}, one object a line')
    return Draft(
        source,
        data["text"],
        id=_word(source, data, "id"),
        title=_word(source, data, "title"),
        url=_word(source, data, "url"),
        language=_word(source, data, "language"),
        published=_day(source, data.get("published")),
    )


def _word(source: str, data: dict[str, Any], key: str) -> str:
    value = data.get(key)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise InputError(f'{source}: "{key}" is no text; write it between quotation marks')
    return str(value)


def _day(source: str, value: object) -> date | None:
    if value in (None, ""):
        return None
    try:
        return datetime.fromisoformat(str(value)).date()
    except ValueError:
        raise InputError(
            f'{source}: "published" is {value!r}; write an ISO 8601 date such as 2017-03-22'
        ) from None
