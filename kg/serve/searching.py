"""Search over all names of all things: what begins with the words first, then what holds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.identity import fold
from kg.ontology import load
from kg.serve.protocol import Refused, refusing
from kg.serve.service import Row, Service

MOST = 20
"""Things in one answer."""

_NAMES = """
SELECT ?thing ?name (SAMPLE(?l) AS ?label) (GROUP_CONCAT(DISTINCT STR(?class)) AS ?classes) {
  { ?thing rdfs:label ?name } UNION { ?thing skos:altLabel ?name } UNION { ?thing fa:knownAs ?name }
  ?thing a ?class ; rdfs:label ?l
} GROUP BY ?thing ?name"""
_WEIGHTS = """
SELECT ?thing (COUNT(?claim) AS ?claims) {
  { ?claim rdf:subject ?thing } UNION { ?claim rdf:object ?thing FILTER (isIRI(?thing)) }
} GROUP BY ?thing"""


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a thing; `folded` is how it is compared."""

    thing: str
    name: str
    folded: str
    label: str
    type: str
    claims: int

    @property
    def is_event(self) -> bool:
        """Whether the thing is an event: what happened comes after who did it."""
        return "Event" in load().ancestors(self.type)


@refusing
async def search(request: Request) -> Response:
    """The things whose names hold the words of `?q=`, as JSON."""
    service: Service = request.app.state.service
    words = fold(request.query_params.get("q", "")[:200])
    if not words:
        raise Refused(400, "no words; search for ?q=WORDS")
    names = await service.kept("names", lambda: _index(service))
    return JSONResponse([_told(each) for each in found(words, names)])


def found(words: str, names: Sequence[Name]) -> list[Name]:
    """The best name of each of the best things, the best first."""
    best: dict[str, tuple[tuple[bool, int, int, str], Name]] = {}
    for each in names:
        rank = _rank(words, each.folded)
        if rank is None:
            continue
        key = (each.is_event, rank, -each.claims, each.name)
        if each.thing not in best or key < best[each.thing][0]:
            best[each.thing] = (key, each)
    return [name for _, name in sorted(best.values(), key=lambda pair: pair[0])][:MOST]


def _rank(words: str, name: str) -> int | None:
    if name == words:
        return 0
    if name.startswith(words):
        return 1
    if f" {words}" in name:
        return 2
    return 3 if words in name else None


async def _index(service: Service) -> list[Name]:
    weights = {row["thing"]: int(row["claims"]) for row in await service.rows(_WEIGHTS)}
    return list(_names(await service.rows(_NAMES), weights))


def _names(rows: Sequence[Row], weights: dict[str, int]) -> Iterator[Name]:
    types: dict[str, str] = {}
    for row in rows:
        thing, classes = row["thing"], row["classes"]
        if classes not in types:
            types[classes] = _deepest(classes.split(" "))
        name, claims = row["name"], weights.get(thing, 0)
        yield Name(thing, name, fold(name), row["label"], types[classes], claims)


def _deepest(classes: Sequence[str]) -> str:
    """Of the classes of a thing the one with the most above it."""
    names = sorted(each.rpartition("#")[2] for each in classes)
    known = [each for each in names if each in load().classes]
    return max(known, key=lambda each: len(load().ancestors(each)), default="Entity")


def _told(name: Name) -> dict[str, str | int]:
    return {
        "thing": name.thing,
        "name": name.name,
        "label": name.label,
        "type": name.type,
        "claims": name.claims,
    }
