"""What answers: workers on the newest copy of a folder's RDF store, within limits."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from starlette.requests import Request

from kg.errors import QueryError
from kg.loaders.property_graph import PropertyGraph
from kg.loaders.sparql import check
from kg.serve.changing import Content, Update, Writer
from kg.serve.pool import Answered, Asked, Pool
from kg.serve.protocol import Refused
from kg.serve.snapshots import Snapshots

Row: TypeAlias = dict[str, str]
Kept = TypeVar("Kept")

MEGABYTE = 2**20
PERIOD = 1.0
"""Seconds between two looks at whether the folder has changed."""

_STATUS = {"malformed": 400, "refused": 406, "large": 400, "failed": 500}


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may cost: `seconds`, and bytes of its text and of its answer."""

    seconds: float = 30
    query_bytes: int = MEGABYTE
    answer_bytes: int = 64 * MEGABYTE
    workers: int = os.cpu_count() or 1


class Service:
    """Answers queries on the graph folder at `path`."""

    def __init__(
        self,
        path: Path,
        limits: Limits | None = None,
        *,
        token: str = "",
        neo4j: PropertyGraph | None = None,
    ) -> None:
        """Make the first copy of the store.

        Clients that know `token` may write graphs; Cypher is asked of `neo4j`.

        Raises:
            GraphFolderError: there is no graph folder.
            StoreLocked: another process writes it.
            DiskError: there is no room for a copy.
        """
        self.limits = limits or Limits()
        self._snapshots = Snapshots(path)
        self.writer = Writer(self._snapshots, token, self.limits.seconds)
        self.neo4j = neo4j
        self._pool = Pool(self._snapshots.current, self.limits.workers)
        self._renewing = asyncio.Lock()
        self._kept: dict[str, Any] = {}

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Within it queries are answered, and a change of the folder is seen."""
        watching = asyncio.create_task(self._watch())
        try:
            yield
        finally:
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching
            await self._pool.close()
            self._snapshots.close()

    @property
    def changed(self) -> float:
        """When what is served was last changed, in seconds since 1970."""
        return self._snapshots.changed

    async def ask(self, request: Request, asked: Asked) -> Answered:
        """The answer for the client that sent `request`; its worker is stopped if the client goes.

        Raises:
            Refused: the query is malformed, too slow, or its answer too large.
        """
        try:
            check(asked.query)
        except QueryError as error:
            raise Refused(400, str(error)) from None
        answering = asyncio.create_task(self._pool.ask(asked))
        leaving = asyncio.create_task(_gone(request))
        tasks = {answering, leaving}
        try:
            await asyncio.wait(
                tasks, timeout=self.limits.seconds, return_when=asyncio.FIRST_COMPLETED
            )
            if not answering.done():
                raise _too_late(self.limits) if not leaving.done() else Refused(499, "")
            return self._checked(answering.result())
        finally:
            await _end(tasks)

    async def answer(self, asked: Asked) -> Answered:
        """The answer to a query of our own.

        Raises:
            Refused: it is too slow, or its answer too large.
        """
        try:
            async with asyncio.timeout(self.limits.seconds):
                return self._checked(await self._pool.ask(asked))
        except TimeoutError:
            raise _too_late(self.limits) from None

    async def rows(self, query: str) -> list[Row]:
        """The rows of a SELECT of our own, as the texts of its terms."""
        asked = Asked(query, "application/sparql-results+json", self.limits.answer_bytes)
        answered = await self.answer(asked)
        found: list[dict[str, dict[str, str]]] = json.loads(answered.body)["results"]["bindings"]
        return [{name: cell["value"] for name, cell in row.items()} for row in found]

    async def kept(self, name: str, make: Callable[[], Awaitable[Kept]]) -> Kept:
        """What `make` gives; made once for each state of the folder."""
        if name not in self._kept:
            self._kept[name] = await make()
        found: Kept = self._kept[name]
        return found

    async def kept_rows(self, query: str) -> list[Row]:
        """As `rows`; asked once for each state of the folder."""
        return await self.kept(query, lambda: self.rows(query))

    async def change(self, change: Update | Content) -> None:
        """Carry out a change of the graphs that readers write; whoever asks next sees it.

        Raises:
            Refused: as `Writer.change`.
        """
        await self.writer.change(change)
        await self._renew()

    def _checked(self, answered: Answered) -> Answered:
        if answered.status == "ok":
            return answered
        messages: dict[str, Callable[[], str]] = {
            "malformed": lambda: f"the query is malformed: {answered.body.decode()}",
            "refused": lambda: "no format of the answer fits the header Accept",
            "large": lambda: (
                f"the answer is larger than {self.limits.answer_bytes // MEGABYTE} MB; add a LIMIT"
            ),
            "failed": lambda: f"the query failed: {answered.body.decode()}; make it narrower",
        }
        raise Refused(_STATUS[answered.status], messages[answered.status]())

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(PERIOD)
            await self._renew()

    async def _renew(self) -> None:
        """Answer from a new copy, if the folder has changed."""
        async with self._renewing:
            if await asyncio.to_thread(self._snapshots.renewed):
                self._kept = {}
                await self._pool.move(self._snapshots.current)
                await asyncio.to_thread(self._snapshots.forget_others, self._pool.stores)


def _too_late(limits: Limits) -> Refused:
    return Refused(
        503, f"the query was stopped after {limits.seconds:g} s; make it narrower, or add a LIMIT"
    )


async def _gone(request: Request) -> None:
    """Return when the client has closed the connection."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _end(tasks: set[asyncio.Task[Any]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
