"""The CSV files: nothing is a formula, and the layouts are those of their code books."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from war import BLAST, FRONT

from kg.exports import export
from kg.exports.csvs import rows
from kg.exports.neo4j_csv import neo4j_csv
from kg.exports.source import Source
from kg.exports.ucdp import COLUMNS, ucdp
from kg.folder import GraphFolder
from kg.ontology import load
from kg.records import Value


def _read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_formula_becomes_text(cell: str) -> None:
    """Numbers stay numbers."""
    assert _read(rows(["a", "b"], [[cell, -1]])) == [{"a": f"'{cell}", "b": "-1"}]


def test_the_files_for_neo4j(source: Source) -> None:
    """A node a thing, with all its labels; a relationship a claim, between nodes that are there."""
    files = {name: _read(text) for name, text in neo4j_csv(source).items()}
    nodes = {row["id:ID"]: row for row in files["nodes.csv"]}
    assert set(nodes) == set(source.entities)
    front = nodes[source.find(FRONT.name).id]
    assert front[":LABEL"].split(";") == list(load().ancestors("ArmedGroup"))
    ends = {
        row[column] for row in files["relationships.csv"] for column in (":START_ID", ":END_ID")
    }
    assert ends <= set(nodes)
    between = [c for c in source.graph.claims if not isinstance(c.object, Value)]
    assert {row["claim"] for row in files["relationships.csv"]} == {c.id for c in between}
    types = {load().relationship_type(name) for name in load().relations}
    assert {row[":TYPE"] for row in files["relationships.csv"]} <= types


def test_ucdp(source: Source) -> None:
    """One row an event with deaths, in the columns of the code book, blank where nobody says."""
    text = ucdp(source)
    assert text.splitlines()[0].split(",") == list(COLUMNS)
    events = {row["id"]: row for row in _read(text)}
    assert events
    assert all(int(row["best"] or row["high"]) > 0 for row in events.values())
    blast = events[source.find(BLAST.name).id]
    tolls = {
        source.name(claim.object) for claim in source.held(source.find(BLAST.name), "fatalities")
    }
    assert any(blast["best"] in toll for toll in tolls)
    assert blast["deaths_civilians"] == ""
    assert all(row["latitude"] == "" or row["where_prec"] == "1" for row in events.values())


def test_acled(folder: Path) -> None:
    """The rows of the prepared question."""
    with GraphFolder.open(folder) as graph:
        text = export(graph, "acled")
    assert isinstance(text, str)
    found = _read(text)
    assert found
    assert {"event_date", "sub_event_type", "actor1", "fatalities"} <= set(found[0])
