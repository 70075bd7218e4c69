"""What no query may do: write, or ask another server."""

from __future__ import annotations

import re

from kg.errors import QueryError

_SILENT = r"""
    "{3}(?:[^"\\]|\\.|"(?!""))*"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}
  | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
  | <[^<>"{}|^`\\\x00-\x20]*>
  | \#[^\n\r]*
  | [?$]\w+ | @[\w-]+
  | [\w.-]*:(?:[\w.:%-]|\\.)*
"""
"""Strings, IRIs, comments, variables, language tags and prefixed names."""

_WORD = re.compile(rf"(?:{_SILENT}) | (?P<word>\w+)", re.VERBOSE | re.DOTALL)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U(00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4})")
_WRITING = {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD"}
_SUSPECT = re.compile("|".join((r"\\u", "SERVICE", *sorted(_WRITING))), re.IGNORECASE)
"""What a query must have somewhere to be refused; a look at its words tells whether it is meant."""


def check(query: str) -> None:
    """Refuse what only a keyword can bring in; the parser refuses all else.

    Raises:
        QueryError: the query would write, or ask another server.
    """
    if not _SUSPECT.search(query):
        return
    written = _ESCAPE.sub(lambda escape: chr(int(escape[1] or escape[2], 16)), query)
    words = _words(query) | _words(written)
    if "SERVICE" in words:
        raise QueryError("SERVICE asks another server, which kg never does; leave it out")
    if words & _WRITING:
        raise QueryError(
            "a query may only read: SELECT, ASK, CONSTRUCT or DESCRIBE; "
            "to change the graph, build or rebuild it"
        )


def _words(query: str) -> set[str]:
    """The bare words of a query, which are its keywords and the names of functions."""
    return {found["word"].upper() for found in _WORD.finditer(query) if found["word"]}
