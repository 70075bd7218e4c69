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
