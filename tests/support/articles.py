"""The dispatches of the demo as files, in an earlier and a later state."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from kg.demo import DISPATCHES

DENIED = "demo-06"
"""The dispatch that tests take out; it is in both states."""


@dataclass(frozen=True, slots=True)
class Articles:
    """Files of articles: `earlier` holds fewer than `all`, and some in an older wording."""

    all: Path
    earlier: Path


def write_articles(folder: Path) -> Articles:
    """The two files, in `folder`."""
    found = Articles(folder / "all.jsonl", folder / "earlier.jsonl")
    lines = [json.loads(line) for line in DISPATCHES.read_text(encoding="utf8").splitlines()]
    shorter = [{**line, "text": line["text"].rpartition(". ")[0] + "."} for line in lines[:3]]
    _write(found.all, lines)
    _write(found.earlier, shorter + lines[3:6])
    return found


def _write(path: Path, lines: list[dict[str, str]]) -> None:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf8")
