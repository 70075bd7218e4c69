"""Names are compared strictly: both ends and the label."""

import pytest

from kg.evaluation import Rates, score_names, stated_names
from kg.records import Mention, Name


def _mention(text: str, type_: str, *, kind: str = "name", start: int = 10) -> Mention:
    return Mention(start, start + len(text), text, type_, kind, sentence=0, head=0)


def test_a_name_counts_with_both_ends_and_its_label() -> None:
    """One right, one with a wrong label, one too long; a name found twice counts once."""
    gold = [Name(0, 5, "PER"), Name(9, 12, "LOC"), Name(20, 25, "ORG"), Name(30, 33, "MISC")]
    found = [Name(0, 5, "PER"), Name(0, 5, "PER"), Name(9, 12, "ORG"), Name(20, 26, "ORG")]
    rates = score_names([(gold, found)])
    assert rates["all"] == Rates(1, 3, 3)
    assert rates["PER"] == Rates(1, 1, 1)
    assert rates["ORG"] == Rates(0, 2, 1)


def test_articles_are_not_mixed_up() -> None:
    """The same offsets in two articles are two names."""
    name = Name(0, 5, "PER")
    assert score_names([([name], [name]), ([name], [])])["all"] == Rates(1, 1, 2)


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Viktor Osman", "Person", ("Viktor Osman", "PER")),
        ("armée vardane", "ArmedForce", ("armée vardane", "ORG")),
        ("province de Belmora", "Region", ("Belmora", "LOC")),
        ("Vardanie", "Country", ("Vardanie", "LOC")),
    ],
)
def test_mentions_are_stated_as_names(text: str, type_: str, expected: tuple[str, str]) -> None:
    """The family of the class is the label; a place goes without its common noun."""
    (name,) = stated_names([_mention(text, type_)])
    assert (text[name.start - 10 : name.end - 10], name.label) == expected


def test_what_is_no_name_is_left_out() -> None:
    """Descriptions, groups, events, and places that only common nouns tell."""
    mentions = [
        _mention("armée", "ArmedForce", kind="description"),
        _mention("Kurdes", "Group"),
        _mention("région parisienne", "Region"),
    ]
    assert list(stated_names(mentions)) == []
