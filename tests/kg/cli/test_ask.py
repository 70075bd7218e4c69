"""`kg ask`: lists the prepared questions, shows their texts, and asks them."""

import csv
import io
import json
from pathlib import Path

import pytest
from war import DOCUMENTS

from kg.cli import run
from kg.folder import GraphFolder
from kg.questions import questions


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph folder of the invented war."""
    path = tmp_path_factory.mktemp("war") / "graph"
    with GraphFolder.create(path) as graph:
        for each in DOCUMENTS:
            graph.claims.append(each, extractor="by hand")
    return path


def test_without_a_key_all_questions_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """With their parameters, as data."""
    assert run(["ask", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["key"] for row in rows] == list(questions())
    assert rows[1]["parameters"] == "organisation, date"


@pytest.mark.parametrize(("language", "sign"), [("cypher", "MATCH"), ("sparql", "SELECT")])
def test_show_prints_the_text_as_its_file_holds_it(
    language: str, sign: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """So that it can be copied, or piped into `kg cypher -` and `kg sparql -`."""
    assert run(["ask", "faits-nies", "--show", "--language", language]) == 0
    text = capsys.readouterr().out
    assert text == questions()["faits-nies"].text(language)  # type: ignore[arg-type]
    assert sign in text


@pytest.mark.arcadedb
@pytest.mark.parametrize("language", ["cypher", "sparql"])
def test_a_question_is_asked_of_a_folder(
    language: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In either language, with things by name."""
    arguments = ["ask", "dirigeant-a-une-date", "--in", str(folder), "--language", language]
    given = ["--with", "organisation=fdl", "--with", "date=2024-04-01", "--format", "json"]
    assert run([*arguments, *given]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["dirigeant"], row["couvre_la_date"]) == ("Salim Tarsi", True)


WRONG = [
    (["faits-nié", "--in", "x"], "faits-nié: no such question; is faits-nies"),
    (["faits-nies"], "give one of --in DIR, --neo4j URI, --sparql URL"),
    (["faits-nies", "--in", "x", "--with", "y"], "y is no NAME=VALUE"),
    (["faits-nies", "--neo4j", "bolt://h", "--language", "sparql"], "does not speak sparql"),
    (["faits-nies", "--in", "nowhere"], "nowhere: no graph folder"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_what_is_wrong_is_told_in_one_line(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """On standard error, with a status; standard output stays empty."""
    assert run(["ask", *arguments]) != 0
    told = capsys.readouterr()
    assert message in told.err
    assert told.out == ""
