"""B-cubed, on clusters small enough to count by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluation.clusters import clustering, read_labels

THINGS = [("d1", "a"), ("d2", "b"), ("d3", "c"), ("d4", "d")]


def labelled(*labels: str) -> dict[tuple[str, str], str]:
    """The things with these labels, in order."""
    return dict(zip(THINGS, labels, strict=True))


def test_equal_clusters_are_perfect_whatever_their_names() -> None:
    """Labels are compared as groups, not as words."""
    result = clustering(labelled("x", "x", "y", "z"), labelled("1", "1", "2", "3"))
    assert (result.precision, result.recall, result.f1) == (1, 1, 1)
    assert not result.merged
    assert not result.split


def test_one_cluster_too_large_costs_precision() -> None:
    """Two pairs taken for one: each thing stands with one right thing of three."""
    result = clustering(labelled("x", "x", "y", "y"), labelled("1", "1", "1", "1"))
    assert (result.precision, result.recall) == (0.5, 1)
    assert result.merged == (("x", "y"),)


def test_one_cluster_too_small_costs_recall() -> None:
    """Four of one taken for four."""
    result = clustering(labelled("x", "x", "x", "x"), labelled("1", "2", "3", "4"))
    assert (result.precision, result.recall) == (1, 0.25)
    assert result.split == ("x",)


def test_what_was_not_found_does_not_count() -> None:
    """Only things that both have are compared; of none, nothing is right."""
    assert clustering(labelled("x", "x", "y", "z"), {THINGS[0]: "1"}).things == 1
    assert clustering(labelled("x", "x", "y", "z"), {}).f1 == 0


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    """With what to write instead."""
    path = tmp_path / "labels.tsv"
    path.write_text("# vu\nd1\ta\tx\nd2\tb\n", encoding="utf8")
    with pytest.raises(InputError, match=r"labels\.tsv:3: no label; write document, thing"):
        read_labels(path)
