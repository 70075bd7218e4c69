"""What changed between two evaluations, and the file that keeps one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluation.gold import Annotated, Fact, Thing
from kg.evaluation.matching import match
from kg.evaluation.runs import Run, change, read_run, run_of, save
from kg.records import Document

TEXT = "Le Front du Lac tient Kolvar. Le Front du Lac soutient la Ligue."
THINGS = {
    "f": Thing("f", "ArmedGroup", ("Front du Lac",)),
    "k": Thing("k", "City", ("Kolvar",)),
    "l": Thing("l", "ArmedGroup", ("Ligue",)),
}
HOLDS = Fact("f", "controls", "k", "tient Kolvar", ("asserted",), TEXT.index("tient"))
HELPS = Fact("f", "supports", "l", "soutient la Ligue", ("asserted",), TEXT.index("soutient"))
FIGHTS = replace(HELPS, relation="opposes", rule="opposes.verb.combattre")


def found(*facts: Fact, document: str = "essai") -> Run:
    """The run of an extraction that gave `facts`; the gold is HOLDS and HELPS."""
    gold = Annotated(Document(document, TEXT), THINGS, (HOLDS, HELPS))
    return run_of([match(gold, replace(gold, facts=facts))])


def told(outcomes: tuple[object, ...]) -> list[str]:
    """The relations of outcomes."""
    return [getattr(outcome, "relation", "") for outcome in outcomes]


def test_the_same_run_changes_nothing() -> None:
    """No list has an entry."""
    same = change(found(HOLDS, FIGHTS), found(HOLDS, FIGHTS))
    lists = (same.gained, same.lost, same.new_wrong, same.gone_wrong, same.misjudged, same.mended)
    assert lists == ((),) * 6
    assert same.before == same.now


def test_a_claim_found_now_is_gained_with_its_sentence() -> None:
    """It was missed before; the figures rise."""
    changed = change(found(HOLDS), found(HOLDS, HELPS))
    (gained,) = changed.gained
    assert (gained.subject, gained.relation, gained.object) == ("Front du Lac", "supports", "Ligue")
    assert gained.sentence == "Le Front du Lac soutient la Ligue."
    assert changed.lost == ()
    assert changed.now.claims.f1 > changed.before.claims.f1


def test_a_claim_missed_now_is_lost() -> None:
    """The way back of the one above."""
    changed = change(found(HOLDS, HELPS), found(HOLDS))
    assert told(changed.lost) == ["supports"]
    assert changed.gained == ()


def test_a_wrong_claim_names_its_rule() -> None:
    """What a new verb brings too much, and which frame it was; the other way it is gone."""
    changed = change(found(HOLDS), found(HOLDS, FIGHTS))
    assert [each.rule for each in changed.new_wrong] == ["opposes.verb.combattre"]
    assert told(change(found(HOLDS, FIGHTS), found(HOLDS)).gone_wrong) == ["opposes"]


def test_a_wrong_claim_told_twice_more_counts_twice() -> None:
    """Two of the same claim are more than one."""
    assert len(change(found(FIGHTS), found(FIGHTS, FIGHTS)).new_wrong) == 1


def test_a_certainty_that_is_wrong_now_is_told() -> None:
    """The claim stays right, its certainty does not."""
    changed = change(found(HOLDS), found(replace(HOLDS, certainties=("negated",))))
    assert [each.certainty for each in changed.misjudged] == ["negated"]
    assert changed.lost == ()
    assert told(change(found(replace(HOLDS, certainties=("negated",))), found(HOLDS)).mended) == [
        "controls"
    ]


def test_a_run_is_read_as_it_was_saved(tmp_path: Path) -> None:
    """The file holds all of it, and the same run gives the same bytes."""
    run = found(HOLDS, FIGHTS)
    save(run, tmp_path / "a.json")
    save(found(HOLDS, FIGHTS), tmp_path / "b.json")
    assert read_run(tmp_path / "a.json") == run
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


@pytest.mark.parametrize("content", ["", "{}", '{"claims": 3}', "[]"])
def test_a_file_that_holds_no_run_is_named(content: str, tmp_path: Path) -> None:
    """With the command that writes one."""
    path = tmp_path / "a.json"
    path.write_text(content)
    with pytest.raises(InputError, match=r"a\.json: no evaluation in it; .*--save"):
        read_run(path)


def test_runs_over_other_articles_are_not_compared() -> None:
    """The figures would not be of one thing."""
    with pytest.raises(InputError, match="other articles"):
        change(found(HOLDS, document="autre"), found(HOLDS))
