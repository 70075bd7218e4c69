"""Tables, CSV and JSON: hostile text stays text."""

import csv
import io
import json

import pytest

from kg.cli.output import say, show_rows, table

HOSTILE = ["[red]gras[/red]", "a\x1b[2Jb", "x\ny", 'il dit "oui", non', ":smile:"]


def test_a_table_shows_text_as_it_is() -> None:
    """Neither mark-up nor control characters of a value have an effect."""
    shown = table(("valeur",), [(value,) for value in HOSTILE])
    assert "[red]gras[/red]" in shown
    assert ":smile:" in shown
    assert "\x1b" not in shown
    assert "x y" in shown


def test_csv_reads_back(capsys: pytest.CaptureFixture[str]) -> None:
    """Quotes, commas and newlines survive CSV."""
    show_rows(("v", "n"), [(value, 1) for value in HOSTILE], "csv")
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert rows == [["v", "n"], *([value, "1"] for value in HOSTILE)]


def test_json_is_a_list_of_objects(capsys: pytest.CaptureFixture[str]) -> None:
    """Each row is an object by column, numbers as numbers, nothing as null."""
    show_rows(("v", "n"), [("é", 1), (None, 2.5)], "json")
    assert json.loads(capsys.readouterr().out) == [{"v": "é", "n": 1}, {"v": None, "n": 2.5}]


def test_a_message_is_one_line_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    """However long or broken, a message takes one line and leaves standard output alone."""
    say("a" * 500 + "\nb [bold]c[/bold]")
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "kg: " + "a" * 500 + " b [bold]c[/bold]\n"
