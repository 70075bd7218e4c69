"""Which words tell the same event."""

from __future__ import annotations

import pytest
from claiming import claims_of

from kg.records import Claim, Entity, Value

BOMBING = """Nigeria : un attentat fait douze morts à Kano

Un attentat à la bombe a frappé samedi un marché de Kano. L'attaque n'a pas été revendiquée.

L'explosion a aussi fait trente blessés, selon la police."""

TWO = """Un attentat a fait deux morts lundi à Nairobi.

En 2018, un attentat avait fait neuf morts à Mombasa."""

PARTS = """Somalie : double attentat à Mogadiscio

Un double attentat a eu lieu vendredi à Mogadiscio. La première explosion a visé un hôtel. La
deuxième explosion a touché un marché."""

REVISED = """Une explosion a secoué Lagos mardi. Le bilan était de trois morts.

Le bilan de l'explosion est porté à sept morts."""


def events(text: str) -> list[Entity]:
    """The events of `text`."""
    return [e for e in claims_of(text)[0] if e.id.startswith("event:")]


def values(text: str, relation: str) -> list[str]:
    """The values that `relation` has in `text`."""
    claims: tuple[Claim, ...] = claims_of(text)[1]
    return [c.object.text for c in claims if c.relation == relation and isinstance(c.object, Value)]


def test_an_attack_told_again_is_one_event() -> None:
    """Title, lead, "l'attaque" and "l'explosion" tell one bombing, with the roles of all."""
    assert [e.type for e in events(BOMBING)] == ["Bombing"]
    assert values(BOMBING, "fatalities") == ["12"]
    assert values(BOMBING, "injured") == ["30"]


def test_another_place_and_date_is_another_event() -> None:
    """An earlier attack elsewhere is an event of its own."""
    assert len(events(TWO)) == 2
    assert sorted(values(TWO, "fatalities")) == ["2", "9"]


def test_numbered_attacks_are_parts_of_the_whole() -> None:
    """The first and second explosion are parts of the double attack."""
    whole, *parts = events(PARTS)
    claims = claims_of(PARTS)[1]
    part_of = {(c.subject, c.object) for c in claims if c.relation == "partOf"}
    assert part_of == {(p.id, whole.id) for p in parts}
    assert len(parts) == 2


def test_a_raised_toll_replaces_the_first() -> None:
    """The last bulletin stands alone."""
    assert values(REVISED, "fatalities") == ["7"]


def test_the_country_before_the_colon_is_where_it_happened() -> None:
    """« Nigeria : … » places the event of the title in Nigeria."""
    names = {e.id: e.name for e in claims_of(BOMBING)[0]}
    places = [names[c.object] for c in claims_of(BOMBING)[1] if c.relation == "occurredIn"]
    assert "Nigeria" in places
    assert "Kano" in places


APART = [
    "L'armée syrienne a bombardé Homs. L'État islamique a attaqué Palmyre.",
    "L'aviation russe a frappé Idleb. Des hommes armés ont tué huit policiers à Ouagadougou.",
    "Le Hezbollah a bombardé Haïfa. Boko Haram a attaqué Maiduguri.",
    "La Turquie a bombardé le village d'Amouda. Le PKK a attaqué un poste de police.",
]


@pytest.mark.parametrize("text", APART)
def test_what_others_do_elsewhere_is_another_event(text: str) -> None:
    """Two powers, or two cities, are two events, each with its own roles."""
    found = events(text)
    assert len(found) == 2
    doers = [c.subject for c in claims_of(text)[1] if c.relation == "perpetrator"]
    assert sorted(doers) == sorted(e.id for e in found)


def test_whom_others_kill_is_no_victim_of_the_event_before() -> None:
    """A toll of someone else's doing stays with him."""
    text = "L'armée syrienne a bombardé Homs. L'État islamique a tué dix soldats à Kidal."
    assert not values(text, "fatalities")
    assert [c.relation for c in claims_of(text)[1] if c.relation == "kills"] == ["kills"]


def test_a_member_may_be_told_of_what_its_coalition_did() -> None:
    """A coalition and a state are no two powers: one event."""
    text = "La coalition a bombardé Raqqa. Les États-Unis ont frappé la ville dimanche."
    assert len(events(text)) == 1


SEPARATE = [
    # another time, told or not
    "Un attentat a eu lieu lundi à Nairobi. Quelques jours plus tôt, dix civils avaient été tués.",
    "Un attentat a frappé Nairobi en 2015. En 2008, une bombe avait explosé devant une école.",
    # « celui de »: the noun again, for another event
    "L'attentat de Nairobi rappelle celui de Mombasa.",
    # « une nouvelle attaque »
    "L'armée a bombardé Homs. L'attaque a duré. Une autre attaque a eu lieu à Alep.",
]


@pytest.mark.parametrize("text", SEPARATE)
def test_what_is_told_as_another_is_another_event(text: str) -> None:
    """Another time, « celui de », « une autre »: two events."""
    assert len(events(text)) == 2


SAME = [
    "Nigeria : attentat à Kano\n\nUn raid a visé Kano. Ce raid aérien a fait dix morts.",
    "Deuil à Kano\n\nUn attentat a frappé Kano samedi. C'est la troisième attaque à Kano.",
    "Deuil à Kano\n\nUne bombe a explosé samedi à Kano. Une attaque qui inquiète Kano.",
]


@pytest.mark.parametrize("text", SAME)
def test_what_only_points_back_is_the_same_event(text: str) -> None:
    """« C'est la troisième attaque », « une attaque qui », « ce raid » tell no new event."""
    assert len(events(text)) == 1
