"""Articles whose names were annotated by hand: to train on, and to measure with."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.records import Document, Name

_PARTS = 10


@dataclass(frozen=True, slots=True)
class NamedText:
    """An article with its annotated names; a name may stand inside another."""

    document: Document
    names: tuple[Name, ...]


def read_corpus(path: Path, labels: Mapping[str, str]) -> tuple[NamedText, ...]:
    """The articles of a file of JSON Lines with `id`, `text` and `entities`.

    An entity has `start`, `end` (offsets of the text) and `label`; `labels` maps the corpus's
    labels to the model's, and leaves out what it does not name.

    Raises:
        InputError: the file can't be read, is empty, or a line is malformed.
    """
    try:
        lines = path.read_text(encoding="utf8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: can't be read ({error}); name a file of JSON Lines") from None
    found = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            found.append(_read(line, f"{path}:{number}", labels))
    if not found:
        raise InputError(f"{path}: no articles; name a file with an annotated article a line")
    return tuple(found)


def _read(line: str, where: str, labels: Mapping[str, str]) -> NamedText:
    try:
        return _named_text(json.loads(line), labels)
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"{where}: no annotated article ({error!r}); "
            "give each id, text and entities with start, end and label"
        ) from None


def _named_text(data: Mapping[str, Any], labels: Mapping[str, str]) -> NamedText:
    document = Document(str(data["id"]), str(data["text"]), language=data.get("lang", "fr"))
    names = {
        Name(entity["start"], entity["end"], labels[entity["label"]])
        for entity in data["entities"]
        if entity["label"] in labels
    }
    for name in names:
        if not 0 <= name.start < name.end <= len(document.text):
            raise ValueError(f"no stretch of the text: {name.start} to {name.end}")
    return NamedText(document, tuple(sorted(names, key=lambda n: (n.start, -n.end, n.label))))


def held_back(texts: Iterable[NamedText]) -> frozenset[str]:
    """The ids of the tenth that is measured on and never trained on.

    They are those with the smallest SHA-256 of the id, so that anyone draws the same ones.
    """
    ids = sorted((text.document.id for text in texts), key=_hash)
    return frozenset(ids[: len(ids) // _PARTS])


def _hash(identifier: str) -> str:
    return hashlib.sha256(identifier.encode()).hexdigest()
