"""`kg evaluate` and the gold's own score.py give the same numbers."""

import copy
import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kg.cli.evaluate import scores_json
from kg.evaluation import match, predicted, read_gold, score
from kg.serialisation import from_json

GOLD = Path(__file__).parents[3].parent / "shared" / "gold"

pytestmark = pytest.mark.skipif(
    not GOLD.exists() and "CI" not in os.environ, reason="the annotated articles are not here"
)


def _prediction(gold: dict[str, Any], seed: str) -> dict[str, Any]:
    """The gold as an imperfect system might give it: less, more, and otherwise."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    made = copy.deepcopy(gold)
    about, text = made["document"], made["document"]["text"]
    made["document"] = {
        **{key: about.get(key) or "" for key in ("id", "lang", "title", "url", "text")},
        "published": about.get("published"),
    }
    for entity in made["entities"]:
        _disturb_entity(entity, chance)
    made["entities"] += [
        {**entity, "id": entity["id"] + "-again"}
        for entity in made["entities"]
        if chance.random() < 0.1
    ]
    relations = sorted({claim["relation"] for claim in made["claims"]})
    made["claims"] = [
        _disturbed(claim, text, relations, chance)
        for claim in made["claims"]
        for _ in range(chance.choice([0, 1, 1, 1, 2]))
    ]
    return made


def _disturb_entity(entity: dict[str, Any], chance: random.Random) -> None:
    entity["mentions"] = []
    if chance.random() < 0.2:
        entity["name"] = entity["name"].split(" ")[-1].upper()
    if chance.random() < 0.2:
        entity["type"] = chance.choice(["Country", "Organisation", "Person", "Bombing", "Place"])
    if chance.random() < 0.3:
        entity["aliases"] = []


def _disturbed(
    claim: dict[str, Any], text: str, relations: list[str], chance: random.Random
) -> dict[str, Any]:
    found = text.find(claim["evidence"])
    start = max(found, 0) + (chance.random() < 0.2) * 50
    made = {
        key: claim[key] for key in ("subject", "relation", "object", "evidence", "certainty")
    } | {
        "id": "x",
        "start": start,
        "end": start + len(claim["evidence"]),
        "sentence": "",
        "rule": "",
    }
    if chance.random() < 0.1:
        made["relation"] = chance.choice(relations)
    if chance.random() < 0.2:
        made["certainty"] = "reported"
    if isinstance(made["object"], str) and chance.random() < 0.2:
        made["subject"], made["object"] = made["object"], made["subject"]
    if isinstance(made["object"], dict):
        value = str(made["object"]["literal"])
        made["object"] = {"literal": chance.choice([value, f"~{value}", f"{value}-05", "morts"])}
    return made


def _reference(folder: Path) -> dict[str, Any]:
    command = [sys.executable, GOLD / "score.py", GOLD, folder, "--json", "--by-relation"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    result: dict[str, Any] = json.loads(done.stdout)
    return result


@pytest.mark.parametrize("seed", ["a", "b", "c"])
def test_the_two_scores_agree(seed: str, tmp_path: Path) -> None:
    """On the same imperfect predictions, every number of the two is equal."""
    matched = []
    for article in read_gold(GOLD):
        path = GOLD / f"{article.document.id}.json"
        data = _prediction(json.loads(path.read_text(encoding="utf8")), seed + path.name)
        (tmp_path / path.name).write_text(json.dumps(data), encoding="utf8")
        matched.append(match(article, predicted(from_json(data))))
    assert scores_json(score(matched), by_relation=True) == _reference(tmp_path)
