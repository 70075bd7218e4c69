"""The decisions file: small, plain, and undone as easily as done."""

from pathlib import Path

import pytest

from kg.decisions import Decision, decide, read_decisions, take_back
from kg.errors import InputError

SAME = Decision("same", "person:a", "person:b", "même homme")
NAME = Decision("rename", "person:a", "Léna Dorvath")


def test_decisions_are_read_as_they_were_written(tmp_path: Path) -> None:
    """Reading is the inverse of deciding; no file is no decision."""
    path = tmp_path / "decisions.tsv"
    assert read_decisions(path) == ()
    decide(path, SAME, NAME)
    assert read_decisions(path) == (SAME, NAME)


def test_a_later_decision_replaces_the_earlier(tmp_path: Path) -> None:
    """On the same two things, in whatever order they are given, the last word counts."""
    path = tmp_path / "decisions.tsv"
    decide(path, SAME)
    different = Decision("different", "person:b", "person:a")
    decide(path, different)
    assert read_decisions(path) == (different,)


def test_taking_back_leaves_no_trace(tmp_path: Path) -> None:
    """What was never decided can't be taken back."""
    path = tmp_path / "decisions.tsv"
    decide(path, NAME)
    before = path.read_bytes()
    decide(path, SAME)
    assert take_back(path, Decision("same", "person:b", "person:a"))
    assert path.read_bytes() == before
    assert not take_back(path, SAME)
    assert not take_back(path, Decision("rename", "person:b", ""))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("merge\ta\tb", ":1: no decision; write same, different, rename"),
        ("same\ta", ":1: no decision"),
        ("same a b", ":1: no decision"),
        ("same\ta\tb\ndifferent\tb\ta", ":2: a and b are|:2: b and a are decided to be the same"),
    ],
)
def test_a_bad_line_is_named_with_its_cure(tmp_path: Path, line: str, said: str) -> None:
    """Nothing is guessed from a broken file."""
    path = tmp_path / "decisions.tsv"
    path.write_text(line + "\n", encoding="utf8")
    with pytest.raises(InputError, match=said):
        read_decisions(path)


def test_lines_of_a_team_are_kept_in_order(tmp_path: Path) -> None:
    """Comments say nothing, and what people wrote by hand counts."""
    path = tmp_path / "decisions.tsv"
    path.write_text("# vu ensemble\nsame\tperson:a\tperson:b\tmême homme\n", encoding="utf8")
    decide(path, NAME)
    assert read_decisions(path) == (SAME, NAME)
