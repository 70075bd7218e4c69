"""The prepared questions: what each asks, what it takes, and where its query texts are."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Literal

from kg.errors import InputError
from kg.ontology.declaration import read

FOLDER = Path(__file__).parent
Language = Literal["cypher", "sparql"]
LANGUAGES: dict[Language, str] = {"cypher": ".cypher", "sparql": ".rq"}
"""The query languages, with the ending of their files."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question is asked with; one without `default` must be given."""

    name: str
    kind: Literal["thing", "document", "date", "number", "certainty", "relation"]
    about: str
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A prepared question.

    `columns` are those of the answer; `order` those that it is sorted by, with a - where the
    highest comes first; `step` is the function of `kg.questions.steps` that makes the answer from
    the rows of the query, "" where they are the answer.
    """

    key: str
    title: str
    about: str
    columns: tuple[str, ...]
    parameters: tuple[Parameter, ...] = ()
    order: tuple[str, ...] = ()
    step: str = ""

    def text(self, language: Language) -> str:
        """The query, as its file holds it."""
        return (FOLDER / f"{self.key}{LANGUAGES[language]}").read_text(encoding="utf8")


@cache
def questions() -> dict[str, Question]:
    """All prepared questions by key, in the order in which they are shown."""
    found = read(FOLDER / "catalogue.yaml", tuple[Question, ...])
    return {each.key: each for each in found}


def question(key: str) -> Question:
    """The question of that key.

    Raises:
        InputError: there is none.
    """
    known = questions()
    if key not in known:
        near = get_close_matches(key, known, n=3, cutoff=0.4)
        hint = f"is {' or '.join(near)} meant?" if near else "list them with: kg ask"
        raise InputError(f"{key}: no such question; {hint}")
    return known[key]
