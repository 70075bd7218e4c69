"""Linked data: what an entity, a claim, a document or a term of the ontology is, as HTML or RDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files

from pyoxigraph import NamedNode, RdfFormat, parse
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from kg.loaders.rdf import terms
from kg.ontology import load
from kg.serve.formats import GRAPHS, HTML, wanted
from kg.serve.html import Claim, Resource, ontology_page, page
from kg.serve.pool import Asked
from kg.serve.protocol import Refused
from kg.serve.rendering import rendered
from kg.serve.service import Service

MOST = 10_000
"""Triples of one answer in RDF."""
PAGE = 100
"""Claims on one page of HTML."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How things of a kind are named, and asked for, ?this being the thing."""

    node: Callable[[str], NamedNode]
    rdf: str
    claims: str


_ABOUT = "CONSTRUCT { ?this ?p ?o . ?s ?q ?this } { { ?this ?p ?o } UNION { ?s ?q ?this } }"
_OF_THING = "{ ?claim rdf:subject ?this } UNION { ?claim rdf:object ?this }"
KINDS = {
    "entity": Kind(terms.entity, _ABOUT, _OF_THING),
    "claim": Kind(terms.claim, "DESCRIBE ?this", "VALUES ?claim { ?this }"),
    "document": Kind(
        terms.document,
        "CONSTRUCT { ?s ?p ?o } { GRAPH ?this { ?s ?p ?o } }",
        "?claim fa:inDocument ?this ; a fa:Claim .",
    ),
}

_LABELLED = """
SELECT ?p ?o (MIN(?name) AS ?label) {{
  {this} ?p ?o
  OPTIONAL {{ ?o rdfs:label ?name }}
}} GROUP BY ?p ?o ORDER BY ?p ?o LIMIT {most}"""

_CLAIMS = """
SELECT ?claim ?subject ?relation ?object ?certainty ?sentence ?quote ?speaker ?time ?document
       (MIN(?s) AS ?subject_name) (MIN(?o) AS ?object_name) (MIN(?w) AS ?speaker_name)
       (MIN(?t) AS ?title) {{
  {claims}
  ?claim rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object ;
         fa:certainty ?certainty ; fa:sentence ?sentence ; fa:quote ?quote ;
         fa:inDocument ?document .
  OPTIONAL {{ ?subject rdfs:label ?s }}
  OPTIONAL {{ ?object rdfs:label ?o }}
  OPTIONAL {{ ?claim fa:speaker ?speaker OPTIONAL {{ ?speaker rdfs:label ?w }} }}
  OPTIONAL {{ ?claim fa:time ?time }}
  OPTIONAL {{ ?document dcterms:title ?t }}
}} GROUP BY ?claim ?subject ?relation ?object ?certainty ?sentence ?quote ?speaker ?time ?document
ORDER BY ?document ?claim LIMIT {most} OFFSET {first}"""


async def resource(request: Request) -> Response:
    """The thing that the path names."""
    kind = KINDS[request.scope["route"].name]
    node = kind.node(request.path_params["id"])
    try:
        return await _shown(request, kind, node)
    except Refused as refusal:
        return PlainTextResponse(f"{refusal}\n", refusal.status)


async def _shown(request: Request, kind: Kind, node: NamedNode) -> Response:
    service: Service = request.app.state.service
    rows = await service.rows(_LABELLED.format(this=node, most=MOST))
    if not rows:
        return PlainTextResponse(f"{node.value}: nothing is known of it\n", 404)
    successor = _successor(rows)
    if successor:
        path = successor.removeprefix(load().base)
        return RedirectResponse(request.url_for("root").path + path, 301)
    media = wanted(request.headers.get("accept", ""), [HTML, *GRAPHS])
    if media is None:
        raise Refused(406, "this is answered as HTML or RDF; accept text/html or text/turtle")
    if media != HTML:
        query = kind.rdf.replace("?this", str(node))
        if not query.startswith("DESCRIBE"):
            query += f" LIMIT {MOST}"
        asked = Asked(query, media, service.limits.answer_bytes)
        answer = await service.ask(request, asked)
        return Response(answer.body, media_type=answer.type, headers={"Vary": "Accept"})
    first = _page_number(request) * PAGE
    claims = kind.claims.replace("?this", str(node))
    found = await service.rows(_CLAIMS.format(claims=claims, most=PAGE + 1, first=first))
    return page(
        request,
        Resource(
            node.value,
            [(row["p"], row["o"], row.get("label", "")) for row in rows],
            [Claim.of(row) for row in found[:PAGE]],
            first // PAGE,
            len(found) > PAGE,
        ),
    )


def _successor(rows: Sequence[dict[str, str]]) -> str:
    """The thing that took the place of this one, if it is no more than that."""
    replaced = terms.term("replacedBy").value
    return rows[0]["o"] if all(row["p"] == replaced for row in rows) else ""


def _page_number(request: Request) -> int:
    given = request.query_params.get("page", "0")
    if not given.isdecimal() or len(given) > 6:
        raise Refused(400, f"page {given}: write a whole number")
    return int(given)


async def ontology(request: Request) -> Response:
    """The ontology, whose terms are fragments of this address."""
    media = wanted(request.headers.get("accept", ""), [HTML, *GRAPHS])
    if media is None:
        return PlainTextResponse("this is answered as HTML or RDF; accept text/turtle\n", 406)
    if media == HTML:
        return ontology_page(request)
    declared = (files("kg.ontology") / "generated" / "faisceau.ttl").read_bytes()
    return rendered((quad.triple for quad in parse(declared, RdfFormat.TURTLE)), media)
