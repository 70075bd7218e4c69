"""The gate before every write."""

from __future__ import annotations

import pytest
from stories import TEXT, claim, entity, story

from kg.errors import InvalidGraph
from kg.gate import Gate, faults_of

PLACES = [entity("place:kolvar", "City", "Kolvar"), entity("place:vologne", "City", "Vologne")]
VALID = story("a", PLACES, [claim("place:kolvar", "locatedIn", "place:vologne")])
BROKEN = story("b", PLACES, [claim("place:kolvar", "controls", "place:vologne")])
UNKNOWN = story("c", [entity("place:kolvar", "Ville", "Kolvar")], [])


def test_a_valid_graph_is_let_through_in_silence() -> None:
    """Nothing is told, nothing refused."""
    told: list[str] = []
    gate = Gate(notify=told.append)
    assert gate.admits(VALID)
    gate.check()
    assert told == []


def test_a_broken_rule_is_told_in_both_languages_with_its_sentence() -> None:
    """For those who read the rule, and those who read the article."""
    (line,) = faults_of(BROKEN)
    assert "the subject must be actor" in line
    assert "le sujet doit être acteur" in line
    assert line.endswith(TEXT)


def test_a_class_that_is_not_declared_is_a_fault_too() -> None:
    """It has no shape that it could break."""
    (line,) = faults_of(UNKNOWN)
    assert "Ville" in line


def test_what_breaks_a_shape_is_refused_by_name() -> None:
    """The run goes on; its end says what was refused, and how to let it in."""
    gate = Gate("reject")
    assert [gate.admits(each) for each in (BROKEN, VALID, UNKNOWN)] == [False, True, False]
    with pytest.raises(InvalidGraph, match=r": b, c; .*--invalid report"):
        gate.check()


def test_reporting_lets_everything_through() -> None:
    """It is told all the same."""
    told: list[str] = []
    gate = Gate("report", notify=told.append)
    assert gate.admits(BROKEN)
    gate.check()
    assert len(told) == 1
