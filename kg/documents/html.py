"""HTML pages: the main text, without menus and notices."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from kg.documents.decoding import decode
from kg.documents.draft import Draft
from kg.errors import EmptyInput

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)


def read_html(name: str, data: bytes, notify: Callable[[str], None]) -> Iterator[Draft]:
    """The article of a page, its title as the first paragraph.

    Raises:
        EmptyInput: the page holds no article.
    """
    from trafilatura import bare_extraction

    declared = _CHARSET.search(data[:4096])
    page = decode(name, data, notify, declared=declared.group(1).decode() if declared else "")
    article = bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if article is None or isinstance(article, dict) or not article.text:
        raise EmptyInput(f"{name}: no article found in this page; save its text as .txt")
    title = article.title or ""
    body = "\n\n".join(line for line in article.text.splitlines() if line.strip())
    yield Draft(
        name,
        body if body.startswith(title) else f"{title}\n\n{body}",
        title=title,
        url=article.url or "",
        published=date.fromisoformat(article.date) if article.date else None,
    )
