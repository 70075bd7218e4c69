"""Small annotated corpora for the tests of names."""

from __future__ import annotations

import json
from pathlib import Path

from kg.corpus import NamedText
from kg.records import Document, Name


def named(identifier: str, marked: str) -> NamedText:
    """An article from text with names marked as `[Belmora|LOC]`."""
    text, names = "", []
    for piece in marked.split("["):
        name, bar, rest = piece.partition("|")
        if not bar:
            text += piece
            continue
        label, _, after = rest.partition("]")
        names.append(Name(len(text), len(text) + len(name), label))
        text += name + after
    return NamedText(Document(identifier, text), tuple(names))


def write_corpus(path: Path, texts: list[NamedText], labels: dict[str, str]) -> Path:
    """Write `texts` as a corpus whose `labels` stand for the model's."""
    lines = [
        {
            "id": text.document.id,
            "text": text.document.text,
            "entities": [
                {"start": name.start, "end": name.end, "label": labels[name.label]}
                for name in text.names
            ],
        }
        for text in texts
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf8")
    return path
