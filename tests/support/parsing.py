"""Parses example sentences with the real model."""

from __future__ import annotations

from datetime import date
from functools import cache

from kg.records import Analysis, Document
from kg.sentences import Parser

PUBLISHED = date(2021, 2, 20)  # a Saturday


@cache
def parse(text: str, *, published: date | None = PUBLISHED) -> Analysis:
    """`text` parsed as an article that came out on `published` (or on no known day)."""
    return _parser().parse(Document("example", text, published=published))


@cache
def _parser() -> Parser:
    return Parser()
