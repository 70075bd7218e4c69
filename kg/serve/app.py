"""The application: which address is answered by what."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg.serve.asking import question_answer, question_list, terms
from kg.serve.cypher import cypher
from kg.serve.description import data_set
from kg.serve.endpoint import sparql
from kg.serve.formats import GRAPHS, HTML, wanted
from kg.serve.graph_store import graph_store
from kg.serve.guarding import Guarded
from kg.serve.protocol import Refused
from kg.serve.rendering import rendered
from kg.serve.resources import KINDS, ontology, resource
from kg.serve.searching import search
from kg.serve.service import Service
from kg.serve.watching import Metrics, Watching

HERE = Path(__file__).parent


def application(service: Service, *, origins: tuple[str, ...] = ("*",)) -> Starlette:
    """The application that serves a graph folder; pages of `origins` may read it too."""
    metrics = Metrics()

    @asynccontextmanager
    async def running(app: Starlette) -> AsyncIterator[None]:
        async with service.running():
            yield

    app = Starlette(
        routes=[
            Route("/", root, name="root"),
            Route("/sparql", sparql, methods=["GET", "POST"], name="sparql"),
            Route(
                "/store", graph_store, methods=["GET", "PUT", "POST", "DELETE"], name="graph store"
            ),
            Route("/cypher", cypher, methods=["POST"]),
            Route("/ontology", ontology),
            *(Route(f"/{kind}/{{id:path}}", resource, name=kind) for kind in KINDS),
            Route("/.well-known/void", lambda request: RedirectResponse(request.url_for("root"))),
            Route("/resource.css", lambda request: FileResponse(HERE / "resource.css")),
            Route("/search", search),
            Route("/terms.json", terms),
            Route("/questions.json", question_list),
            Route("/questions/{key}", question_answer),
            Route("/health", health),
            Route("/metrics", figures),
            Mount("/page", StaticFiles(directory=HERE / "page")),
        ],
        middleware=[
            Middleware(Watching, metrics=metrics),
            Middleware(CORSMiddleware, allow_origins=origins, allow_methods=["GET", "POST"]),
            Middleware(GZipMiddleware),
            Middleware(Guarded),
        ],
        lifespan=running,
    )
    app.state.service = service
    app.state.metrics = metrics
    return app


async def root(request: Request) -> Response:
    """The page for people, or the description of the data set for machines."""
    media = wanted(request.headers.get("accept", ""), [HTML, *GRAPHS])
    if media is None:
        return PlainTextResponse("this is answered as HTML or RDF; accept text/turtle\n", 406)
    if media == HTML:
        return FileResponse(HERE / "page" / "index.html", headers={"Vary": "Accept"})
    try:
        return rendered(await data_set(request), media)
    except Refused as refusal:
        return PlainTextResponse(f"{refusal}\n", refusal.status)


async def health(request: Request) -> Response:
    """Whether queries are answered."""
    service: Service = request.app.state.service
    try:
        await service.rows("SELECT * {} LIMIT 1")
    except Refused as refusal:
        return PlainTextResponse(f"{refusal}\n", 503)
    return PlainTextResponse("ok\n")


async def figures(request: Request) -> Response:
    """The figures, as Prometheus reads them."""
    metrics: Metrics = request.app.state.metrics
    return Response(generate_latest(metrics.registry), media_type=CONTENT_TYPE_LATEST)
