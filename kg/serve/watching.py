"""Every request counted, timed and told in one line of JSON, without what was asked in it."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Metrics:
    """The figures of https://prometheus.io, each server its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "faisceau_requests",
            "Requests answered.",
            ["route", "method", "status"],
            registry=self.registry,
        )
        self.seconds = Histogram(
            "faisceau_request_seconds", "Time to answer.", ["route"], registry=self.registry
        )
        self.under_way = Gauge(
            "faisceau_requests_under_way", "Requests not yet answered.", registry=self.registry
        )


def to_stderr(line: str) -> None:
    """Write a line of the log."""
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


class Watching:
    """An ASGI application that counts and logs the requests to another."""

    def __init__(
        self, app: ASGIApp, metrics: Metrics, log: Callable[[str], None] = to_stderr
    ) -> None:
        self._app = app
        self._metrics = metrics
        self._log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status, size, started = 500, 0, time.perf_counter()

        async def counted(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
            size += len(message.get("body", b""))
            await send(message)

        with self._metrics.under_way.track_inprogress():
            try:
                await self._app(scope, receive, counted)
            finally:
                self._note(scope, status, size, time.perf_counter() - started)

    def _note(self, scope: Scope, status: int, size: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "") or "other"
        self._metrics.requests.labels(route, scope["method"], status).inc()
        self._metrics.seconds.labels(route).observe(seconds)
        told = {
            "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "client": (scope.get("client") or ("",))[0],
            "method": scope["method"],
            "path": scope["path"],
            "status": status,
            "bytes": size,
            "ms": round(seconds * 1000, 1),
        }
        self._log(json.dumps(told, ensure_ascii=False))
