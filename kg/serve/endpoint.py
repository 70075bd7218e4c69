"""The SPARQL endpoint: queries in, results in the format that the client wants out."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.serve.changing import Update
from kg.serve.description import description
from kg.serve.formats import GRAPHS, HTML, wanted
from kg.serve.pool import Asked
from kg.serve.protocol import Operation, Refused, operation, refusing
from kg.serve.rendering import rendered
from kg.serve.service import Service
from kg.serve.targets import check_update


@refusing
async def sparql(request: Request) -> Response:
    """An operation of the SPARQL 1.1 Protocol; without one, the service description."""
    service: Service = request.app.state.service
    asked = await operation(request, most=service.limits.query_bytes)
    if asked.is_update:
        return await _updated(request, service, asked)
    if not asked.text:
        return await _described(request)
    return await _answered(request, service, asked)


async def _updated(request: Request, service: Service, asked: Operation) -> Response:
    service.writer.check(request)
    check_update(asked.text, using=bool(asked.default_graphs or asked.named_graphs))
    await service.change(Update(asked.text, asked.default_graphs, asked.named_graphs))
    return Response(status_code=204)


async def _answered(request: Request, service: Service, asked: Operation) -> Response:
    answer = await service.ask(
        request,
        Asked(
            asked.text,
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
