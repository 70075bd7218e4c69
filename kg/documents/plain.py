"""Plain text and Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.documents.decoding import decode
from kg.documents.draft import Draft


def read_text(name: str, data: bytes, notify: Callable[[str], None]) -> Iterator[Draft]:
    """The one document of a text file."""
    yield Draft(name, decode(name, data, notify))


def read_markdown(name: str, data: bytes, notify: Callable[[str], None]) -> Iterator[Draft]:
    """The one document of a Markdown file: its words without marks, its first heading as title."""
    from markdown_it import MarkdownIt

    paragraphs: list[str] = []
    title = ""
    tokens = MarkdownIt().parse(decode(name, data, notify))
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type != "inline":
            continue
        words = "".join(
            " " if part.type in ("softbreak", "hardbreak") else part.content
            for part in token.children or []
            if part.type != "image"
        )
        paragraphs.append(words)
        if before is not None and before.type == "heading_open":
            title = title or words
    yield Draft(name, "\n\n".join(paragraphs), title=title)
