"""One entity a thing: names, acronyms, short names, descriptions, pronouns."""

from __future__ import annotations

from dataclasses import replace

import pytest
from parsing import parse

from kg.entities import resolve
from kg.mentions import find_mentions
from kg.records import Document, Entity
from kg.sentences import Parser


def entities(text: str) -> dict[str, Entity]:
    """The entities of `text` by name."""
    analysis = parse(text)
    return {e.name: e for e in resolve(analysis, find_mentions(analysis))}


def told(text: str, name: str) -> list[str]:
    """Everything in `text` that refers to the entity called `name`."""
    return [text[s.start : s.end] for s in entities(text)[name].mentions]


def test_a_short_name_is_the_person_named_in_full() -> None:
    """The last name stands for first and last."""
    text = "Le ministre Karl Vandoren a démissionné. Vandoren quitte le pays."
    assert told(text, "Karl Vandoren") == ["ministre", "Karl Vandoren", "Vandoren"]
    assert entities(text)["Karl Vandoren"].aliases == ("Vandoren",)


def test_two_persons_of_one_family_stay_two() -> None:
    """The first names differ."""
    found = entities("Karl Vandoren a rencontré Lise Vandoren.")
    assert {"Karl Vandoren", "Lise Vandoren"} <= set(found)


def test_spellings_and_acronyms_are_one_entity_with_the_fullest_name() -> None:
    """The article's own spelling of the full name is kept."""
    text = "Daech avance. L'Etat islamique (EI) a pris la ville. L'EI pille."
    found = entities(text)["Etat islamique"]
    assert (found.type, found.aliases) == ("ArmedGroup", ("Daech", "EI"))


def test_the_id_is_the_same_in_every_document() -> None:
    """However the thing is named there."""
    one, other = entities("Daech avance."), entities("L'EI avance.")
    assert one["Daech"].id == other["EI"].id


def test_a_country_told_by_adjective_takes_its_noun() -> None:
    """« turque » alone is Turkey."""
    assert entities("Une frappe turque a visé le village.")["Turquie"].type == "Country"


def test_things_without_a_name_belong_to_their_document() -> None:
    """The police of two articles are two."""
    parser = Parser()
    ids = set()
    for name in ("one", "two"):
        analysis = parser.parse(Document(name, "La police enquête."))
        ids |= {e.id for e in resolve(analysis, find_mentions(analysis))}
    assert len(ids) == 2


def test_a_place_and_its_description_are_one() -> None:
    """« la ville de Kirkouk », « Kirkouk », « la ville »."""
    text = "La ville de Kirkouk est calme. L'armée a quitté Kirkouk. La ville respire."
    assert told(text, "Kirkouk") == ["ville de Kirkouk", "Kirkouk", "Kirkouk", "ville"]


@pytest.mark.parametrize(
    ("text", "name", "word"),
    [
        ("Boko Haram a attaqué Diffa. Le groupe s'est retiré.", "Boko Haram", "groupe"),
        ("Le Hamas a tiré. Les terroristes ont fui.", "Hamas", "terroristes"),
        ("La Somalie vote. Le pays est divisé.", "Somalie", "pays"),
        ("L'armée syrienne avance. L'armée a pris un pont.", "armée syrienne", "armée"),
        ("Le chef de l'OSCE, Jan Brol, a parlé.", "Jan Brol", "chef"),
        ("Jan Brol, le chef de l'OSCE, a parlé.", "Jan Brol", "chef"),
        ("Le président Jan Brol parle. Le président part demain.", "Jan Brol", "président"),
    ],
)
def test_a_description_refers_to_what_was_named(text: str, name: str, word: str) -> None:
    """By class, by head noun, by title, or beside the name."""
    assert word in told(text, name)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Le Hamas a tiré. Les combattants du Hezbollah observent.", "combattants"),
        ("Le président Jan Brol et le président Ivo Sand parlent. Le président part.", "président"),
        ("Le Mali et le Niger négocient. Les deux pays espèrent.", "pays"),
        ("Il vit à Lyon. La capitale est loin.", "capitale"),
    ],
)
def test_an_unsure_description_refers_to_nothing(text: str, word: str) -> None:
    """One with a complement of its own, with two candidates, or of several things."""
    last = text.rindex(word)
    spans = [s for e in entities(text).values() for s in e.mentions]
    assert not any(s.start == last for s in spans)


def test_an_apposition_makes_no_entity_of_its_own() -> None:
    """« X, un groupe armé », « X, une branche de Y »."""
    found = entities("Le Front al-Nosra, une branche syrienne d'Al-Qaïda, a signé.")
    assert {e.name for e in found.values() if e.type == "ArmedGroup"} == {
        "Front al-Nosra",
        "Al-Qaïda",
    }


@pytest.mark.parametrize(
    ("text", "name", "pronoun"),
    [
        ("Lise Vandoren est partie. Elle négocie à Genève.", "Lise Vandoren", "Elle"),
        ("Le Hezbollah a perdu son chef.", "Hezbollah", "son"),
        ("Les talibans reculent. Ils ont quitté la ville.", "talibans", "Ils"),
        ("Les forces turques qui tiennent la ville reculent.", "forces turques", "qui"),
        ("« C'est faux », a déclaré Jan Brol. « Je reste », a-t-il dit.", "Jan Brol", "-il"),
        ("L'armée tient Kirkouk, où elle recrute.", "Kirkouk", "où"),
    ],
)
def test_a_pronoun_refers_to_what_it_stands_for(text: str, name: str, pronoun: str) -> None:
    """Agreement, subjects first, the speaker for an inverted subject, a place for « où »."""
    assert pronoun in told(text, name)


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Lise Vandoren est partie. Il pleut.", "Il"),
        ("Le Hamas a tiré. Les immeubles brûlent. Ils tombent.", "Ils"),
        ("Jan Brol parle. Les négociations échouent. Elles reprendront.", "Elles"),
        ("Une bombe placée en Syrie et qui a explosé a fait un mort.", "qui"),
    ],
)
def test_an_unsure_pronoun_refers_to_nothing(text: str, pronoun: str) -> None:
    """Impersonal, or with a noun between that names nothing known."""
    last = text.rindex(pronoun)
    spans = [s for e in entities(text).values() for s in e.mentions]
    assert not any(s.start == last for s in spans)


def test_names_and_aliases_hold_no_pronoun_and_no_article() -> None:
    """Aliases are wordings that tell the thing."""
    found = entities("Les talibans reculent. Ils fuient. Le groupe se tait.")
    assert (found["talibans"].aliases, len(found["talibans"].mentions)) == ((), 3)


def test_entities_come_in_the_order_of_the_text_and_each_once() -> None:
    """The same text gives the same entities."""
    text = "L'ONU condamne Israël. Le Hamas salue l'ONU."
    assert list(entities(text)) == ["ONU", "Israël", "Hamas"]
    assert entities(text) == entities(text)


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("Le ministère de la Défense a démenti.", False),
        ("La Cour suprême a tranché.", False),
        ("Le ministère irakien de la Défense a démenti.", True),
        ("Le Front du Levant a attaqué.", True),
    ],
)
def test_a_body_without_a_name_of_its_own_is_of_its_document(text: str, shared: bool) -> None:
    """Two articles may each speak of the ministry of another country."""
    ids = [{e.id for e in in_document(text, each)} for each in ("a", "b")]
    assert bool(ids[0] & ids[1]) == shared


def in_document(text: str, identifier: str) -> list[Entity]:
    """The organisations of `text` as a document of this id."""
    analysis = replace(parse(text), document=Document(identifier, text))
    found = resolve(analysis, find_mentions(analysis))
    return [entity for entity in found if entity.id.startswith("organisation:")]
