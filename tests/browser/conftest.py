"""A real browser on a real server."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from browsing import opened
from playwright.sync_api import Browser, Page, sync_playwright
from serving import Served, make_folder, served
from war import DOCUMENTS

_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of the system, or that of CHROMIUM."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not program:
        pytest.skip("no chromium on this machine; name one in CHROMIUM")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=_ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """`kg serve` on the invented war."""
    place = tmp_path_factory.mktemp("browsed")
    folder = make_folder(place / "graph", DOCUMENTS)
    with served(folder, place / "log") as running:
        yield running


@pytest.fixture
def page(browser: Browser, server: Served) -> Iterator[Page]:
    """The page, in French; a test fails where it asks another server, or a script fails."""
    yield from opened(browser, server)
