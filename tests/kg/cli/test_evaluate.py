"""`kg evaluate`: the scores, and the misses with their sentences."""

import json
from pathlib import Path

import pytest

from kg.cli import run

TEXT = "Le général Viktor Osman dirige l'armée vardane. Le ministre a salué Belmora."


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder with one annotated article; its second claim is nowhere in the text."""
    claims = [("o", "leads", "a", "dirige l'armée vardane"), ("o", "basedIn", "b", "salué Belmora")]
    data = {
        "document": {"id": "essai", "lang": "fr", "published": "2024-03-05", "text": TEXT},
        "entities": [
            {"id": "o", "type": "Person", "name": "Viktor Osman", "aliases": []},
            {"id": "a", "type": "ArmedForce", "name": "armée vardane", "aliases": ["armée"]},
            {"id": "b", "type": "City", "name": "Belmora", "aliases": []},
        ],
        "claims": [
            {
                "subject": subject,
                "relation": relation,
                "object": end,
                "evidence": evidence,
                "certainty": "asserted",
            }
            for subject, relation, end, evidence in claims
        ],
    }
    (tmp_path / "essai.json").write_text(json.dumps(data))
    return tmp_path


def test_scores_and_misses_are_printed(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Entities, claims, each relation, and the sentence of what was missed."""
    assert run(["evaluate", str(gold)]) == 0
    shown = capsys.readouterr().out
    assert all(word in shown for word in ("entities", "claims", "leads", "basedIn"))
    assert "- essai: Viktor Osman | basedIn | Belmora" in shown
    assert "« Le ministre a salué Belmora. »" in shown


def test_json_has_the_same_numbers(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rates of the whole and of each relation, and the misses."""
    assert run(["evaluate", str(gold), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["claims"]["gold"] == 2
    assert shown["relations"]["leads"]["recall"] == 1.0
    missed = [(miss["sign"], miss["relation"]) for miss in shown["misses"]]
    assert ("-", "basedIn") in missed


def test_misses_can_be_left_out(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing of the articles is shown with --no-misses."""
    assert run(["evaluate", str(gold), "--no-misses", "--no-by-relation"]) == 0
    shown = capsys.readouterr().out
    assert "Belmora" not in shown
    assert "leads" not in shown


@pytest.mark.parametrize("content", ["{", '{"claims": []}', '{"claims": 3, "document": {}}'])
def test_a_malformed_article_is_named(
    content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file is named, with the exit code of bad input."""
    (tmp_path / "a.json").write_text(content)
    assert run(["evaluate", str(tmp_path)]) == 3
    assert "a.json" in capsys.readouterr().err


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    """There must be something to compare with."""
    assert run(["evaluate", str(tmp_path)]) == 3


def test_a_saved_run_is_what_a_later_one_is_compared_with(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing changed shows nothing but the figures."""
    kept = tmp_path / "kept" / "run.json"
    kept.parent.mkdir()
    assert run(["evaluate", str(gold), "--save", str(kept)]) == 0
    capsys.readouterr()
    assert run(["evaluate", str(gold), "--diff", str(kept)]) == 0
    shown = capsys.readouterr().out
    assert all(word in shown for word in ("before", "now", "claims F1", "="))
    assert "the figures of every relation are the same" in shown
    assert "Belmora" not in shown


def test_what_was_gained_is_shown_with_its_sentence(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A claim that the earlier run had missed; its relation's figures before and after."""
    kept = tmp_path / "kept" / "run.json"
    kept.parent.mkdir()
    assert run(["evaluate", str(gold), "--save", str(kept)]) == 0
    earlier = json.loads(kept.read_text())
    for outcome in earlier["outcomes"]:
        outcome["kind"] = "missed" if outcome["relation"] == "leads" else outcome["kind"]
    earlier["scores"]["relations"]["leads"]["hits"] = 0
    kept.write_text(json.dumps(earlier))
    capsys.readouterr()
    assert run(["evaluate", str(gold), "--diff", str(kept)]) == 0
    shown = capsys.readouterr().out
    assert "now right (1)" in shown
    assert "+ essai: Viktor Osman | leads | armée vardane" in shown
    assert "« Le général Viktor Osman dirige l'armée vardane. »" in shown
    assert run(["evaluate", str(gold), "--diff", str(kept), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert [each["relation"] for each in data["gained"]] == ["leads"]
    assert data["relations"]["leads"]["f1"] == [0.0, 1.0]


def test_a_file_that_is_no_run_is_refused_at_once(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the file's name and the exit code of bad input."""
    other = tmp_path / "other.txt"
    other.write_text("no run")
    assert run(["evaluate", str(gold), "--diff", str(other)]) == 3
    assert "other.txt" in capsys.readouterr().err
