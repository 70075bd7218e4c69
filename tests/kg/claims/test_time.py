"""Dates: found, resolved, and given to the fact that they date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parsing import PUBLISHED, parse

from kg.claims.calendar import easter
from kg.claims.resolution import Anchors, resolve
from kg.claims.time import Dated, date_of, find_dates
from kg.claims.wordings import Wording
from kg.errors import DeclarationError
from kg.records import Analysis, Document
from kg.syntax import Tree


def dates(text: str, *, published: date | None = PUBLISHED) -> tuple[Dated, ...]:
    """The dates of a text, no parse needed."""
    return find_dates(Analysis(Document("example", text, published=published), (), ()))


def isos(text: str, *, published: date | None = PUBLISHED) -> list[str]:
    """Their ISO forms."""
    return [d.iso for d in dates(text, published=published)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("le 3 mars 2016", "2016-03-03"),
        ("Le vendredi 2 mars 2018", "2018-03-02"),
        ("le 1er mai 2018", "2018-05-01"),
        ("le 12/06/2017", "2017-06-12"),
        ("en août 2014", "2014-08"),
        ("fin janvier 2017", "2017-01"),
        ("en 2014", "2014"),
        ("depuis 2015", "2015"),
        ("de 2014 à 2016", "2014/2016"),
        ("du 26 février 2017 au 7 mars 2017", "2017-02-26/2017-03-07"),
        ("le dimanche de Pâques 2019", "2019-04-21"),
        ("l'été 2014", "2014"),
    ],
)
def test_absolute_dates_need_no_publication_date(text: str, iso: str) -> None:
    """They resolve alike with and without the article's date."""
    assert isos(f"Il est venu {text} à Marsa.") == [iso]
    assert isos(f"Il est venu {text} à Marsa.", published=None) == [iso]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("aujourd'hui", "2021-02-20"),
        ("aujourd’hui", "2021-02-20"),
        ("ce matin", "2021-02-20"),
        ("hier", "2021-02-19"),
        ("hier soir", "2021-02-19"),
        ("avant-hier", "2021-02-18"),
        ("lundi", "2021-02-15"),
        ("samedi", "2021-02-20"),
        ("samedi dernier", "2021-02-13"),
        ("vendredi après-midi", "2021-02-19"),
        ("lundi prochain", "2021-02-22"),
        ("lundi 8", "2021-02-08"),
        ("dans la nuit de samedi à dimanche", "2021-02-13/2021-02-14"),
        ("la nuit dernière", "2021-02-19/2021-02-20"),
        ("la semaine dernière", "2021-W06"),
        ("cette semaine", "2021-02-15/2021-02-21"),
        ("le mois dernier", "2021-01"),
        ("l'année dernière", "2020"),
        ("à la fin de l'année dernière", "2020-12"),
        ("en janvier", "2021-01"),
        ("en mars", "2020-03"),
        ("en décembre prochain", "2021-12"),
        ("le 3 mars", "2020-03-03"),
        ("le 11 décembre dernier", "2020-12-11"),
        ("du 26 janvier au 7 février", "2021-01-26/2021-02-07"),
        ("du 26 décembre au 7 janvier", "2020-12-26/2021-01-07"),
        ("le dimanche de Pâques", "2020-04-12"),
        ("à Noël", "2020-12-25"),
        ("il y a trois jours", "2021-02-17"),
        ("il y a deux semaines", "2021-W05"),
        ("il y a un mois", "2021-01"),
        ("il y a dix ans", "2011"),
    ],
)
def test_relative_dates_count_from_publication(text: str, iso: str) -> None:
    """They resolve against the article's date, and not at all without one."""
    assert isos(f"L'attaque a eu lieu {text}.") == [iso]
    assert isos(f"L'attaque a eu lieu {text}.", published=None) == []


@pytest.mark.parametrize(
    "text",
    [
        "Il avait 50 ans.",
        "Le siège a duré trois jours.",
        "Pendant deux semaines, rien n'a bougé.",
        "Ils étaient 2 000 soldats.",
        "La route fait 2015 mètres.",
        "Le 31 février n'existe pas.",
        "Mars est une planète.",
    ],
)
def test_ages_durations_and_figures_are_no_dates(text: str) -> None:
    """Nothing is found in them."""
    assert isos(text) == []


def test_a_dateline_is_marked() -> None:
    """The date at the head of an article is a dateline; the next one is not."""
    found = dates("Un titre\n\n12 janvier 2016. – Une bombe a explosé le 11 janvier 2016.")
    assert [(d.iso, d.dateline) for d in found] == [("2016-01-12", True), ("2016-01-11", False)]


def test_a_dateline_may_follow_a_place() -> None:
    """ "MARSA, 3 mars 2016 –" is a dateline too."""
    assert dates("MARSA, 3 mars 2016 – Une bombe a explosé.")[0].dateline


def test_the_day_after_counts_from_the_day_last_spoken_of() -> None:
    """ "Le lendemain" follows the date before it, not the publication."""
    assert isos("Le 3 mars 2016, il fuit. Le lendemain, il est pris.") == [
        "2016-03-03",
        "2016-03-04",
    ]


def test_a_time_of_day_is_of_the_day_spoken_of() -> None:
    """A clock time takes the day of the text and is marked as a clock time."""
    (found,) = dates("À 14 h 40, une bombe a explosé.")
    assert (found.iso, found.clock) == ("2021-02-20", True)


def test_a_day_without_year_in_a_sentence_about_the_future_is_the_next() -> None:
    """ "Le 3 mars" is of this year where the verb is in the future."""
    assert [d.iso for d in find_dates(parse("Les troupes partiront le 3 mars."))] == ["2021-03-03"]


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_easter_is_a_sunday_in_spring(day: date) -> None:
    """Between 22 March and 25 April of every year."""
    found = easter(day.year)
    assert found.weekday() == 6
    assert date(day.year, 3, 22) <= found <= date(day.year, 4, 25)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 6))
def test_a_bare_weekday_is_within_the_last_week(published: date, weekday: int) -> None:
    """It never lies after publication, nor more than six days before."""
    names = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    (iso,) = isos(f"Il est mort {names[weekday]}.", published=published)
    assert published - timedelta(days=6) <= date.fromisoformat(iso) <= published


@pytest.mark.parametrize(
    ("text", "word", "iso"),
    [
        ("L'armée a repris la ville hier.", "repris", "2021-02-19"),
        ("Lundi, l'armée a repris la ville.", "repris", "2021-02-15"),
        ("L'attaque du 3 mars 2016 a tué dix soldats.", "attaque", "2016-03-03"),
        ("Le ministre a déclaré jeudi que la ville était tombée.", "tombée", ""),
        ("Le ministre a déclaré jeudi que la ville était tombée lundi.", "tombée", "2021-02-15"),
        ("La ville, prise en 2014, a été libérée hier.", "libérée", "2021-02-19"),
        ("La ville, prise en 2014, a été libérée hier.", "prise", "2014"),
        ("L'armée a repris la ville.", "repris", ""),
    ],
)
def test_a_fact_takes_the_date_of_its_clause(text: str, word: str, iso: str) -> None:
    """The date of its own words; that of the announcement is not the event's."""
    analysis = parse(text)
    tree = Tree(analysis)
    start = text.index(word)
    predicate = tree.covering(start, start + 1)[0]
    found = date_of(tree, predicate, find_dates(analysis))
    assert (found.iso if found else "") == iso


def test_the_day_of_an_announcement_is_marked() -> None:
    """A date that hangs on a verb of speech is that of the saying, not of what is said."""
    text = "L'armée a annoncé mercredi que la ville était tombée lundi."
    found = find_dates(parse(text))
    assert [(d.iso, d.announcement) for d in found] == [
        ("2021-02-17", True),
        ("2021-02-15", False),
    ]


def test_a_rule_that_does_not_exist_is_a_named_error() -> None:
    """The language data may name only the rules that resolve dates."""
    wording = Wording(0, 4, "lunar", {})
    with pytest.raises(DeclarationError, match="unknown rule lunar"):
        resolve(wording, Anchors(PUBLISHED))
