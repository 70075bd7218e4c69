"""The prepared questions, and the words of the ontology, for the page."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.errors import InputError, QueryError
from kg.loaders.answer import Answer
from kg.loaders.rdf import prefixes
from kg.loaders.sparql import answer
from kg.ontology import load
from kg.questions import Question, SparqlEngine, ask, question, questions
from kg.questions.asking import checked
from kg.serve.pool import Asked
from kg.serve.protocol import Refused, refusing
from kg.serve.service import Service

KINDS = ("Event", "Person", "Organisation", "Country", "Place")
"""The classes that have a look of their own on the page; of several the first."""


class _Store:
    """The server's own store, for the questions, which ask from a thread of theirs."""

    def __init__(self, service: Service, loop: asyncio.AbstractEventLoop) -> None:
        self._service = service
        self._loop = loop

    def query(self, sparql: str) -> Answer:
        """The answer to a query."""
        asked = Asked(sparql, "application/sparql-results+json", self._service.limits.answer_bytes)
        told = asyncio.run_coroutine_threadsafe(self._service.answer(asked), self._loop)
        return answer(told.result().body)


async def question_list(request: Request) -> Response:
    """All prepared questions with their texts, as JSON."""
    return JSONResponse([_told(each) for each in questions().values()])


@refusing
async def question_answer(request: Request) -> Response:
    """The answer to one, whose parameters are those of the address, as JSON."""
    service: Service = request.app.state.service
    given = dict(request.query_params)
    engine = SparqlEngine(_Store(service, asyncio.get_running_loop()))
    try:
        asked = question(request.path_params["key"])
        found = await asyncio.to_thread(ask, asked, engine, given)
        values = await asyncio.to_thread(checked, asked, engine, given)
    except InputError as error:
        raise Refused(400, str(error)) from None
    except QueryError as error:
        raise Refused(500, str(error)) from None
    shown = engine.shown(asked.text("sparql"), values)
    return JSONResponse({"columns": found.columns, "rows": found.rows, "sparql": shown})


async def terms(request: Request) -> Response:
    """The prefixes, what the terms of the ontology are called, and whether Cypher is answered."""
    service: Service = request.app.state.service
    ontology = load()
    return JSONResponse(
        {
            "base": ontology.base,
            "cypher": service.neo4j is not None,
            "prefixes": dict(prefixes()),
            "classes": {name: _kind(name) for name in ontology.classes},
            "relations": {
                name: {**term.labels, "cypher": ontology.relationship_type(name)}
                for name, term in ontology.relations.items()
            },
            "certainties": {name: dict(term.labels) for name, term in ontology.certainties.items()},
        }
    )


def _kind(name: str) -> dict[str, str]:
    """What a class is called, and which of the kinds that the page draws it belongs to."""
    ontology = load()
    above = ontology.ancestors(name)
    kind = next((each for each in KINDS if each in above), "Entity")
    return {**ontology.classes[name].labels, "kind": kind}


def _told(asked: Question) -> dict[str, object]:
    return {
        "key": asked.key,
        "title": asked.title,
        "about": asked.about,
        "parameters": [
            {"name": p.name, "kind": p.kind, "about": p.about, "default": p.default}
            for p in asked.parameters
        ],
        "sparql": asked.text("sparql"),
        "cypher": asked.text("cypher"),
    }
