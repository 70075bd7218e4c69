"""The SPARQL 1.1 Graph Store HTTP Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/)."""

from __future__ import annotations

from pyoxigraph import NamedNode
from rdflib import URIRef
from starlette.requests import Request
from starlette.responses import Response

from kg.serve.changing import Content
from kg.serve.formats import GRAPHS, wanted
from kg.serve.pool import Asked
from kg.serve.protocol import Refused, body_of, refusing
from kg.serve.service import Service
from kg.serve.targets import DEFAULT, check_graph

_THERE = "SELECT * {{ GRAPH {graph} {{ ?s ?p ?o }} }} LIMIT 1"
_ALL_OF = "CONSTRUCT {{ ?s ?p ?o }} {{ {pattern} }}"


@refusing
async def graph_store(request: Request) -> Response:
    """One graph: read, replaced, added to or deleted."""
    service: Service = request.app.state.service
    graph = _graph(request)
    if request.method in ("GET", "HEAD"):
        return await _read(request, service, graph)
    service.writer.check(request)
    check_graph(DEFAULT if graph is None else URIRef(graph.value))
    assert graph is not None  # noqa: S101 - the default graph was refused
    there = await _is_there(service, graph)
    if request.method == "DELETE":
        if not there:
            raise Refused(404, f"{graph.value}: there is no such graph")
        await service.change(Content(graph.value, b"", "text/turtle", clear=True))
        return Response(status_code=204)
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media not in GRAPHS:
        raise Refused(415, f"content type {media or 'missing'}; send {', '.join(GRAPHS)}")
    body = await body_of(request, service.limits.answer_bytes)
    await service.change(Content(graph.value, body, media, clear=request.method == "PUT"))
    return Response(status_code=204 if there else 201)


def _graph(request: Request) -> NamedNode | None:
    """The graph that the address names; None is the default graph."""
    names = request.query_params.getlist("graph")
    if ("default" in request.query_params) + len(names) != 1:
        raise Refused(400, "name one graph: ?graph=IRI or ?default")
    if not names:
        return None
    try:
        return NamedNode(names[0])
    except ValueError:
        raise Refused(400, f"{names[0]}: is no IRI") from None


async def _is_there(service: Service, graph: NamedNode) -> bool:
    return bool(await service.rows(_THERE.format(graph=graph)))


async def _read(request: Request, service: Service, graph: NamedNode | None) -> Response:
    media = wanted(request.headers.get("accept", ""), list(GRAPHS))
    if media is None:
        raise Refused(406, f"accept one of {', '.join(GRAPHS)}")
    if graph is not None and not await _is_there(service, graph):
        raise Refused(404, f"{graph.value}: there is no such graph")
    pattern = "?s ?p ?o" if graph is None else f"GRAPH {graph} {{ ?s ?p ?o }}"
    asked = Asked(_ALL_OF.format(pattern=pattern), media, service.limits.answer_bytes)
    answer = await service.ask(request, asked)
    return Response(answer.body, media_type=answer.type, headers={"Vary": "Accept"})
