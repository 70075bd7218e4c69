"""`kg extract`: the published shape, in every format, for every kind of input."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kg.cli import run
from kg.cli.formats import FORMATS
from kg.demo import DISPATCHES
from kg.schema import PUBLISHED

SCHEMA = json.loads(PUBLISHED.read_text(encoding="utf8"))
TEXT = "La Katiba al-Fajr a revendiqué jeudi un attentat qui a fait 12 morts à Kolvar, en Vardanie."


def _line(**data: str) -> str:
    return json.dumps({"text": TEXT, "published": "2024-03-08", **data}) + "\n"


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What `--format json --out` writes for the dispatches."""
    out = tmp_path_factory.mktemp("out")
    assert run(["extract", str(DISPATCHES), "--out", str(out)]) == 0
    return [json.loads(path.read_text(encoding="utf8")) for path in sorted(out.iterdir())]


def test_each_article_gives_a_file_of_the_published_shape(extracted: list[dict[str, Any]]) -> None:
    """Every file satisfies the JSON Schema."""
    assert len(extracted) == 12
    for data in extracted:
        jsonschema.validate(data, SCHEMA)


def test_offsets_count_code_points(extracted: list[dict[str, Any]]) -> None:
    """Mentions and evidence are what the text has between their offsets."""
    for data in extracted:
        text = data["document"]["text"]
        for mention in (m for entity in data["entities"] for m in entity["mentions"]):
            assert text[mention["start"] : mention["end"]] == mention["text"]
        for claim in data["claims"]:
            assert text[claim["start"] : claim["end"]] == claim["evidence"]
            assert claim["evidence"] in claim["sentence"]


def test_ids_are_unique_and_refer(extracted: list[dict[str, Any]]) -> None:
    """Ids are unique in a file, and every end of a claim is an entity of it."""
    for data in extracted:
        entities = [entity["id"] for entity in data["entities"]]
        claims = [claim["id"] for claim in data["claims"]]
        assert len(set(entities)) == len(entities)
        assert len(set(claims)) == len(claims)
        for claim in data["claims"]:
            ends = [claim["subject"], claim["object"], claim.get("attributed_to")]
            assert {end for end in ends if isinstance(end, str)} <= set(entities)


def test_the_same_article_gives_the_same_bytes() -> None:
    """Two processes with different hash seeds print the same."""
    outputs = {
        subprocess.run(
            [sys.executable, "-m", "kg", "extract", "-"],
            input=_line(id="a").encode(),
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_tells_of_the_document(
    format: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each format prints to standard output, and writes the same to a file of its ending."""
    source = tmp_path / "a.jsonl"
    source.write_text(_line(id="essai"))
    assert run(["extract", str(source), "--format", format]) == 0
    printed = capsys.readouterr().out
    assert "Kolvar" in printed
    assert run(["extract", str(source), "--format", format, "--out", str(tmp_path / "out")]) == 0
    (written,) = (tmp_path / "out").iterdir()
    assert written.name == f"essai{FORMATS[format].ending}"
    assert written.read_text(encoding="utf8") == printed


@pytest.mark.parametrize("number", [2, 3])
def test_several_documents_are_one_array(
    number: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As JSON, several documents are printed as one array, in their order."""
    source = tmp_path / "a.jsonl"
    source.write_text("".join(_line(id=f"d{each}") for each in range(number)))
    assert run(["extract", str(source)]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert [each["document"]["id"] for each in printed] == [f"d{each}" for each in range(number)]


def test_hostile_ids_stay_inside_the_folder(tmp_path: Path) -> None:
    """Ids that look like paths give files in DIR and nowhere else."""
    ids = ["../../x", "/etc/y", "..", "a\nb", "z" * 1000]
    source = tmp_path / "in" / "a.jsonl"
    source.parent.mkdir()
    source.write_text("".join(_line(id=each) for each in ids))
    out = tmp_path / "deep" / "out"
    assert run(["extract", str(source), "--out", str(out)]) == 0
    found = {json.loads(path.read_text())["document"]["id"] for path in out.iterdir()}
    assert found == set(ids)
    assert {path.name for path in tmp_path.iterdir()} == {"in", "deep"}


def test_standard_input_and_a_given_date(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`-` reads a text, and --published dates it."""
    stream = io.TextIOWrapper(io.BytesIO(TEXT.encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    assert run(["extract", "-", "--format", "jsonl", "--published", "2024-03-08"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["document"]["published"] == "2024-03-08"
    assert told.err == ""


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"", 14),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00", 15),
        ("a.txt", b"The army said on Monday that three soldiers had died in the town.", 4),
        ("a.txt", TEXT.encode() * 60_000, 17),
        ("a.docx", b"PK", 3),
    ],
)
def test_bad_input_alone_has_its_exit_code(
    name: str, data: bytes, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where nothing can be read, the first reason gives the exit code."""
    (tmp_path / name).write_bytes(data)
    assert run(["extract", str(tmp_path / name)]) == code
    told = capsys.readouterr()
    assert told.out == ""
    assert name in told.err
    assert told.err.count("\n") == 1


def test_several_bad_inputs_are_all_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each is named with its reason, and the end says that nothing was left."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).touch()
    assert run(["extract", str(tmp_path)]) == 14
    lines = capsys.readouterr().err.splitlines()
    assert ["a.txt" in lines[0], "b.txt" in lines[1]] == [True, True]
    assert "nothing could be read" in lines[2]


def test_bad_input_among_good_is_skipped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The good document is extracted, the bad one is named."""
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.jsonl").write_text(_line(id="b"))
    assert run(["extract", str(tmp_path)]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["document"]["id"] == "b"
    assert "skipped" in told.err
    assert "a.txt" in told.err


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """--out at a file is an error of the disk's kind."""
    (tmp_path / "a.jsonl").write_text(_line())
    (tmp_path / "out").touch()
    assert run(["extract", str(tmp_path / "a.jsonl"), "--out", str(tmp_path / "out" / "x")]) == 12
