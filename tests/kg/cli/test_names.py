"""`kg names` and `kg train names`: names are measured, and trained."""

import json
from pathlib import Path

import pytest
from named import named, write_corpus

from kg.cli import run
from kg.corpus import held_back

LABELS = {"PER": "Person", "LOC": "Location", "ORG": "Organization"}
TEXTS = [
    named(f"article-{n}", "[Viktor Osman|PER] a quitté [Paris|LOC] avant l'arrivée de l'[ONU|ORG].")
    for n in range(12)
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus of twelve articles; a tenth of it is one."""
    return write_corpus(tmp_path / "corpus.jsonl", TEXTS, LABELS)


def test_three_runs_are_compared(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The plain model, the trained one and the rules after it, on the tenth held back."""
    assert run(["names", str(corpus), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["articles"] == 1
    for scores in shown["runs"].values():
        assert scores["all"]["gold"] == 3
    assert shown["runs"]["with rules"]["all"]["f1"] == 1.0
    assert list(shown["runs"]) == ["plain model", "trained", "with rules"]


def test_the_table_names_runs_and_labels(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line a run and label."""
    assert run(["names", str(corpus)]) == 0
    shown = capsys.readouterr().out
    assert all(word in shown for word in ("1 articles", "plain model", "trained", "PER", "ORG"))


def test_training_leaves_articles_out(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The tenth that is measured on, and those that a file names."""
    (drawn,) = held_back(TEXTS)
    other = next(text.document.id for text in TEXTS if text.document.id != drawn)
    exclude, out = tmp_path / "exclude.txt", tmp_path / "trained"
    exclude.write_text(f"{other}\n")
    arguments = ["train", "names", str(corpus), "--exclude", str(exclude), "--out", str(out)]
    assert run(arguments) == 0
    assert "trained on 10 of 12 articles" in capsys.readouterr().err
    assert "articles: 10" in (out / "weights.yaml").read_text()
    assert (out / "weights.bin").stat().st_size > 1_000_000


def test_nothing_to_train_on_is_an_error(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where every article is left out, nothing is written."""
    exclude, out = tmp_path / "exclude.txt", tmp_path / "trained"
    exclude.write_text("\n".join(text.document.id for text in TEXTS))
    arguments = ["train", "names", str(corpus), "--exclude", str(exclude), "--out", str(out)]
    assert run(arguments) == 3
    assert "no articles are left" in capsys.readouterr().err
    assert not out.exists()


def test_a_malformed_corpus_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With its line, and the exit code of bad input."""
    (tmp_path / "c.jsonl").write_text("[]\n")
    assert run(["names", str(tmp_path / "c.jsonl")]) == 3
    assert "c.jsonl:1" in capsys.readouterr().err
