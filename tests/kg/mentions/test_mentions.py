"""Mentions: names, phrases, descriptions, pronouns, each on a sentence with the real model."""

from __future__ import annotations

import pytest
from parsing import parse

from kg.mentions import find_mentions
from kg.records import Mention


def mentions(text: str) -> dict[str, Mention]:
    """The mentions of `text` by what they cover."""
    return {text[m.start : m.end]: m for m in find_mentions(parse(text))}


def types(text: str) -> dict[str, str]:
    """The class of each name of `text`."""
    return {told: m.type for told, m in mentions(text).items() if m.kind == "name"}


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("L'armée turque a bombardé la ville.", "armée turque", "ArmedForce"),
        ("Le ministère de la Défense dément.", "ministère de la Défense", "GovernmentBody"),
        ("Le gouvernement du Niger a réagi.", "gouvernement du Niger", "GovernmentBody"),
        ("Il a fui le nord du Mali.", "nord du Mali", "Region"),
        ("La province de Helmand est perdue.", "province de Helmand", "Region"),
        ("Ils ont visé l'aéroport de Tripoli.", "aéroport de Tripoli", "Facility"),
        ("Le camp de Kakuma accueille des réfugiés.", "camp de Kakuma", "Camp"),
        ("Daech recule.", "Daech", "ArmedGroup"),
        ("Le Tchad soutient l'opération.", "Tchad", "Country"),
        ("Angela Merkel est à Paris.", "Angela Merkel", "Person"),
        ("Angela Merkel est à Paris.", "Paris", "City"),
    ],
)
def test_names_and_phrases_have_the_deepest_class(text: str, name: str, type_: str) -> None:
    """A head noun with its adjective or complement is one name."""
    assert types(text)[name] == type_


def test_names_inside_a_phrase_stay_mentions() -> None:
    """A city in the name of its airport, a country in the name of its north."""
    assert types("Ils ont visé l'aéroport de Tripoli, au nord de la Libye.") == {
        "aéroport de Tripoli": "Facility",
        "Tripoli": "City",
        "nord de la Libye": "Region",
        "Libye": "Country",
    }


def test_a_city_beside_a_distance_is_no_region() -> None:
    """« au nord de Bamako » tells a way, not a place."""
    assert "nord de Bamako" not in types("Le convoi roulait au nord de Bamako.")


def test_the_head_noun_needs_its_accent() -> None:
    """« côté irakien » is no « côte »."""
    assert "côté irakien" not in mentions("Du côté irakien, rien ne bouge.")


def test_an_adjective_is_no_head() -> None:
    """« organisation armée » is no army."""
    assert "armée" not in mentions("Cette organisation armée recrute au Yémen.")


def test_a_phrase_does_not_reach_into_the_next_sentence() -> None:
    """A full stop ends it."""
    assert "café" not in " ".join(types("Il quitte le café. Daech avance."))


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("Le président français est arrivé.", "français", "France"),
        ("Un Ouzbek a été arrêté.", "Ouzbek", "Ouzbékistan"),
    ],
)
def test_nationalities_are_mentions_of_their_country(text: str, word: str, country: str) -> None:
    """Adjectives and inhabitants."""
    assert (mentions(text)[word].type, mentions(text)[word].canonical) == ("Country", country)


def test_a_language_is_no_country() -> None:
    """« en arabe », « en français »."""
    assert "français" not in mentions("Il a lu le message en français.")


def test_the_same_force_has_one_canonical_name_however_its_country_is_told() -> None:
    """Adjective or complement, with neutral adjectives or without."""
    wordings = (
        "L'armée nigériane avance.",
        "L'armée du Nigeria avance.",
        "L'armée régulière nigériane avance.",
    )
    canonical = {
        m.canonical for text in wordings for m in mentions(text).values() if m.type == "ArmedForce"
    }
    assert canonical == {"armée (Nigeria)"}


def test_several_forces_under_one_head_are_told_apart() -> None:
    """« les polices française et belge »."""
    found = mentions("Les polices française et belge coopèrent.")
    assert found["belge"].text == "police belge"
    assert found["belge"].canonical == "police (Belgique)"


def test_an_acronym_takes_its_meaning_from_the_document() -> None:
    """« Forces de défense du Sud (FDS) » are no Syrian force here, before the bracket or after."""
    text = "Les FDS avancent.\n\nLes Forces de défense du Sud (FDS) gagnent. Les FDS négocient."
    canonical = {m.canonical for m in find_mentions(parse(text)) if m.text == "FDS"}
    assert canonical == {"Forces de défense du Sud"}


def test_a_known_acronym_needs_no_explanation() -> None:
    """Elsewhere the list decides."""
    assert mentions("Les FDS avancent.")["FDS"].canonical == "Forces démocratiques syriennes"


def test_a_capital_acts_for_its_government() -> None:
    """As a subject it is the country, after « à » the city."""
    assert mentions("Moscou accuse les rebelles.")["Moscou"].canonical == "Russie"
    assert types("Il vit à Moscou.")["Moscou"] == "City"


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Ils ont pris Zorbane, un village proche du front.", "Zorbane", "City"),
        ("Le gouverneur de la province, Kelvan Ordek, a démenti.", "Kelvan Ordek", "Person"),
    ],
)
def test_the_words_beside_a_name_tell_its_class(text: str, name: str, type_: str) -> None:
    """Appositions and titles."""
    assert types(text)[name] == type_


def test_what_acts_after_an_article_is_a_country() -> None:
    """Neither persons nor cities have an article."""
    assert types("La Vardanie accuse ses voisins. Il vit en Vardanie.")["Vardanie"] == "Country"


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Le groupe a fui.", "groupe", "description"),
        ("Il a fui vers le pays voisin.", "pays", "description"),
        ("Son chef a été tué.", "Son", "pronoun"),
        ("L'homme qui parle est ministre.", "qui", "pronoun"),
        ("« C'est faux », a-t-il dit.", "-il", "pronoun"),
    ],
)
def test_what_refers_back_is_a_mention(text: str, word: str, kind: str) -> None:
    """Definite descriptions, possessives, relatives, inverted subjects."""
    assert mentions(text)[word].kind == kind


def test_an_indefinite_noun_refers_back_to_nothing() -> None:
    """« un groupe » is new."""
    assert "groupe" not in mentions("Un groupe a fui.")


def test_mentions_stand_where_they_say() -> None:
    """Offsets, sentence and head are those of the document; order is by offset."""
    analysis = parse("Le Hamas tire.\n\nL’armée israélienne riposte, selon l’AFP.")
    found = find_mentions(analysis)
    tokens = [t for s in analysis.sentences for t in s.tokens]
    assert list(found) == sorted(found, key=lambda m: m.start)
    for mention in found:
        sentence = analysis.sentences[mention.sentence]
        assert sentence.start <= mention.start < mention.end <= sentence.end
        assert mention.start <= tokens[mention.head].start < mention.end


def test_dates_titles_and_exclamations_are_no_names() -> None:
    """What the model takes for names and is none."""
    assert types("À 8 heures GMT, il crie « Allahou Akbar ».") == {}
