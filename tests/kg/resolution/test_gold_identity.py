"""The articles of the gold as one corpus: the same things are one, no two people are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.cli import run

HERE = Path(__file__).parent
GOLD = HERE.parents[3] / "shared" / "gold"
BAR = 0.92


@pytest.mark.skipif(not GOLD.exists(), reason="the annotated articles are not here")
def test_the_things_of_the_gold_are_told_to_be_one(capsys: pytest.CaptureFixture[str]) -> None:
    """B-cubed F1 of organisations, people and places, and no two people taken for one."""
    labels = str(HERE / "gold_identity.tsv")
    assert run(["evaluate", str(GOLD), "--identity", labels, "--json"]) == 0
    results = json.loads(capsys.readouterr().out)
    for family in ("organisation", "person", "place"):
        assert results[family]["f1"] >= BAR, results[family]
    assert results["person"]["merged"] == []
