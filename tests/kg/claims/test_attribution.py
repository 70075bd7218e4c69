"""Who says a fact."""

from __future__ import annotations

import pytest
from parsing import parse

from kg.claims.attribution import speaker_of
from kg.pipeline import graph_of
from kg.records import Token, Value
from kg.syntax import Tree

NAMED = {"Kassem": "kassem", "Orlov": "orlov", "Vladimir": "orlov", "Norda": "norda"}


def entity_at(token: Token) -> str | None:
    """The entity of a name; "il" in an inversion is Kassem."""
    return "kassem" if token.text == "-il" else NAMED.get(token.text)


def speaker(text: str, word: str) -> str | Value | None:
    """Who says the fact whose word is `word`."""
    tree = Tree(parse(text))
    start = text.index(word)
    return speaker_of(tree, tree.covering(start, start + 1)[0], entity_at=entity_at)[0]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Kassem a déclaré que la ville était tombée.", "tombée", "kassem"),
        (
            "Le porte-parole du ministère, Vladimir Orlov, a affirmé que la base était prise.",
            "prise",
            "orlov",
        ),
        ("« Nous avons repris la ville », a déclaré le général Kassem.", "repris", "kassem"),
        ("Kassem a déclaré : « Nous avons repris la ville. »", "repris", "kassem"),
        (
            "Le général Kassem a déclaré : « Nous avons repris la ville. L'ennemi a fui. »",
            "fui",
            "kassem",
        ),
        ("« L'ennemi a fui », a-t-il déclaré.", "fui", "kassem"),
        ("L'attaque a tué dix soldats, a rapporté Norda.", "tué", "norda"),
        ("Selon Kassem, l'ennemi a fui.", "fui", "kassem"),
        ("D'après Norda, trois soldats ont péri.", "péri", "norda"),
        ("Pour Norda, la milice a commis un massacre.", "commis", "norda"),
        ("Kassem accuse la milice d'avoir pillé le dépôt.", "pillé", "kassem"),
    ],
)
def test_a_named_speaker_is_an_entity(text: str, word: str, expected: str) -> None:
    """Subjects of verbs of speech, sources and speakers of quotations are found."""
    assert speaker(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Selon un témoin, trois hommes ont tiré.", "tiré", "témoin"),
        ("Il a été tué, selon des sources militaires.", "tué", "sources militaires"),
        ("Il a été arrêté, de source policière.", "arrêté", "source policière"),
        ("Les habitants disent que la milice a pillé le dépôt.", "pillé", "habitants"),
    ],
)
def test_a_speaker_without_name_is_its_words(text: str, word: str, expected: str) -> None:
    """A speaker that is no entity is given by its noun phrase, without article."""
    assert speaker(text, word) == Value(expected)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("L'armée a repris la ville.", "repris"),
        ("Selon le plan, l'armée a quitté la zone.", "quitté"),
        ("La ville, qui selon Kassem a souffert, a été reprise hier.", "reprise"),
        ("Le ministre que Kassem a dénoncé a quitté la ville.", "quitté"),
    ],
)
def test_what_nobody_is_said_to_say_has_no_speaker(text: str, word: str) -> None:
    """The article's own statements, and "selon" before what can't speak."""
    assert speaker(text, word) is None


def test_a_source_behind_a_name_is_not_that_name() -> None:
    """« … à X, selon un porte-parole »: an unnamed one speaks, and not X."""
    text = "Le M23 a pris Goma aux FDLR, selon un porte-parole militaire."
    analysis = parse(text)
    graph = graph_of(analysis)
    said = {claim.attributed_to for claim in graph.claims if claim.relation == "controls"}
    assert said == {Value("porte-parole militaire")}
