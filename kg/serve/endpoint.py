"""The SPARQL endpoint: queries in, results in the format that the client wants out."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from kg.serve.description import description
from kg.serve.formats import GRAPHS, HTML, wanted
from kg.serve.pool import Asked
from kg.serve.protocol import Operation, Refused, operation
from kg.serve.rendering import rendered
from kg.serve.service import Service


async def sparql(request: Request) -> Response:
    """An operation of the SPARQL 1.1 Protocol; without a query, the service description."""
    service: Service = request.app.state.service
    try:
        asked = await operation(request, most=service.limits.query_bytes)
        if not asked.query:
            return await _described(request)
        return await _answered(request, service, asked)
    except Refused as refusal:
        return PlainTextResponse(f"{refusal}\n", refusal.status)


async def _answered(request: Request, service: Service, asked: Operation) -> Response:
    answer = await service.ask(
        request,
        Asked(
            asked.query,
            request.headers.get("accept", ""),
            service.limits.answer_bytes,
            asked.default_graphs,
            asked.named_graphs,
        ),
    )
    return Response(answer.body, media_type=answer.type, headers={"Vary": "Accept"})


async def _described(request: Request) -> Response:
    media = wanted(request.headers.get("accept", ""), [*GRAPHS, HTML])
    if media is None:
        raise Refused(406, "the service description is RDF; accept text/turtle")
    if media == HTML:
        return RedirectResponse("./", 303)
    return rendered(await description(request), media)
