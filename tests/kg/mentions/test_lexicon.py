"""Known names: how a wording matches, and what the French lists hold."""

from __future__ import annotations

from collections import defaultdict

import pytest

from kg.mentions.heads import heads
from kg.mentions.lexicon import Entry, Lexicon
from kg.mentions.model_names import name_rules
from kg.mentions.names_data import lexicon, nationalities, seats
from kg.mentions.references import reference_words
from kg.mentions.words import words_of
from kg.ontology import load
from kg.ontology.declaration import read
from kg.ontology.languages import folder

GROUP = Entry("ArmedGroup", "Front du Nord")


def found(wording: str, text: str) -> list[str]:
    """Where the only wording of a lexicon stands in `text`."""
    return [text[k.start : k.end] for k in Lexicon([(wording, GROUP)]).find(words_of(text))]


@pytest.mark.parametrize(
    ("wording", "text", "expected"),
    [
        ("État islamique", "l’ Etat islamique recule", ["Etat islamique"]),
        ("État islamique", "un état islamique", []),
        ("al-Qaïda", "Al Qaida et AL-QAÏDA", ["Al Qaida", "AL-QAÏDA"]),
        ("EI", "l'EI et l'E.I. mais ei", ["EI", "E.I"]),
        ("houthis", "les Houthis, les houthis", ["Houthis", "houthis"]),
        ("Le Monde", "Le monde lit Le Monde", ["Le Monde"]),
        ("Front du Nord", "le Front, du Nord", []),
        ("Front du Nord", "un Front\ndu Nord", []),
    ],
)
def test_a_wording_matches_as_it_is_written(wording: str, text: str, expected: list[str]) -> None:
    """Accents, hyphens and apostrophes never count; capitals count where the wording has them."""
    assert found(wording, text) == expected


def test_the_longest_wording_wins() -> None:
    """« Front du Nord libre » is not « Front du Nord »."""
    both = Lexicon([("Front du Nord", GROUP), ("Front du Nord libre", Entry("ArmedGroup", "FNL"))])
    assert [k.entry.canonical for k in both.find(words_of("Front du Nord libre"))] == ["FNL"]


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("Daech", "État islamique"),
        ("Shebab", "Al-Chabab"),
        ("les peshmerga", "Peshmergas"),
        ("la RDC", "République démocratique du Congo"),
        ("les Etats-Unis", "États-Unis"),
        ("l'Otan", "OTAN"),
    ],
)
def test_spellings_of_the_news_lead_to_one_name(text: str, canonical: str) -> None:
    """French, English and acronyms."""
    assert [k.entry.canonical for k in lexicon("fr").find(words_of(text))] == [canonical]


def test_hundreds_of_organisations_are_known_in_every_class() -> None:
    """Armed groups, forces, bodies of states, media."""
    known = read(folder("fr") / "names" / "organisations.yaml", dict[str, dict[str, list[str]]])
    assert sum(map(len, known.values())) >= 400
    assert all(load().is_a(type_, "Organisation") for type_ in known)


def test_no_wording_means_two_things() -> None:
    """A wording stands once over organisations and places."""
    owners = defaultdict(set)
    for name in ("organisations", "places"):
        declared = read(folder("fr") / "names" / f"{name}.yaml", dict[str, dict[str, list[str]]])
        for things in declared.values():
            for canonical, wordings in things.items():
                for wording in (canonical, *wordings):
                    owners[wording].add(canonical)
    assert {w: o for w, o in owners.items() if len(o) > 1} == {}


def test_every_class_of_the_name_data_is_declared() -> None:
    """A class that the ontology lacks could never be told."""
    classes = {
        *read(folder("fr") / "names" / "places.yaml", dict[str, dict[str, list[str]]]),
        *heads("fr").words.classes,
        *heads("fr").words.same_thing,
        *heads("fr").words.apposing,
        *name_rules("fr").labels.values(),
        *name_rules("fr").first_words,
        *reference_words("fr").descriptions,
    }
    assert classes <= set(load().classes)


@pytest.mark.parametrize(
    ("adjective", "country"),
    [("turques", "Turquie"), ("français", "France"), ("sud-coréenne", "Corée du Sud")],
)
def test_nationalities_lead_to_their_country(adjective: str, country: str) -> None:
    """Both genders and numbers."""
    assert nationalities("fr")[adjective].canonical == country


def test_a_seat_of_government_leads_to_its_country() -> None:
    """« Moscou » is Russia's."""
    assert seats("fr")["moscou"].canonical == "Russie"
