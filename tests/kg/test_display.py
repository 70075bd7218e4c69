"""What a notebook shows: HTML in which every text stands as it is."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from graphs import graphs
from hypothesis import given
from in_memory import InMemory
from stories import claim, entity, story
from war import DOCUMENTS, FRONT

from kg.records import DocumentGraph, Evidence, Value
from kg.tables import Table

HOSTILE = "<script>alert('x')</script> & \"\u202e"
KNOWN = {*("div", "p", "strong", "small", "em", "blockquote", "mark"), *("table", "thead", "tbody")}
KNOWN |= {"tr", "th", "td"}


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not attrs
        self.open.append(tag)
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(html: str) -> str:
    """The text of sound HTML that has our own elements alone."""
    parser = _Tags()
    parser.feed(html)
    parser.close()
    assert not parser.open
    assert parser.seen <= KNOWN
    return parser.text


def test_a_thing() -> None:
    """Its class in French, its other names, its number."""
    text = shown(FRONT._repr_html_())
    assert all(word in text for word in ("Front du Levant", "groupe armé", "FDL", "Q901"))


def test_a_claim_marks_its_quote() -> None:
    """In its sentence, with speaker and certainty."""
    told = claim("a", "controls", "b", "reported", speaker=Value("un témoin"), time="2024")
    told = replace(told, evidence=Evidence("d", 0, 5, "tient", "Le Front tient Kolvar."))
    html = told._repr_html_()
    assert "Le Front <mark>tient</mark> Kolvar." in html
    assert "rapporté, selon un témoin, 2024" in shown(html)


@pytest.mark.parametrize("where", ["name", "aliases", "id"])
def test_hostile_words_of_a_thing(where: str) -> None:
    """They are shown, and do nothing."""
    thing = replace(
        entity("a", "City", "Kolvar"), **{where: (HOSTILE,) if where == "aliases" else HOSTILE}
    )
    assert HOSTILE in shown(thing._repr_html_())


def test_hostile_words_of_a_claim_and_a_table() -> None:
    """Nor there."""
    evidence = Evidence(HOSTILE, 0, 5, "<script>", HOSTILE)
    told = replace(claim(HOSTILE, "controls", Value(HOSTILE), speaker=HOSTILE), evidence=evidence)
    assert shown(told._repr_html_()).count(HOSTILE) == 5
    assert HOSTILE in shown(Table(("a",), ((HOSTILE,),))._repr_html_())


def test_a_graph_counts() -> None:
    """Documents, claims, kinds and certainties."""
    text = shown(InMemory(DOCUMENTS)._repr_html_())
    claims = sum(len(graph.claims) for graph in DOCUMENTS)
    assert f"{len(DOCUMENTS)} documents, {claims} affirmations" in text
    assert "nié1" in text


def test_a_long_table_says_what_it_hides() -> None:
    """Twenty rows, and how many more."""
    html = Table(("n",), tuple((n,) for n in range(25)))._repr_html_()
    assert html.count("<tr>") == 21
    assert "et 5 lignes de plus" in shown(html)


@given(graph=graphs("a"))
def test_any_graph_is_shown(graph: DocumentGraph) -> None:
    """Sound HTML, whatever it holds."""
    shown(graph._repr_html_())
    for each in (*graph.entities, *graph.claims):
        shown(each._repr_html_())


def test_an_extraction_is_shown() -> None:
    """As a graph of one document."""
    graph = story("a", [entity("a", "City")])
    assert "1 documents, 0 affirmations" in shown(graph._repr_html_())
