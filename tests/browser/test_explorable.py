"""The network to explore, in a frame as a notebook shows it, with nothing fetched."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from in_memory import InMemory
from playwright.sync_api import Browser, Frame
from war import DOCUMENTS, SHELLS

from kg.pictures import explore

HOSTILE = '</script><script>parent.broken = 1</script><img src="https://example.org/x">\u2028\u202e'


@pytest.fixture
def frame(browser: Browser, tmp_path: Path) -> Iterator[Frame]:
    """The frame of a page; the test fails where anything is fetched or a script fails."""
    named = replace(SHELLS, name=HOSTILE)
    war = InMemory(
        replace(each, entities=tuple(named if e == SHELLS else e for e in each.entities))
        for each in DOCUMENTS
    )
    path = tmp_path / "notebook.html"
    path.write_text(
        f"<!doctype html><meta charset=utf-8>{explore(war)._repr_html_()}", encoding="utf8"
    )
    page = browser.new_page(viewport={"width": 1100, "height": 650})
    wrong: list[str] = []
    page.on(
        "request",
        lambda request: (
            wrong.append(request.url)
            if not request.url.startswith(("file:", "about:", "data:"))
            else None
        ),
    )
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "console", lambda message: wrong.append(message.text) if message.type == "error" else None
    )
    page.goto(path.as_uri())
    found = page.frames[1]
    found.wait_for_selector("canvas")
    yield found
    assert not wrong
    assert page.evaluate("typeof window.broken") == "undefined"
    page.close()


def test_search_shows_the_sentences(frame: Frame) -> None:
    """Of every link of the thing that is found, with how sure each is."""
    frame.fill("#search", "Front du Levant")
    frame.press("#search", "Enter")
    told = frame.locator("#told")
    assert "Salim Tarsi dirige Front du Levant" in told.inner_text()
    assert "Le Front du Levant tient Kolvar." in told.inner_text()
    assert "nié, selon Ostrélie" in told.inner_text()


def test_a_hostile_name_is_a_name(frame: Frame) -> None:
    """It is shown letter by letter."""
    options = frame.eval_on_selector_all(
        "#names option", "all => all.map(each => each.textContent)"
    )
    assert any("</script><script>" in option for option in options)
    assert frame.locator("img").count() == 0


def test_looks_are_explained(frame: Frame) -> None:
    """Kinds and certainties in French."""
    words = frame.locator("footer").inner_text()
    assert all(word in words for word in ("personne", "organisation", "affirmé", "nié"))


def test_all_claims_are_there() -> None:
    """The data hold each claim between two things once, and no element ends them early."""
    page = explore(InMemory(DOCUMENTS)).html
    (data,) = re.findall(r'id="data">(.*?)</script>', page, re.DOTALL)
    elements = json.loads(data)["elements"]
    shown = sum(len(each["data"].get("claims", ())) for each in elements)
    assert shown == InMemory(DOCUMENTS).network().number_of_edges()
