"""What becomes of the names that the model finds; here the tests say what it found."""

from dataclasses import replace

import pytest
from parsing import parse

from kg.mentions import find_mentions
from kg.records import Name


def _found(text: str, name: str, label: str) -> dict[str, str]:
    """The names of `text` with their classes, where the model found `name` alone."""
    start = text.index(name)
    analysis = replace(parse(text), names=(Name(start, start + len(name), label),))
    return {m.text: m.type for m in find_mentions(analysis) if m.kind == "name"}


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("La présidente Kang Sora-min est partie.", "Kang Sora-min", "PER"),
        ("Hier, De Vornel a gagné.", "De Vornel", "PER"),
        ("La chaîne Kanvas+ a menti.", "Kanvas+", "ORG"),
        ("La direction d'Orange a démenti.", "Orange", "ORG"),
    ],
)
def test_a_name_stays_whole(text: str, name: str, label: str) -> None:
    """Small letters behind a hyphen, capital articles of a person, a sign at the end."""
    assert name in _found(text, name, label)


@pytest.mark.parametrize(
    ("text", "name", "label", "kept"),
    [
        ("Le président Osman a quitté la ville.", "président Osman", "PER", "Osman"),
        ("Osman le boucher a fui.", "Osman le boucher", "PER", "Osman"),
        ("La Vardanie accuse ses voisins.", "La Vardanie", "LOC", "Vardanie"),
    ],
)
def test_what_is_no_part_of_a_name_goes(text: str, name: str, label: str, kept: str) -> None:
    """Titles, small words, and the article of a place."""
    assert set(_found(text, name, label)) == {kept}


def test_an_organisation_keeps_its_class_beside_a_city_of_its_name() -> None:
    """The model's word counts; only what it has no word for is looked up among cities."""
    text = "La direction d'Orange a démenti."
    assert _found(text, "Orange", "ORG") == {"Orange": "Organisation"}
    assert _found("Ils sont passés par Nairobi.", "Nairobi", "MISC") == {"Nairobi": "City"}


def test_a_name_does_not_go_on_behind_a_known_one() -> None:
    """« de la Turquie aux Philippines » tells two countries, and « aux » parts them."""
    text = "Il a voyagé de la Turquie aux Philippines."
    assert set(_found(text, "Turquie aux Philippines", "LOC")) == {"Turquie", "Philippines"}


@pytest.mark.parametrize("name", ["Opération Aubade", "Aubade"])
def test_the_name_of_an_operation_is_no_actor(name: str) -> None:
    """With the noun inside the name or before it."""
    assert _found("L'Opération Aubade a commencé hier.", name, "ORG") == {}


def test_a_title_far_before_makes_no_person_of_an_organisation() -> None:
    """An article is no title, though it stands before a comma."""
    text = "Depuis la fin de la guerre, Vardapress est lue par tous."
    assert _found(text, "Vardapress", "ORG") == {"Vardapress": "Organisation"}
