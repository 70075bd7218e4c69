"""The formats of answers, and which of them a client wants (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import QueryResultsFormat, RdfFormat

HTML = "text/html"
RESULTS: dict[str, QueryResultsFormat] = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
"""The formats of SELECT and ASK by media type, the default first."""
GRAPHS: dict[str, RdfFormat] = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/trig": RdfFormat.TRIG,
    "application/n-quads": RdfFormat.N_QUADS,
}
"""The formats of CONSTRUCT and DESCRIBE by media type, the default first."""
_OTHERWISE = {
    "application/json": "application/sparql-results+json",
    "application/xml": "application/sparql-results+xml",
    "text/plain": "application/n-triples",
}
"""What is answered to those who name the format of a format only."""


@dataclass(frozen=True, slots=True)
class _Range:
    """A media range that a client accepts, and how much."""

    type: str
    quality: float

    def fits(self, media: str) -> bool:
        """Whether `media` is of this range."""
        if self.type in ("*/*", media):
            return True
        kind, _, rest = self.type.partition("/")
        if rest == "*":
            return media.startswith(f"{kind}/")
        return _OTHERWISE.get(self.type) == media

    @property
    def width(self) -> int:
        """The narrowest range that fits says how much a format is wanted."""
        return 2 if self.type == "*/*" else 1 if self.type.endswith("/*") else 0


def wanted(accept: str, offered: Sequence[str]) -> str | None:
    """The media type of `offered` that an Accept header prefers; None if it takes none of them.

    Of those that are wanted as much as others the first is taken.
    """
    ranges = [_range(part) for part in accept.split(",") if part.strip()] or [_Range("*/*", 1.0)]
    best, quality = None, 0.0
    for media in offered:
        fitting = [each for each in ranges if each.fits(media)]
        if fitting:
            told = min(fitting, key=lambda each: each.width).quality
            if told > quality:
                best, quality = media, told
    return best


def _range(part: str) -> _Range:
    media, *parameters = (piece.strip().lower() for piece in part.split(";"))
    quality = 1.0
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                quality = float(value)
            except ValueError:
                quality = 0.0
    return _Range(media, quality)
