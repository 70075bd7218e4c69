"""What counts as found, on hand-built annotations."""

import pytest

from kg.evaluation import match, score
from kg.evaluation.gold import Annotated, Fact, Thing
from kg.evaluation.words import fold, same_value
from kg.records import Document, Value

TEXT = "Un attentat à Kolvar a fait 12 morts. La Katiba al-Fajr l'a revendiqué. L'ONU l'a condamné."
THINGS = (
    Thing("e", "Bombing", ("attentat à Kolvar",)),
    Thing("k", "City", ("Kolvar",)),
    Thing("f", "ArmedGroup", ("Katiba al-Fajr", "al-Fajr")),
    Thing("o", "IntergovernmentalOrganisation", ("Organisation des Nations unies", "ONU")),
)


def _annotated(*facts: Fact, things: tuple[Thing, ...] = THINGS) -> Annotated:
    return Annotated(Document("d", TEXT), {thing.id: thing for thing in things}, facts)


def _fact(
    subject: str, relation: str, end: str | Value, certainty: str = "asserted", **more: bool
) -> Fact:
    evidence = TEXT[:36]
    return Fact(subject, relation, end, evidence, (certainty,), 0, **more)


def _counts(gold: Annotated, found: Annotated) -> tuple[int, int, int]:
    rates = score([match(gold, found)]).claims
    return rates.hits, rates.predicted, rates.gold


def test_an_alias_is_the_thing() -> None:
    """A thing found under one of its aliases is aligned."""
    gold = _annotated(_fact("o", "opposes", "f"))
    things = (Thing("1", "Organisation", ("O.N.U.",)), Thing("2", "ArmedGroup", ("al-Fajr",)))
    assert match(gold, _annotated(things=things)).aligned == {"f": "2"}
    things = (
        Thing("1", "Organisation", ("ONU",)),
        Thing("2", "ArmedGroup", ("La Katiba al-Fajr",)),
    )
    assert match(gold, _annotated(things=things)).aligned == {"o": "1", "f": "2"}


def test_a_thing_found_twice_is_aligned_once() -> None:
    """A duplicate costs precision of entities."""
    gold = _annotated(_fact("e", "occurredIn", "k"))
    twice = (*THINGS, Thing("k2", "City", ("Kolvar",)))
    found = _annotated(_fact("e", "occurredIn", "k"), _fact("e", "target", "k2"), things=twice)
    entities = score([match(gold, found)]).entities
    assert (entities.hits, entities.predicted, entities.gold) == (4, 5, 4)


@pytest.mark.parametrize("relation", ["alliedWith", "opposes", "negotiatesWith"])
def test_some_relations_hold_either_way(relation: str) -> None:
    """Turned round, they are found; a directed one is not."""
    gold = _annotated(_fact("f", relation, "o"))
    assert _counts(gold, _annotated(_fact("o", relation, "f"))) == (1, 1, 1)
    gold = _annotated(_fact("f", "supports", "o"))
    assert _counts(gold, _annotated(_fact("o", "supports", "f"))) == (0, 1, 1)


def test_a_claim_said_twice_is_found_once() -> None:
    """One gold claim is answered by one found claim; the other is wrong."""
    fact = _fact("e", "occurredIn", "k")
    assert _counts(_annotated(fact), _annotated(fact, fact)) == (1, 2, 1)


def test_an_optional_claim_is_neutral() -> None:
    """Finding it neither helps nor costs, and so does missing it."""
    needed = _fact("e", "occurredIn", "k")
    free = _fact("e", "claimedBy", "f", optional=True)
    gold = _annotated(needed, free)
    assert _counts(gold, _annotated(needed)) == (1, 1, 1)
    assert _counts(gold, _annotated(needed, _fact("e", "claimedBy", "f"))) == (1, 1, 1)


def test_an_event_of_another_name_aligns_by_its_roles() -> None:
    """Events need no common name where roles and places in the text agree."""
    gold = _annotated(_fact("e", "occurredIn", "k"))
    things = (Thing("x", "Shooting", ("fusillade",)), *THINGS[1:])
    found = _annotated(_fact("x", "occurredIn", "k"), things=things)
    assert _counts(gold, found) == (1, 1, 1)


def test_certainty_is_judged_on_right_claims() -> None:
    """Of hedged claims, the share that was kept hedged is told apart."""
    gold = _annotated(_fact("e", "claimedBy", "f", "reported"), _fact("e", "occurredIn", "k"))
    found = _annotated(_fact("e", "claimedBy", "f"), _fact("e", "occurredIn", "k"))
    scores = score([match(gold, found)])
    assert (scores.certainty, scores.hedged) == (0.5, 0.0)


@pytest.mark.parametrize(
    ("relation", "gold", "found", "same"),
    [
        ("fatalities", ">=32", ">=32", True),
        ("fatalities", ">=32", "32", False),
        ("fatalities", "1 200", "1200", True),
        ("fatalities", "des dizaines", "plusieurs dizaines", True),
        ("fatalities", "des dizaines", "12", False),
        ("onDate", "2017-03", "2017-03-17", True),
        ("onDate", "2017-03-17", "2017-03", False),
        ("weapon", "voiture piégée", "une voiture", True),
        ("weapon", "voiture piégée", "kalachnikov", False),
    ],
)
def test_values_are_compared_by_what_they_say(
    relation: str, gold: str, found: str, same: bool
) -> None:
    """Number and bound for counts, prefix for dates, a content word for the rest."""
    assert same_value(relation, gold, found) is same


def test_names_are_folded() -> None:
    """Case, accents, punctuation and a leading article make no difference."""
    assert fold("L’État islamique") == fold("etat-islamique")
    assert fold("Le") == "le"
