"""The process that answers queries, several at a time: the engine lets go of the interpreter.

It is run with `python -m kg.serve.worker STORE PREFIXES THREADS`, the prefixes as JSON.

Standard input gives requests, standard output takes answers, in any order; each is a line of JSON,
and an answer is followed by so many bytes as it says.  Whoever wants a query stopped ends the
process, which ends by itself with who asks.
"""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from threading import Lock, get_native_id
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store

from kg.serve.formats import GRAPHS, RESULTS, wanted

if TYPE_CHECKING:
    from typing_extensions import Buffer

NICENESS = 10
"""Of the threads that compute answers; that of the others is 0."""


class TooLarge(Exception):
    """The answer has more bytes than are allowed."""


class Bounded(io.BytesIO):
    """Bytes in memory, of which there may be so many."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._left = most

    def write(self, data: Buffer) -> int:
        """Take `data`, if there is room."""
        self._left -= memoryview(data).nbytes
        if self._left < 0:
            raise TooLarge
        return super().write(data)


def main() -> None:
    """Answer what standard input asks, so many at a time, until it ends."""
    store, prefixes = Store.read_only(sys.argv[1]), json.loads(sys.argv[2])
    turn = Lock()

    def reply(line: bytes) -> None:
        asked = json.loads(line)
        head, body = answer(store, prefixes, asked)
        told = json.dumps({**head, "number": asked["number"], "bytes": len(body)})
        with turn:
            sys.stdout.buffer.write(told.encode() + b"\n" + body)
            sys.stdout.buffer.flush()

    threads = ThreadPoolExecutor(int(sys.argv[3]), initializer=_step_back)
    for line in sys.stdin.buffer:
        threads.submit(reply, line)
    os._exit(0)


def _step_back() -> None:
    """Let the threads that pass questions and answers on go before this one, which computes."""
    os.setpriority(os.PRIO_PROCESS, get_native_id(), NICENESS)


def answer(
    store: Store, prefixes: dict[str, str], asked: Mapping[str, Any]
) -> tuple[dict[str, str], bytes]:
    """What a request is answered: `status` (ok, malformed, refused, large, failed) and `type`."""
    try:
        found = store.query(
            asked["query"],
            prefixes=prefixes,
            default_graph=_nodes(asked["default_graphs"]),
            named_graphs=_nodes(asked["named_graphs"]),
        )
        return _serialised(found, asked["accept"], asked["most"])
    except (SyntaxError, ValueError) as error:
        return {"status": "malformed", "type": "text/plain"}, str(error).encode()
    except TooLarge:
        return {"status": "large", "type": "text/plain"}, b""
    except (OSError, RuntimeError) as error:
        return {"status": "failed", "type": "text/plain"}, str(error).encode()


def _nodes(iris: list[str]) -> list[Any] | None:
    return [NamedNode(iri) for iri in iris] or None


def _serialised(
    found: QueryBoolean | QuerySolutions | QueryTriples, accept: str, most: int
) -> tuple[dict[str, str], bytes]:
    body = Bounded(most)
    if isinstance(found, QueryTriples):
        media = wanted(accept, list(GRAPHS))
        if media:
            found.serialize(body, GRAPHS[media])
    else:
        media = wanted(accept, list(RESULTS))
        if media:
            found.serialize(body, RESULTS[media])
    if media is None:
        return {"status": "refused", "type": "text/plain"}, b""
    return {"status": "ok", "type": media}, body.getvalue()


if __name__ == "__main__":
    main()
