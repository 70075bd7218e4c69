"""The prepared questions over HTTP, and the words of the ontology."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
import yaml
from serving import Served
from war import GIVEN

from kg.ontology import load
from kg.questions import questions

ANSWERS = yaml.safe_load(
    (Path(__file__).parent.parent / "questions" / "answers.yaml").read_text(encoding="utf8")
)


def test_all_questions_are_listed(server: Served) -> None:
    """With both texts."""
    listed = httpx.get(f"{server.url}questions.json").json()
    assert [each["key"] for each in listed] == list(questions())
    assert all("MATCH" in each["cypher"] and "SELECT" in each["sparql"] for each in listed)


@pytest.mark.parametrize("key", ["dirigeant-a-une-date", "faits-nies", "succession-des-dirigeants"])
def test_a_question_has_its_answer(key: str, server: Served) -> None:
    """The same as on the stores, with a parameter, without, and with a step behind the query."""
    answer = httpx.get(f"{server.url}questions/{key}", params=GIVEN.get(key, {}), timeout=60).json()
    wanted = [[str(cell) for cell in row] for row in ANSWERS[key]]
    assert [[str(cell) for cell in row] for row in answer["rows"]] == wanted
    assert answer["columns"] == list(questions()[key].columns)


def test_what_is_missing_is_told(server: Served) -> None:
    """No such question, and a parameter that is needed."""
    for key in ("nulle-part", "dirigeant-a-une-date"):
        answer = httpx.get(f"{server.url}questions/{key}", timeout=60)
        assert answer.status_code == 400
        assert answer.text.strip()


def test_terms_have_names_in_both_languages(server: Served) -> None:
    """Every class, relation and certainty."""
    told = httpx.get(f"{server.url}terms.json").json()
    assert set(told["relations"]) == set(load().relations)
    assert set(told["classes"]) == set(load().classes)
    for part in ("classes", "relations", "certainties"):
        assert all(term["fr"] and term["en"] for term in told[part].values())
