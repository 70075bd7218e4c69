"""The kinds of file, by their endings, and the reader of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.documents.draft import Draft, Skipped
from kg.documents.html import read_html
from kg.documents.jsonl import read_jsonl
from kg.documents.plain import read_markdown, read_text

Reader = Callable[[str, bytes, Callable[[str], None]], Iterator[Draft | Skipped]]

READERS: dict[str, Reader] = {
    "text": read_text,
    "markdown": read_markdown,
    "html": read_html,
    "jsonl": read_jsonl,
}
KINDS = {
    ".txt": "text",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
}


def kind_of_stream(data: bytes) -> str:
    """The kind of a stream that has no ending: JSON Lines, HTML or plain text."""
    head = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"{"):
        return "jsonl"
    return "html" if head.startswith((b"<!doctype html", b"<html")) else "text"
