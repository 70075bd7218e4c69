"""The graph as tables, and as data frames."""

from __future__ import annotations

from datetime import date

import pandas as pd
import polars as pl
import pytest
from in_memory import InMemory
from war import BLAST, DOCUMENTS, FRONT, MORTAR

from kg.tables import Table

WAR = InMemory(DOCUMENTS)


def test_one_row_a_claim() -> None:
    """With names for people and ids for machines."""
    rows = {row["id"]: row for row in WAR.tables().claims}
    assert len(rows) == sum(len(each.claims) for each in DOCUMENTS)
    row = next(r for r in rows.values() if r["relation"] == "claimedBy" and r["document"] == "a")
    assert (row["subject_id"], row["subject_type"]) == (BLAST.id, "SuicideBombing")
    assert row["object"] == "Brigades du Nord"
    assert row["published"] == date(2024, 3, 5)
    toll = next(r for r in rows.values() if r["relation"] == "fatalities")
    assert toll["object_id"] is toll["object_type"] is None


def test_one_row_a_thing() -> None:
    """With how much is told of it."""
    (front,) = (row for row in WAR.tables().entities if row["id"] == FRONT.id)
    assert (front["wikidata"], front["aliases"], front["documents"]) == ("Q901", ("FDL",), 5)


def test_one_row_an_event() -> None:
    """All perpetrators, the toll of the newest document, the claims behind it."""
    (mortar,) = (row for row in WAR.tables().events if row["id"] == MORTAR.id)
    assert mortar["perpetrators"] == ("Brigades du Nord", "Front du Levant")
    assert (mortar["date"], mortar["places"]) == ("2024-04", ("Dravo",))
    assert (mortar["dead_low"], mortar["dead_best"]) == (None, 5)
    assert len(mortar["claims"]) == 7


def test_two_tolls_of_one_document_are_an_interval() -> None:
    """The newest article on the blast tells 26 and 12; the older one's "at least 18" is past."""
    (blast,) = (row for row in WAR.tables().events if row["id"] == BLAST.id)
    assert (blast["dead_low"], blast["dead_best"], blast["dead_high"]) == (12, None, 26)


def test_a_denied_claim_is_in_no_event() -> None:
    """It is in the table of claims, as such."""
    tables = WAR.tables(documents="c")
    (denied,) = (row for row in tables.claims if row["certainty"] == "negated")
    assert denied["relation"] == "supports"
    assert not any(denied["id"] in row["claims"] for row in tables.events)


@pytest.mark.parametrize("name", ["claims", "entities", "events"])
def test_data_frames_hold_the_same(name: str) -> None:
    """As many rows and the same columns, in both libraries."""
    table: Table = getattr(WAR.tables(), name)
    assert len(table)
    for frame in (table.pandas(), table.polars()):
        assert list(frame.columns) == list(table.columns)
        assert len(frame) == len(table)
        assert list(frame["id"]) == [row["id"] for row in table]


def test_cells_have_types() -> None:
    """Days can be compared, numbers added up, names counted."""
    claims, events = WAR.tables().claims, WAR.tables().events
    assert claims.pandas()["published"].max() == pd.Timestamp(2024, 9, 12)
    assert claims.polars()["published"].dtype == pl.Date
    assert events.pandas()["dead_high"].sum() == 26
    assert events.polars()["perpetrators"].dtype == pl.List(pl.String)


def test_an_empty_table_is_a_frame() -> None:
    """With its columns."""
    empty = Table(("a", "b"), ())
    assert list(empty.pandas().columns) == list(empty.polars().columns) == ["a", "b"]


def test_a_speaker_has_a_name() -> None:
    """Also one of whom nothing else is left."""
    rows = list(WAR.tables(relations="perpetrator", documents="a").claims)
    assert [row["attributed_to"] for row in rows] == ["Léna Dorvath"]
