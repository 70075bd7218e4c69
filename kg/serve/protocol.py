"""The SPARQL 1.1 Protocol: what a request asks (https://www.w3.org/TR/sparql11-protocol/)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import wraps
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"
UTF8 = ("utf-8", "utf8", "")


class Refused(Exception):
    """A request that is answered with this status and message."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


Handler = Callable[[Request], Awaitable[Response]]


def refusing(handler: Handler) -> Handler:
    """`handler`, whose refusals become answers."""

    @wraps(handler)
    async def answering(request: Request) -> Response:
        try:
            return await handler(request)
        except Refused as refusal:
            headers = {"WWW-Authenticate": "Bearer"} if refusal.status == 401 else None
            return PlainTextResponse(f"{refusal}\n", refusal.status, headers)

    return answering


@dataclass(frozen=True, slots=True)
class Operation:
    """A query or an update; "" as `text` of a query asks for the service description.

    The graphs are those of `default-graph-uri` and `named-graph-uri`, or `using-graph-uri` and
    `using-named-graph-uri`.
    """

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    is_update: bool = False


async def operation(request: Request, *, most: int) -> Operation:
    """What `request` asks, in at most so many bytes.

    Raises:
        Refused: it is no query operation of the protocol.
    """
    told = parse_qs(request.url.query, keep_blank_values=True)
    if request.method == "POST":
        told = _posted(request, told, await _text(request, most))
    kind = "update" if "update" in told else "query"
    texts = told.get(kind, [])
    if len(texts) > 1 or {"query", "update"} <= set(told):
        raise Refused(400, "several operations; send one")
    if kind == "update" and request.method != "POST":
        raise Refused(400, "an update is sent by POST")
    if not texts and (request.method == "POST" or set(told) & {*_GRAPHS["query"]}):
        raise Refused(400, "no query; send one as the parameter query")
    default, named = (tuple(told.get(name, ())) for name in _GRAPHS[kind])
    return Operation(texts[0] if texts else "", default, named, kind == "update")


_GRAPHS = {
    "query": ("default-graph-uri", "named-graph-uri"),
    "update": ("using-graph-uri", "using-named-graph-uri"),
}


def _posted(request: Request, told: dict[str, list[str]], body: str) -> dict[str, list[str]]:
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media == FORM:
        if "query" in told or "update" in told:
            raise Refused(400, "the query belongs into the form, not into the address")
        return {**told, **parse_qs(body, keep_blank_values=True)}
    if media == DIRECT:
        return {**told, "query": [*told.get("query", []), body]}
    if media == UPDATE:
        return {**told, "update": [*told.get("update", []), body]}
    raise Refused(415, f"content type {media or 'missing'}; send {FORM}, {DIRECT} or {UPDATE}")


async def _text(request: Request, most: int) -> str:
    charset = ""
    for parameter in request.headers.get("content-type", "").split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            charset = value.strip().strip('"').lower()
    try:
        if charset not in UTF8:
            raise Refused(400, f"charset {charset}; send UTF-8")
        return (await body_of(request, most)).decode()
    except UnicodeDecodeError:
        raise Refused(400, "the body is not UTF-8; send UTF-8") from None


async def body_of(request: Request, most: int) -> bytes:
    """The body of `request`.

    Raises:
        Refused: it is larger than so many bytes.
    """
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > most:
            raise Refused(413, f"the request is larger than {most} bytes")
    return bytes(body)
