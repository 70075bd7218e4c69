"""`kg explain`: the steps in words and as JSON, for a file, a stream and a built document."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from kg.cli import run

TEXT = (
    "Le Hezbollah a soutenu lundi le Hamas, selon l'ONU. Elle aurait attaqué Homs. "
    "Le soleil brille sur la plage."
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A file with one article."""
    path = tmp_path / "a.jsonl"
    line = {"id": "essai", "published": "2024-03-08", "text": TEXT}
    path.write_text(json.dumps(line) + "\n", encoding="utf8")
    return path


def explained(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """What `kg explain … --format json` prints."""
    assert run(["explain", *arguments, "--format", "json"]) == 0
    data: dict[str, Any] = json.loads(capsys.readouterr().out)
    return data


def test_a_claim_is_shown_with_its_steps(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Sentence, rule with its line, both ends; certainty, speaker and date with their words."""
    assert run(["explain", str(article)]) == 0
    shown = capsys.readouterr().out
    assert "Hezbollah | supports | Hamas" in shown
    assert "ontology/languages/fr/frames/supports.yaml:" in shown
    assert "subject    « Hezbollah » as subject → Hezbollah [ArmedGroup]" in shown
    assert "certainty  reported: a source, « selon »" in shown
    assert "speaker    ONU: a source, « selon »" in shown
    assert "date       2024-03-04: day, « lundi »" in shown


def test_a_sentence_without_claims_says_why(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its words as they are read, its entities, and that no rule begins in it."""
    assert run(["explain", str(article)]) == 0
    shown = capsys.readouterr().out
    assert "nothing from « Le soleil brille sur la plage. »" in shown
    assert "no rule" in shown


def test_one_claim_alone(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--claim shows that claim and no other, and no sentences."""
    wanted = explained([str(article)], capsys)["claims"][0]
    alone = explained([str(article), "--claim", wanted["id"]], capsys)
    assert alone["claims"] == [wanted]
    assert alone["sentences"] == []


def test_an_unknown_claim_is_an_error(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The id is named, with what to do."""
    assert run(["explain", str(article), "--claim", "claim:none"]) == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert "no claim 'claim:none'" in told.err
    assert "kg extract" in told.err


def test_the_ids_are_those_of_extract(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is explained is what is extracted, claim by claim."""
    assert run(["extract", str(article)]) == 0
    extracted = [claim["id"] for claim in json.loads(capsys.readouterr().out)["claims"]]
    assert [claim["id"] for claim in explained([str(article)], capsys)["claims"]] == extracted


def test_standard_input_is_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`-` is an article, dated by --published."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    (claim,) = explained(["-", "--published", "2024-03-08"], capsys)["claims"][:1]
    assert claim["time"]["value"] == "2024-03-04"


@pytest.mark.arcadedb
def test_a_document_of_a_folder_is_explained(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """--in names the folder, DOC the id; an id that it does not hold is an error."""
    folder = str(tmp_path / "graphe")
    assert run(["build", str(article), "--into", folder]) == 0
    capsys.readouterr()
    assert explained(["essai", "--in", folder], capsys)["document"] == "essai"
    assert run(["explain", "autre", "--in", folder]) == 3
    assert "no document 'autre'" in capsys.readouterr().err
