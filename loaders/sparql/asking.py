"""Queries, each answered by a process of its own: no query can write, and any can be stopped."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from kg.errors import QueryError
from kg.loaders.answer import Answer
from kg.loaders.rdf import prefixes
from kg.loaders.sparql.answers import answer
from kg.loaders.sparql.checking import check
from kg.loaders.sparql.child import MALFORMED

_CHILD = Path(__file__).with_name("child.py")
_PLACE = re.compile(r"error at (\d+):(\d+):")


def ask(folder: Path, query: str, *, timeout: float) -> Answer:
    """The answer to `query` of the Oxigraph store in `folder`, stopped after `timeout` seconds.

    Raises:
        QueryError: the query is malformed, would write or ask another server, or takes too long.
    """
    check(query)
    asked = {"folder": str(folder), "query": query, "prefixes": dict(prefixes())}
    try:
        child = subprocess.run(  # noqa: S603 - our own interpreter and file
            [sys.executable, "-P", str(_CHILD)],
            input=json.dumps(asked).encode(),
            capture_output=True,
            timeout=timeout,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise QueryError(
            f"the query was stopped after {timeout:g} s; make it narrower, or add a LIMIT"
        ) from None
    if child.returncode:
        raise _error(query, child.returncode, child.stderr.decode(errors="replace"))
    return answer(child.stdout)


def _error(query: str, status: int, message: str) -> QueryError:
    if status == MALFORMED:
        return QueryError(f"the query is malformed{_place(query, message)}")
    last = message.strip().rpartition("\n")[2] or f"status {status}"
    return QueryError(f"the query failed ({last}); make it simpler, or run: kg rebuild --in DIR")


def _place(query: str, message: str) -> str:
    """Where the parser stopped, in place of its list of all that may follow there."""
    if "Prefix not found" in message:
        return f": unknown prefix; known without PREFIX are {', '.join(prefixes())}"
    found = _PLACE.match(message)
    if found is None:
        return f": {message.splitlines()[0]}"
    line, column = int(found[1]), int(found[2])
    rest = (query.split("\n")[line - 1 : line] or [""])[0][column - 1 :]
    return f" at line {line}, column {column}: {f'near {rest[:40]!r}' if rest else 'it ends there'}"
