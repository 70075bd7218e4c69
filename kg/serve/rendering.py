"""Triples as an answer to a request."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Triple, serialize
from starlette.responses import Response

from kg.loaders.rdf import prefixes
from kg.serve.formats import GRAPHS

_MORE = {
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "void": "http://rdfs.org/ns/void#",
    "dcat": "http://www.w3.org/ns/dcat#",
}


def rendered(triples: Iterable[Triple], media: str) -> Response:
    """`triples` in the format of this media type, one of `GRAPHS`."""
    known = {**prefixes(), **_MORE}
    body = serialize(triples, format=GRAPHS[media], prefixes=known)
    return Response(body, media_type=media, headers={"Vary": "Accept"})
