"""Workers that answer queries, one a core, each stopped when its query is no longer wanted."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from kg.loaders.rdf import prefixes

LINE = 2**20
"""The most bytes of the line before an answer."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query; `accept` is the client's, and `most` how many bytes its answer may have.

    The graphs are those of the protocol's `default-graph-uri` and `named-graph-uri`.
    """

    query: str
    accept: str
    most: int
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()

    def line(self) -> bytes:
        """It as a worker reads it."""
        told = {name: getattr(self, name) for name in self.__slots__}
        return json.dumps(told).encode() + b"\n"


@dataclass(frozen=True, slots=True)
class Answered:
    """A worker's answer; `status` is ok, malformed, refused, large or failed."""

    status: str
    type: str
    body: bytes


class Worker:
    """A process that answers one query at a time."""

    def __init__(self, process: asyncio.subprocess.Process, store: Path) -> None:
        self._process = process
        self.store = store

    @classmethod
    async def start(cls, store: Path) -> Worker:
        """A worker on the store in the folder `store`."""
        known = dict(prefixes())
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", "kg.serve.worker", str(store), json.dumps(known)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=LINE,
        )
        return cls(process, store)

    async def ask(self, asked: Asked) -> Answered:
        """The answer; a worker that died of the query has failed."""
        sent, received = self._process.stdin, self._process.stdout
        if sent is None or received is None:
            raise AssertionError("a worker has pipes")
        try:
            sent.write(asked.line())
            await sent.drain()
            head = json.loads(await received.readline())
            body = await received.readexactly(head["bytes"])
        except (OSError, ValueError, asyncio.IncompleteReadError):
            return Answered("failed", "text/plain", b"the query needed too much")
        return Answered(head["status"], head["type"], body)

    @property
    def lives(self) -> bool:
        """Whether the process runs."""
        return self._process.returncode is None

    async def stop(self) -> None:
        """End the process, whatever it does."""
        with suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()


class Pool:
    """Workers on the newest copy of the store."""

    def __init__(self, store: Path, size: int) -> None:
        self._store = store
        self._busy: set[Worker] = set()
        self._free: asyncio.Queue[Worker | None] = asyncio.Queue()
        for _ in range(size):
            self._free.put_nowait(None)
        self._size = size

    async def ask(self, asked: Asked) -> Answered:
        """The answer of the next free worker; if nobody waits for it any more, it is stopped."""
        async with self._borrowed() as worker:
            return await worker.ask(asked)

    @property
    def stores(self) -> set[Path]:
        """The copies of the store that are in use."""
        return {self._store, *(worker.store for worker in self._busy)}

    async def move(self, store: Path) -> None:
        """Answer from the copy `store` from now on; what is being answered goes on where it is."""
        self._store = store
        for _ in range(self._free.qsize()):
            idle = self._free.get_nowait()
            if idle is not None:
                await idle.stop()
            self._free.put_nowait(None)

    async def close(self) -> None:
        """Stop the workers, when each has answered."""
        for _ in range(self._size):
            worker = await self._free.get()
            if worker is not None:
                await worker.stop()

    @asynccontextmanager
    async def _borrowed(self) -> AsyncIterator[Worker]:
        worker = await self._free.get()
        kept: Worker | None = None
        try:
            worker = await self._fresh(worker)
            self._busy.add(worker)
            yield worker
            kept = worker
        finally:
            if worker is not None:
                self._busy.discard(worker)
                if kept is None:
                    await asyncio.shield(worker.stop())
            self._free.put_nowait(kept)

    async def _fresh(self, worker: Worker | None) -> Worker:
        """A worker that lives and has the newest copy."""
        if worker is not None and worker.lives and worker.store == self._store:
            return worker
        if worker is not None:
            await worker.stop()
        return await Worker.start(self._store)
