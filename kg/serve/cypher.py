"""Cypher queries for the page, answered by the Neo4j that the server was started with."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.errors import QueryError, StoreUnreachable
from kg.serve.protocol import Refused, body_of, refusing
from kg.serve.service import Service

ROWS = 10_000
"""The most rows of an answer."""


@refusing
async def cypher(request: Request) -> Response:
    """The answer to `{"query": …, "parameters": {…}}`, a query that only reads, as JSON."""
    service: Service = request.app.state.service
    store = service.neo4j
    if store is None:
        raise Refused(404, "no Neo4j is asked here; start the server with --neo4j URI")
    query, parameters = _asked(await body_of(request, service.limits.query_bytes))
    seconds = service.limits.seconds
    try:
        answer = await asyncio.to_thread(
            store.query, query, parameters, limit=ROWS, timeout=seconds
        )
    except QueryError as error:
        raise Refused(400, str(error)) from None
    except StoreUnreachable as error:
        raise Refused(503, str(error)) from None
    return JSONResponse({"columns": answer.columns, "rows": answer.rows})


def _asked(body: bytes) -> tuple[str, Mapping[str, Any]]:
    try:
        asked = json.loads(body)
        query, parameters = asked["query"], asked.get("parameters", {})
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Refused(400, 'send JSON: {"query": "MATCH …", "parameters": {}}') from None
    if not isinstance(query, str) or not isinstance(parameters, dict):
        raise Refused(400, "query is to be a text, and parameters an object")
    return query, parameters
