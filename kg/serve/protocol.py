"""The SPARQL 1.1 Protocol: what a request asks (https://www.w3.org/TR/sparql11-protocol/)."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.requests import Request

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"
UTF8 = ("utf-8", "utf8", "")


class Refused(Exception):
    """A request that is answered with this status and message."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Operation:
    """A query operation; "" as `query` asks for the service description."""

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


async def operation(request: Request, *, most: int) -> Operation:
    """What `request` asks, in at most so many bytes.

    Raises:
        Refused: it is no query operation of the protocol.
    """
    told = parse_qs(request.url.query, keep_blank_values=True)
    if request.method == "POST":
        told = _posted(request, told, await _text(request, most))
    if "update" in told:
        raise Refused(403, "this endpoint only reads; updates are not taken")
    queries = told.get("query", [])
    if len(queries) > 1:
        raise Refused(400, "several queries; send one")
    if not queries and (request.method == "POST" or set(told) & {*_GRAPHS}):
        raise Refused(400, "no query; send one as the parameter query")
    default, named = (tuple(told.get(name, ())) for name in _GRAPHS)
    return Operation(queries[0] if queries else "", default, named)


_GRAPHS = ("default-graph-uri", "named-graph-uri")


def _posted(request: Request, told: dict[str, list[str]], body: str) -> dict[str, list[str]]:
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media == FORM:
        if "query" in told or "update" in told:
            raise Refused(400, "the query belongs into the form, not into the address")
        return {**told, **parse_qs(body, keep_blank_values=True)}
    if media == DIRECT:
        return {**told, "query": [*told.get("query", []), body]}
    if media == UPDATE:
        return {**told, "update": [body]}
    raise Refused(415, f"content type {media or 'missing'}; send {FORM} or {DIRECT}")


async def _text(request: Request, most: int) -> str:
    charset = ""
    for parameter in request.headers.get("content-type", "").split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            charset = value.strip().strip('"').lower()
    try:
        if charset not in UTF8:
            raise Refused(400, f"charset {charset}; send UTF-8")
        return (await _body(request, most)).decode()
    except UnicodeDecodeError:
        raise Refused(400, "the body is not UTF-8; send UTF-8") from None


async def _body(request: Request, most: int) -> bytes:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > most:
            raise Refused(413, f"the query is larger than {most} bytes")
    return bytes(body)
