"""Changes of the graphs that readers write: one after the other, for those who have the token."""

from __future__ import annotations

import asyncio
import base64
import hmac
import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.requests import Request

from kg.errors import StoreLocked
from kg.loaders.rdf import prefixes
from kg.serve.protocol import Refused
from kg.serve.snapshots import Snapshots
from kg.serve.writer import REFUSED


@dataclass(frozen=True, slots=True)
class Update:
    """A SPARQL update; `using` and `using_named` are the graphs that its patterns see, if any."""

    update: str
    using: tuple[str, ...] = ()
    using_named: tuple[str, ...] = ()

    def told(self) -> dict[str, Any]:
        """It as the writer reads it."""
        return {
            "update": self.update,
            "using": self.using,
            "using_named": self.using_named,
            "prefixes": dict(prefixes()),
        }


@dataclass(frozen=True, slots=True)
class Content:
    """What a graph is to hold, instead of what it holds (`clear`) or beside that."""

    graph: str
    body: bytes
    media: str
    clear: bool

    def told(self) -> dict[str, Any]:
        """It as the writer reads it."""
        body = base64.b64encode(self.body).decode()
        return {"graph": self.graph, "body": body, "media": self.media, "clear": self.clear}


class Writer:
    """Carries out changes, one at a time; `token` is what clients must know."""

    def __init__(self, snapshots: Snapshots, token: str, seconds: float) -> None:
        self._snapshots = snapshots
        self._token = token
        self._seconds = seconds
        self._turn = asyncio.Lock()

    def check(self, request: Request) -> None:
        """Let only those pass who know the token.

        Raises:
            Refused: nothing can be written here, or the token is missing or wrong.
        """
        if not self._token:
            raise Refused(403, "this endpoint only reads; start it with --write and --token")
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        right = hmac.compare_digest(given.strip().encode(), self._token.encode())
        if scheme.lower() != "bearer" or not right:
            raise Refused(401, "send the token: Authorization: Bearer TOKEN")

    async def change(self, change: Update | Content) -> None:
        """Carry out `change`, safely on disk when this returns.

        Raises:
            Refused: it is malformed, takes too long, or a build is writing the folder.
        """
        async with self._turn:
            try:
                copy = await asyncio.to_thread(self._snapshots.scratch)
            except StoreLocked:
                raise Refused(503, "another process writes the graph; try again") from None
            try:
                await self._carry_out(change, copy)
            finally:
                shutil.rmtree(copy, ignore_errors=True)

    async def _carry_out(self, change: Update | Content, copy: Path) -> None:
        child = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", "kg.serve.writer", str(copy), str(self._snapshots.own)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        try:
            async with asyncio.timeout(self._seconds):
                said, _ = await child.communicate(json.dumps(change.told()).encode())
        except TimeoutError:
            raise Refused(503, f"the change was stopped after {self._seconds:g} s") from None
        finally:
            if child.returncode is None:
                child.kill()
                await child.wait()
        if child.returncode:
            known = child.returncode == REFUSED
            raise Refused(400 if known else 500, said.decode() or "the change failed")
