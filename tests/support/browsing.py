"""The page of a server, in a window of a browser."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Browser, Page
from serving import Served


def opened(browser: Browser, server: Served, **options: object) -> Iterator[Page]:
    """The page of `server` in a window of its own."""
    context = browser.new_context(locale="fr-FR", **options)  # type: ignore[arg-type]
    window = context.new_page()
    window.set_default_timeout(20_000)
    wrong = list[str]()
    window.on("pageerror", lambda error: wrong.append(str(error)))
    window.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    window.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((server.url, "blob:", "data:"))
            else wrong.append(request.url)
        ),
    )
    window.goto(server.url)
    window.wait_for_selector("body[data-ready]")
    yield window
    context.close()
    assert wrong == []
