"""Finds the clause by which a Cypher query would write, where the server itself does not look."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""'(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*" | `[^`]*`  # quoted
      | //[^\n]* | /\*.*?\*/  # a comment
      | (?<![.:$\w]) (?P<word>[^\W\d]\w*)  # no property, label or parameter
        (?!\s*:(?!:))  # no key of a map""",
    re.VERBOSE | re.DOTALL,
)
_WRITING = re.compile(
    "ALTER|CREATE|DELETE|DENY|DROP|FOREACH|GRANT|INSERT|LOAD|MERGE|REMOVE|REVOKE|SET", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause and where it begins, both counted from 1."""

    name: str
    line: int
    column: int


def writing_clause(query: str) -> Clause | None:
    """The first clause of `query` that writes, changes the schema, or reads a file."""
    for token in _TOKEN.finditer(query):
        word = token["word"]
        if word and _WRITING.fullmatch(word):
            before = query[: token.start()]
            return Clause(word.upper(), before.count("\n") + 1, len(before) - before.rfind("\n"))
    return None
