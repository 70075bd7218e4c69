"""Processes that answer queries, one a core, each many at a time.

A query can't be stopped, a process can: one that answers a query which is no longer wanted gets no
more, and is ended as soon as nobody waits for anything else of it.
"""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from kg.loaders.rdf import prefixes

LINE = 2**20
"""The most bytes of the line before an answer."""
AT_ONCE = 32
"""The most queries that one worker answers at a time."""
PATIENCE = 10
"""Seconds for which what is being answered may go on when the pool closes."""


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

    def line(self, number: int) -> bytes:
        """It as a worker reads it; `number` tells which answer is its."""
        told = {"number": number, **{name: getattr(self, name) for name in self.__slots__}}
        return json.dumps(told).encode() + b"\n"


@dataclass(frozen=True, slots=True)
class Answered:
    """A worker's answer; `status` is ok, malformed, refused, large or failed."""

    status: str
    type: str
    body: bytes


class Worker:
    """A process that answers queries on the store in the folder `store`."""

    def __init__(self, process: asyncio.subprocess.Process, store: Path) -> None:
        self.store = store
        self.is_wanted = True
        self._process = process
        self._numbers = count()
        self._waiting: dict[int, asyncio.Future[Answered]] = {}
        self._reading = asyncio.create_task(self._read())

    @classmethod
    async def start(cls, store: Path) -> Worker:
        """A worker on the store in the folder `store`."""
        known = json.dumps(dict(prefixes()))
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", "kg.serve.worker", str(store), known, str(AT_ONCE)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=LINE,
        )
        return cls(process, store)

    @property
    def lives(self) -> bool:
        """Whether the process runs."""
        return self._process.returncode is None and not self._reading.done()

    @property
    def load(self) -> int:
        """How many answers are waited for."""
        return len(self._waiting)

    async def ask(self, asked: Asked) -> Answered:
        """The answer; a worker that died of a query has failed."""
        number, answer = next(self._numbers), asyncio.get_running_loop().create_future()
        self._waiting[number] = answer
        try:
            assert self._process.stdin is not None  # noqa: S101 - a worker has pipes
            self._process.stdin.write(asked.line(number))
            await self._process.stdin.drain()
            found: Answered = await answer
            return found
        except OSError:
            return FAILED
        except asyncio.CancelledError:
            self.is_wanted = False
            raise
        finally:
            self._waiting.pop(number, None)
            self._end_if_idle()

    def retire(self) -> None:
        """Give it no more queries; end it when nobody waits for it."""
        self.is_wanted = False
        self._end_if_idle()

    async def stop(self) -> None:
        """End the process, whatever it does."""
        with suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()
        await self._reading

    def _end_if_idle(self) -> None:
        if not self.is_wanted and not self._waiting:
            with suppress(ProcessLookupError):
                self._process.kill()

    async def _read(self) -> None:
        """Hand each answer to who waits for it, until the process ends."""
        output = self._process.stdout
        assert output is not None  # noqa: S101 - a worker has pipes
        with suppress(ValueError, asyncio.IncompleteReadError):
            while line := await output.readline():
                head = json.loads(line)
                body = await output.readexactly(head["bytes"])
                answer = self._waiting.get(head["number"])
                if answer is not None and not answer.done():
                    answer.set_result(Answered(head["status"], head["type"], body))
        await self._process.wait()
        for answer in self._waiting.values():
            if not answer.done():
                answer.set_result(FAILED)


FAILED = Answered("failed", "text/plain", b"the query needed too much")


class Pool:
    """Workers on the newest copy of the store."""

    def __init__(self, store: Path, size: int) -> None:
        self._store = store
        self._size = size
        self._workers: list[Worker] = []
        self._retired: list[Worker] = []
        self._starting = asyncio.Lock()
        self._room = asyncio.Semaphore(size * AT_ONCE)

    async def ask(self, asked: Asked) -> Answered:
        """The answer of the least busy worker."""
        async with self._room:
            worker = await self._next()
            return await worker.ask(asked)

    @property
    def stores(self) -> set[Path]:
        """The copies of the store that are in use."""
        return {self._store, *(each.store for each in self._retired if each.lives)}

    async def move(self, store: Path) -> None:
        """Answer from the copy `store` from now on; what is being answered goes on where it is."""
        async with self._starting:
            self._store = store
            self._sort_out()

    async def close(self) -> None:
        """Stop the workers, when each has answered or been waited for long enough."""
        for each in (*self._workers, *self._retired):
            each.retire()
        deadline = asyncio.get_running_loop().time() + PATIENCE
        for each in (*self._workers, *self._retired):
            while each.load and asyncio.get_running_loop().time() < deadline:
                await asyncio.sleep(0.05)
            await each.stop()

    async def _next(self) -> Worker:
        """The least busy worker; a new one while there are fewer than there may be."""
        async with self._starting:
            self._sort_out()
            while len(self._workers) < self._size:
                self._workers.append(await Worker.start(self._store))
            return min(self._workers, key=lambda worker: worker.load)

    def _sort_out(self) -> None:
        """Retire the workers that died, are spoiled, or have an old copy."""
        good = [w for w in self._workers if w.lives and w.is_wanted and w.store == self._store]
        self._retired = [w for w in (*self._retired, *self._workers) if w.lives and w not in good]
        self._workers = good
        for each in self._retired:
            each.retire()
