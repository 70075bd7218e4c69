"""Numbers, their bounds, and the dead and wounded that they count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parsing import parse

from kg.claims.counts import Count, find_counts
from kg.claims.numbers import find_numbers


def tolls(text: str) -> list[tuple[str, str]]:
    """Kind and value of each toll of `text`, parts of a total left out."""
    found = find_counts(parse(text))
    return [(c.kind, c.value) for c in found if c.kind != "other" and not c.subset]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("321", "321"),
        ("3 500", "3500"),
        ("3\u202f500", "3500"),
        ("10.000", "10000"),
        ("vingt", "20"),
        ("vingt et un", "21"),
        ("deux cent trente-cinq", "235"),
        ("quatre-vingt-dix", "90"),
        ("trois mille deux cents", "3200"),
        ("au moins 32", ">=32"),
        ("plus de 50", ">50"),
        ("plus d'une centaine", ">100"),
        ("jusqu'à 40", "<=40"),
        ("moins de dix", "<10"),
        ("environ 10", "~10"),
        ("quelque 200", "~200"),
        ("près de cinquante", "~50"),
        ("près d'une centaine", "~100"),
        ("une vingtaine", "~20"),
        ("une douzaine", "~12"),
        ("au moins une quinzaine", ">=15"),
        ("entre 85 et 90", "85-90"),
        ("85 à 90", "85-90"),
        ("16 ou 17", "16-17"),
        ("des dizaines", "des dizaines"),
        ("plusieurs milliers", "plusieurs milliers"),
    ],
)
def test_a_number_has_its_value_and_bound(text: str, value: str) -> None:
    """Digits and words, bounds before them, ranges, round and vague figures."""
    assert [n.value for n in find_numbers(f"Ici {text} personnes")] == [value]


@given(st.integers(0, 9_999_999))
def test_grouped_digits_are_read_back(number: int) -> None:
    """Any number written with blanks between groups of three has its value."""
    (found,) = find_numbers(f"Ici {number:,} personnes".replace(",", " "))
    assert found.value == str(number)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "L'attaque a fait au moins 32 morts et une vingtaine de blessés.",
            [("fatalities", ">=32"), ("injured", "~20")],
        ),
        ("Entre 85 et 90 civils ont été tués.", [("fatalities", "85-90")]),
        ("L'explosion a tué 14 personnes.", [("fatalities", "14")]),
        (
            "Une bombe tue huit soldats et en blesse 110 autres.",
            [("fatalities", "8"), ("injured", "110")],
        ),
        (
            "Douze personnes sont mortes et une quinzaine blessées.",
            [("fatalities", "12"), ("injured", "~15")],
        ),
        (
            "Au moins 41 soldats ont été tués et 96 ont été blessés.",
            [("fatalities", ">=41"), ("injured", "96")],
        ),
        ("29 personnes au minimum sont mortes.", [("fatalities", ">=29")]),
        ("Dix mineurs ont trouvé la mort.", [("fatalities", "10")]),
        ("L'attaque a coûté la vie à 25 personnes.", [("fatalities", "25")]),
        ("Le raid s'est soldé par la mort de 60 hommes.", [("fatalities", "60")]),
        ("Le bilan s'alourdit à 86 morts.", [("fatalities", "86")]),
        ("Neuf journalistes morts, dit le syndicat.", [("fatalities", "9")]),
        ("L'attentat a fait des dizaines de blessés.", [("injured", "des dizaines")]),
        ("Un policier a été tué.", [("fatalities", "1")]),
        ("Le sergent est mort de ses blessures.", [("fatalities", "1")]),
        ("Un capitaine et sa femme ont été tués.", [("fatalities", "2")]),
        ("L'attaque n'a fait aucun blessé.", [("injured", "0")]),
        ("Il n'y a pas de morts.", [("fatalities", "0")]),
    ],
)
def test_the_dead_and_the_wounded_are_counted(text: str, expected: list[tuple[str, str]]) -> None:
    """Nouns, verbs and participles tell the kind of toll."""
    assert tolls(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Trois mille soldats sont arrivés.",
        "Un homme a tué le chien.",
        "L'attaque a été exécutée à l'aube.",
        "Deux avions ont été abattus.",
        "Les combats ont duré 14 heures.",
        "Il est mort à 45 ans.",
        "Le convoi a fait 24 kilomètres.",
    ],
)
def test_other_numbers_are_no_toll(text: str) -> None:
    """Soldiers on the move, planes, hours, ages and distances count no dead but the one named."""
    assert [toll for toll in tolls(text) if toll != ("fatalities", "1")] == []


def only(text: str, value: str) -> Count:
    """The one count of `text` with that value."""
    (found,) = [c for c in find_counts(parse(text)) if c.value == value]
    return found


def test_a_part_of_the_total_is_marked() -> None:
    """ "26 morts dont 3 assaillants": three of the twenty-six."""
    text = "Le bilan est de 26 morts dont 3 assaillants."
    assert only(text, "3").subset
    assert not only(text, "26").subset


def test_the_count_says_who() -> None:
    """The noun phrase of those counted, and nothing where the noun is the toll itself."""
    assert only("Douze soldats syriens ont été tués.", "12").who == "soldats syriens"
    assert only("L'attaque a fait 12 morts.", "12").who == ""


def test_the_count_knows_the_word_that_says_it() -> None:
    """Its predicate is the verb, so that certainty can be asked of it."""
    assert only("Douze soldats auraient été tués.", "12").predicate.text == "tués"


def test_a_day_is_no_count() -> None:
    """Numbers inside dates count nothing."""
    assert find_counts(parse("Le 14 juillet 2016, la ville dormait.")) == ()
