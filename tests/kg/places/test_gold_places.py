"""Where the places of the gold lie: right for most, wrong for few."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kg.evaluation import match, predicted, read_gold
from kg.pipeline import extract

HERE = Path(__file__).parent
GOLD = HERE.parents[3] / "shared" / "gold"
RIGHT, WRONG = 0.85, 0.03


def _checked() -> dict[tuple[str, str], str]:
    lines = (HERE / "gold_places.tsv").read_text(encoding="utf8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {(document, thing): number for document, thing, number in rows}


@pytest.mark.skipif(not GOLD.exists(), reason="the annotated articles are not here")
def test_places_of_the_gold_are_located() -> None:
    """The right number for 85 % of those that have one, a wrong one for 3 % at most."""
    checked, counts = _checked(), Counter[str]()
    for article in read_gold(GOLD):
        graph = extract(article.document)
        aligned = match(article, predicted(graph)).aligned
        located = {e.id: str(e.location.geonames) for e in graph.entities if e.location}
        for thing in article.things:
            number = checked.get((article.document.id, thing))
            told = located.get(aligned.get(thing, ""), "")
            if number is None:
                continue
            counts["listed"] += number != "-"
            counts["told"] += bool(told)
            counts["right"] += told == number
            counts["wrong"] += bool(told) and told != number
    assert sum(number != "-" for number in checked.values()) == counts["listed"]
    assert counts["right"] >= RIGHT * counts["listed"], counts
    assert counts["wrong"] <= WRONG * counts["told"], counts
