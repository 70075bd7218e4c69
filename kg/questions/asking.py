"""Asking a prepared question: what is given is checked, rows become the answer, in its order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any, Protocol

from kg.errors import InputError
from kg.identity import fold
from kg.loaders.answer import Answer
from kg.ontology import load
from kg.questions import steps
from kg.questions.catalogue import Language, Parameter, Question

SHOWN = 5
"""How many of several candidates an error names."""


class Engine(Protocol):
    """A store that is asked in one of the two languages."""

    language: Language

    def rows(self, text: str, given: Mapping[Parameter, str]) -> list[dict[str, Any]]:
        """The rows of a query; things and documents as their ids, or as their names."""

    def shown(self, text: str, given: Mapping[Parameter, str]) -> str:
        """The query to copy."""

    def names(self) -> dict[str, set[str]]:
        """All that each thing is called, by id."""


def ask(question: Question, engine: Engine, given: Mapping[str, str]) -> Answer:
    """The answer to `question`; it is the same in both languages.

    Raises:
        InputError: a parameter is missing, unknown or no such value, or names nothing or several.
        QueryError: the store can't answer.
    """
    values = checked(question, engine, given)
    rows = engine.rows(question.text(engine.language), values)
    if question.step:
        told = {each.name: value for each, value in values.items()}
        rows = steps.STEPS[question.step](rows, told)
    for key in reversed(question.order):
        name, falling = key.removeprefix("-"), key.startswith("-")
        rows.sort(key=lambda row, name=name: _sortable(row[name]), reverse=falling)  # type: ignore[misc]
    return Answer(
        question.columns, tuple(tuple(row[name] for name in question.columns) for row in rows)
    )


def checked(question: Question, engine: Engine, given: Mapping[str, str]) -> dict[Parameter, str]:
    """The value of each parameter; names of things become ids.

    Raises:
        InputError: as `ask`.
    """
    known = {each.name: each for each in question.parameters}
    for name in given:
        if name not in known:
            takes = ", ".join(known) or "none"
            raise InputError(f"{question.key}: no parameter {name}; it takes: {takes}")
    values = {}
    for each in question.parameters:
        value = given.get(each.name, each.default)
        if value is None:
            raise InputError(
                f"{question.key}: needs {each.name} ({each.about}); give --with {each.name}=…"
            )
        values[each] = _value(each, value, engine)
    return values


def _value(parameter: Parameter, told: str, engine: Engine) -> str:
    match parameter.kind:
        case "thing":
            return _thing(told, engine.names())
        case "date":
            return _date(parameter, told)
        case "number":
            return _number(parameter, told)
        case "certainty":
            return _one_of(parameter, told, load().certainties)
        case "relation":
            return _one_of(parameter, told, load().relations)
        case "document":
            return told


def _thing(told: str, names: Mapping[str, set[str]]) -> str:
    """The id of the thing that is called so, whatever accents and capitals."""
    if told in names:
        return told
    found = sorted(id for id, called in names.items() if fold(told) in set(map(fold, called)))
    if len(found) == 1:
        return found[0]
    if found:
        raise InputError(f"{told}: may be {', '.join(found[:SHOWN])}; give the id of one")
    folded = {fold(name): name for called in names.values() for name in called}
    near = get_close_matches(fold(told), folded, n=SHOWN, cutoff=0.6)
    hint = f"is {' or '.join(folded[name] for name in near)} meant?" if near else "check the name"
    raise InputError(f"{told}: nothing in the graph is called so; {hint}")


def _date(parameter: Parameter, told: str) -> str:
    try:
        return date.fromisoformat(told).isoformat()
    except ValueError:
        raise InputError(f"{parameter.name}: {told!r} is no day; write it as YYYY-MM-DD") from None


def _number(parameter: Parameter, told: str) -> str:
    try:
        float(told)
    except ValueError:
        raise InputError(f"{parameter.name}: {told!r} is no number; write one like 50") from None
    return told


def _one_of(parameter: Parameter, told: str, known: Iterable[str]) -> str:
    if told in known:
        return told
    raise InputError(f"{parameter.name}: {told!r} is unknown; give one of {', '.join(known)}")


def _sortable(value: object) -> tuple[bool, object]:
    """What is unknown comes last, or first where the highest does."""
    return (value is None, 0 if value is None else value)
