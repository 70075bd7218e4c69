"""A graph as JSON and back."""

import json
from dataclasses import replace

import pytest
from examples import graph

from kg.jsonlines import json_line
from kg.records import DocumentGraph
from kg.serialisation import from_json, graph_digest, to_json

UNDATED = replace(graph(), document=replace(graph().document, published=None, title="", url=""))


@pytest.mark.parametrize("example", [graph(), graph(claims=0), UNDATED])
def test_a_graph_survives_json(example: DocumentGraph) -> None:
    """Written as text and read again, a graph is equal."""
    assert from_json(json.loads(json_line(to_json(example)))) == example


def test_the_digest_is_of_the_content() -> None:
    """Equal graphs have one digest; any difference gives another."""
    assert graph_digest(graph()) == graph_digest(graph())
    others = [graph("other"), graph(claims=1), graph(text=graph().document.text + "!"), UNDATED]
    assert len({graph_digest(each) for each in [graph(), *others]}) == 5


def test_a_line_is_one_line_for_every_reader() -> None:
    """Characters that some readers take for the end of a line are escaped."""
    line = json_line({"text": "a\u2028b\u2029c\u0085d\ne"})
    assert line.splitlines() == [line.rstrip("\n")]
    assert json.loads(line)["text"] == "a\u2028b\u2029c\u0085d\ne"
