"""What an analyst who has never written a query does on the page."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from browsing import opened
from playwright.sync_api import Browser, Page, expect
from serving import Served, make_folder, served
from stories import claim, entity, story
from war import DOCUMENTS, FRONT, NORTH, SALIM

from kg.loaders.rdf import terms

HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script> \"'`}{ \u202efin"
COUNT = "document.getElementById('network').picture.nodes().length"
EDGES = "document.getElementById('network').picture.edges().length"


def _explore(page: Page, name: str) -> None:
    field = page.locator("#search input")
    field.fill(name)
    page.locator("#search [role=option]").first.wait_for()
    field.press("Enter")
    page.locator("#details h2").wait_for()


def _read(page: Page, label: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=label, exact=True).click()
    return Path(download.value.path()).read_bytes()


def test_search_completes_over_all_names(page: Page) -> None:
    """Case and accents do not count; the list is used with the keyboard alone."""
    field = page.get_by_role("combobox").first
    field.fill(FRONT.name.upper().replace("É", "E")[:5])
    options = page.locator("#search [role=option]")
    expect(options.first).to_contain_text(FRONT.name[:5])
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    field.press("ArrowUp")
    field.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    field.fill("introuvable")
    expect(page.locator("#search li")).to_have_text("Rien ne correspond.")


def test_the_network_grows(page: Page) -> None:
    """A search draws an actor with its neighbours, a click on one of them draws its own."""
    _explore(page, FRONT.name)
    first = page.evaluate(COUNT)
    assert first > 1
    network = "document.getElementById('network').picture"
    other = page.evaluate(f"{network}.nodes().filter(n => !n.data('grown'))[0].id()")
    page.evaluate(f"id => {network}.getElementById(id).emit('tap')", other)
    page.wait_for_function(f"id => {network}.getElementById(id).data('grown')", arg=other)
    assert page.evaluate(COUNT) >= first
    page.get_by_role("button", name="Vider").click()
    assert page.evaluate(COUNT) == 0


def test_filters_take_links_away(page: Page) -> None:
    """Each relation, each certainty, and the days."""
    _explore(page, FRONT.name)
    before = page.evaluate(EDGES)
    box = page.locator("#filters fieldset").nth(1).locator("input").first
    box.uncheck()
    assert page.evaluate(EDGES) < before
    box.check()
    assert page.evaluate(EDGES) == before
    page.locator("#filters input[type=date]").first.fill("2999-01-01")
    page.locator("#filters input[type=date]").first.blur()
    page.wait_for_function(f"() => {EDGES} === 0")


def test_a_link_shows_its_sentences(page: Page) -> None:
    """Each with the quote marked, the certainty, and the article."""
    _explore(page, FRONT.name)
    page.locator("#details .links button").first.click()
    claim = page.locator(".claim").first
    quote = claim.locator("mark").inner_text()
    quotes = {each.evidence.quote for graph in DOCUMENTS for each in graph.claims}
    assert quote in quotes
    levels = page.locator("#filters fieldset").first.locator("label").all_inner_texts()
    assert claim.locator("strong").inner_text() in [level.strip() for level in levels]
    expect(claim.locator("a").first).to_have_attribute("href", re.compile("^document/"))


def test_a_path_between_two_actors(page: Page) -> None:
    """Its steps, each with the links that carry it."""
    page.get_by_role("tab", name="Chemin").click()
    for field, thing in zip(page.locator(".ends input").all(), (SALIM, NORTH), strict=True):
        field.fill(thing.name)
        field.locator("xpath=..").locator("[role=option]").first.wait_for()
        field.press("Enter")
    page.get_by_role("button", name="Chercher").click()
    steps = page.locator(".path > li")
    steps.first.wait_for()
    expect(steps.first).to_contain_text(SALIM.name)
    expect(steps.last).to_contain_text(NORTH.name)


def test_timeline_and_map(page: Page) -> None:
    """The events of the network with their days and places; a click leads to one."""
    _explore(page, FRONT.name)
    page.get_by_role("tab", name="Chronologie").click()
    page.locator(".events li").first.wait_for()
    days = [text[:10] for text in page.locator(".events time").all_inner_texts()]
    assert days == sorted(days)
    page.get_by_role("tab", name="Carte").click()
    page.locator(".map .land").first.wait_for(state="attached")
    assert page.locator(".map .land").count() > 150
    page.get_by_role("tab", name="Chronologie").click()
    page.locator(".events button").first.click()
    label = page.locator(".events button").first.inner_text()
    expect(page.locator("#details h2")).to_have_text(label)


def test_the_table_is_exported(page: Page) -> None:
    """CSV, GraphML and PNG hold what the table shows."""
    _explore(page, FRONT.name)
    page.get_by_role("tab", name="Tableau").click()
    shown = page.locator("tbody tr").count()
    assert shown > 1
    lines = list(csv.reader(io.StringIO(_read(page, "CSV").decode("utf-8-sig"))))
    assert len(lines) == shown + 1
    assert FRONT.name in lines[1]
    graph = ElementTree.fromstring(_read(page, "GraphML"))  # noqa: S314 - what our own page wrote
    space = "{http://graphml.graphdrawing.org/xmlns}"
    assert len(graph.findall(f".//{space}edge")) == shown
    ids = {node.get("id") for node in graph.iter(f"{space}node")}
    assert {edge.get("source") for edge in graph.iter(f"{space}edge")} <= ids
    assert _read(page, "Image PNG").startswith(b"\x89PNG")


def test_the_queries_of_the_screen_give_it(page: Page, server: Served) -> None:
    """The SPARQL that is shown has a row for each link that is drawn, denials aside."""
    _explore(page, FRONT.name)
    page.locator("#queries summary").click()
    sparql, cypher = page.locator("#queries pre").all_inner_texts()
    assert FRONT.id in cypher
    answer = page.request.post(
        server.sparql,
        data=sparql,
        headers={"Content-Type": "application/sparql-query", "Accept": "application/json"},
    ).json()
    links = {
        (row["s"]["value"], row["p"]["value"], row["o"]["value"])
        for row in answer["results"]["bindings"]
        if row["certainty"]["value"] != terms.term("negated").value
    }
    assert len(links) >= page.evaluate(EDGES) > 0


def test_a_prepared_question(page: Page) -> None:
    """Its answer is a table, and its query can be changed in the editor."""
    page.get_by_role("tab", name="Questions").click()
    page.get_by_role("button", name="Qui a attaqué ensemble ?").click()
    page.get_by_role("button", name="Poser").click()
    page.locator("tbody tr").first.wait_for()
    page.get_by_role("button", name="Ouvrir dans l'éditeur").click()
    expect(page.locator(".CodeMirror").first).to_contain_text("SELECT")


def test_the_editor_answers(page: Page) -> None:
    """A query of one's own, in the editor."""
    page.get_by_role("tab", name="SPARQL").click()
    page.locator(".yasqe_queryButton").first.click()
    expect(page.locator(".yasr_results").first).to_contain_text(FRONT.name)


def test_the_address_is_what_is_on_screen(page: Page) -> None:
    """Opened anew, it shows the same network."""
    _explore(page, FRONT.name)
    drawn = page.evaluate(COUNT)
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert page.evaluate(COUNT) == drawn


def test_english_dark_and_narrow(page: Page) -> None:
    """The switches, and a width of a phone, where nothing is wider than the screen."""
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("tab").first).to_have_text("Network")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("button", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.set_viewport_size({"width": 390, "height": 844})
    _explore(page, FRONT.name)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_every_control_has_a_name(page: Page) -> None:
    """What a screen reader says of each field and button."""
    _explore(page, FRONT.name)
    unnamed = page.evaluate(
        """() => [...document.querySelectorAll("button, input, [role=img], [role=tab]")]
        .filter(each => each.offsetParent && !each.textContent.trim() && !each.ariaLabel
                        && !each.labels?.[0]?.textContent.trim()).map(each => each.outerHTML)"""
    )
    assert unnamed == []


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server of an article that would run scripts, turn the text round, and break the page."""
    first = DOCUMENTS[0]
    place = tmp_path_factory.mktemp("hostile")
    long = "x" * 1_000_000
    entities = tuple(
        replace(each, name=HOSTILE) if each.id == FRONT.id else replace(each, aliases=(long,))
        for each in first.entities
    )
    claims = tuple(
        replace(each, evidence=replace(each.evidence, sentence=HOSTILE, quote=HOSTILE))
        for each in first.claims
    )
    told = replace(
        first.document, text=f"{HOSTILE} {long}", title=HOSTILE, url="javascript:alert(3)"
    )
    graph = replace(first, document=told, entities=entities, claims=claims)
    with served(make_folder(place / "graph", [graph]), place / "log") as running:
        yield running


def test_hostile_text_shows_as_text(browser: Browser, hostile: Served) -> None:
    """Nothing of it runs, and no link leads where it says."""
    for page in opened(browser, hostile):
        page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        _explore(page, "img src")
        expect(page.locator("#details h2")).to_have_text(HOSTILE)
        page.locator("#details .links button").first.click()
        page.locator(".claim").first.wait_for()
        page.get_by_role("tab", name="Tableau").click()
        page.locator("tbody tr").first.wait_for()
        assert page.locator("main img, main script").count() == 0
        assert page.locator('a[href^="javascript"]').count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server of an actor with ten thousand neighbours."""
    place = tmp_path_factory.mktemp("crowded")
    towns = [entity(f"place:ville-{n}", "City", f"Ville {n}") for n in range(10_000)]
    graphs = [
        story(
            f"d{first}",
            [FRONT, *towns[first : first + 500]],
            [claim(FRONT.id, "operatesIn", town.id) for town in towns[first : first + 500]],
        )
        for first in range(0, len(towns), 500)
    ]
    with served(make_folder(place / "graph", graphs), place / "log") as running:
        yield running


def test_ten_thousand_neighbours_come_a_few_at_a_time(browser: Browser, crowded: Served) -> None:
    """The first are drawn and listed, and more on demand; how many there are is told."""
    for page in opened(browser, crowded):
        _explore(page, FRONT.name)
        expect(page.locator("#details .soft").first).to_contain_text("40 / 10000")
        assert page.evaluate(COUNT) == 41
        page.get_by_role("button", name="Voisins suivants").click()
        page.wait_for_function(f"() => {COUNT} === 81")
        assert page.locator("#details .links li").count() <= 100
