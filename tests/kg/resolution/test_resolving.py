"""Which things of several documents are one, and under which id."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from stories import claim, entity, story

from kg.decisions import Decision
from kg.identity import local_id
from kg.ontology.authority import Actor
from kg.records import DocumentGraph, Known, Value
from kg.resolution import Authority, Identities, identified, resolve

FRONT = entity("organisation:front", "ArmedGroup", "Front du Levant")
KOLVAR = entity("place:kolvar", "City", "Kolvar")
FULL = entity("person:abou-omar-al-vardani", "Person", "Abou Omar al-Vardani", "Vardani")
SPELT = entity("person:abu-umar-al-vardani", "Person", "Abu Umar al-Vardani")
SHORT = entity("person:vardani", "Person", "Vardani")


def resolved(graphs: Sequence[DocumentGraph], *decisions: Decision) -> Identities:
    """What `graphs` say together, with no authority."""
    return resolve(lambda: graphs, decisions)


def ids(graphs: Sequence[DocumentGraph], identities: Identities) -> list[list[str]]:
    """The ids of the entities of each document in the graph."""
    return [[e.id for e in identified(graph, identities).entities] for graph in graphs]


def test_spellings_of_one_name_are_one_person() -> None:
    """The id is that of the document that came out first, and the other leads to it."""
    graphs = [story("b", [FULL], day=2), story("a", [SPELT], day=1)]
    identities = resolved(graphs)
    assert ids(graphs, identities) == [[SPELT.id], [SPELT.id]]
    (moved,) = identified(graphs[0], identities).entities
    assert moved.formerly == (FULL.id,)
    assert identities.gone == {FULL.id}


def test_a_later_article_renames_nothing() -> None:
    """What is there keeps its id when a document comes out that calls it otherwise."""
    before = [story("a", [FULL], day=1)]
    after = [*before, story("b", [SPELT], day=2)]
    assert ids(before, resolved(before))[0] == ids(after, resolved(after))[0]


def test_claims_follow_their_ends() -> None:
    """Subject, object and speaker of a claim get the new ids, and its own id stays."""
    said = claim(FULL.id, "leads", FRONT.id, speaker=FULL.id)
    graphs = [story("a", [SPELT, FRONT], day=1), story("b", [FULL, FRONT], [said], day=2)]
    (moved,) = identified(graphs[1], resolved(graphs)).claims
    assert (moved.subject, moved.object, moved.attributed_to) == (SPELT.id, FRONT.id, SPELT.id)
    assert moved.id == graphs[1].claims[0].id


def test_one_word_is_the_full_name_in_the_same_company() -> None:
    """A last name alone is who has it where two others are told of with both."""
    graphs = [story("a", [FULL, FRONT, KOLVAR], day=1), story("b", [SHORT, FRONT, KOLVAR], day=2)]
    assert FULL.id in ids(graphs, resolved(graphs))[1]


def test_one_word_in_other_company_stays_apart() -> None:
    """The same last name elsewhere is left open, and shown to people."""
    graphs = [story("a", [FULL, FRONT], day=1), story("b", [SHORT], day=2)]
    identities = resolved(graphs)
    assert ids(graphs, identities)[1] == [SHORT.id]
    (doubt,) = identities.doubts
    assert {doubt.one, doubt.other} == {FULL.id, f"{SHORT.id}@b"}
    assert not doubt.joined


def test_one_word_that_two_people_have_is_neither() -> None:
    """With two candidates, company does not decide."""
    other = entity("person:karim-al-vardani", "Person", "Karim al-Vardani")
    told = [FRONT, KOLVAR]
    graphs = [story("a", [FULL, *told]), story("c", [other, *told]), story("b", [SHORT, *told])]
    assert SHORT.id in ids(graphs, resolved(graphs))[2]


def test_two_people_of_one_word_are_two() -> None:
    """The same last name in two documents is one person only in one post."""
    graphs = [story("a", [SHORT], day=1), story("b", [SHORT], day=2)]
    first, second = ids(graphs, resolved(graphs))
    assert first == [SHORT.id]
    assert second[0].startswith(f"{SHORT.id}~")
    leads = [claim(SHORT.id, "leads", FRONT.id)]
    graphs = [story(name, [SHORT, FRONT], leads) for name in ("a", "b")]
    assert ids(graphs, resolved(graphs))[0] == ids(graphs, resolved(graphs))[1]


def test_what_one_document_tells_apart_is_never_joined() -> None:
    """Two people of one article whose names differ by a vowel stay two everywhere."""
    youssef = entity("person:youssef-karam", "Person", "Youssef Karam")
    yusuf = entity("person:yusuf-karam", "Person", "Yusuf Karam")
    apart = [story("a", [youssef, yusuf])]
    assert len(set(ids(apart, resolved(apart))[0])) == 2
    elsewhere = [story("a", [youssef]), story("b", [yusuf])]
    assert ids(elsewhere, resolved(elsewhere)) == [[youssef.id], [youssef.id]]


def test_an_initial_may_be_the_father() -> None:
    """« George W. Bush » and « George Bush » are not joined, whatever their company."""
    father = entity("person:jan-karsek", "Person", "Jan Karsek")
    son = entity("person:jan-o-karsek", "Person", "Jan O. Karsek")
    told = [FRONT, KOLVAR]
    graphs = [story("a", [father, *told]), story("b", [son, *told])]
    assert son.id in ids(graphs, resolved(graphs))[1]


def test_what_has_no_name_of_its_own_is_of_its_document() -> None:
    """The ministry of one article is not that of another."""
    ministries = [
        entity(local_id("organisation", name, 0), "GovernmentBody", "ministère de la Défense")
        for name in ("a", "b")
    ]
    graphs = [story("a", ministries[:1]), story("b", ministries[1:])]
    assert ids(graphs, resolved(graphs)) == [[ministries[0].id], [ministries[1].id]]


def test_acronyms_join_only_what_they_stand_for_alone() -> None:
    """An acronym told beside a name is that name's elsewhere, unless another has it too."""
    full = entity("organisation:front-du-levant", "ArmedGroup", "Front du Levant", "FDL")
    short = entity("organisation:fdl", "ArmedGroup", "FDL")
    rival = entity("organisation:force-libre", "ArmedGroup", "Force démocratique libre", "FDL")
    one = [story("a", [full]), story("b", [short])]
    assert ids(one, resolved(one)) == [[full.id], [full.id]]
    two = [*one, story("c", [rival])]
    assert ids(two, resolved(two)) == [[full.id], [short.id], [rival.id]]


def test_authorities_name_what_they_know() -> None:
    """A known actor has the authority's id, names and number, however documents spell it."""
    actor = Actor(
        "ArmedGroup", {"fr": ("Front du Levant",), "en": ("Levant Front",)}, ("FDL",), "Q1"
    )
    spelt = entity("organisation:levant-front", "ArmedGroup", "Levant Front")
    identities = resolve(
        lambda: [story("a", [spelt])], authority=Authority({"organisation:front": actor}, {})
    )
    (named,) = identified(story("a", [spelt]), identities).entities
    assert named.id == "organisation:front"
    assert named.known == Known("Q1", (("en", "Levant Front"), ("fr", "Front du Levant")))
    assert named.name == "Levant Front"


def test_two_known_actors_are_never_joined() -> None:
    """Whatever documents call them."""
    actors = {
        "organisation:front": Actor("ArmedGroup", {"fr": ("Front du Levant",)}),
        "organisation:front-du-levante": Actor("ArmedGroup", {"fr": ("Front du Levante",)}),
    }
    graphs = [
        story("a", [entity("organisation:front", "ArmedGroup", "Front du Levant")]),
        story("b", [entity("organisation:front-du-levante", "ArmedGroup", "Front du Levante")]),
    ]
    found = ids(graphs, resolve(lambda: graphs, authority=Authority(actors, {})))
    assert found == [["organisation:front"], ["organisation:front-du-levante"]]


def test_decisions_have_the_last_word() -> None:
    """What was decided to be the same is, what was decided to be different is not."""
    graphs = [story("a", [FULL], day=1), story("b", [SPELT], day=2), story("c", [SHORT], day=3)]
    same = resolved(graphs, Decision("same", FULL.id, SHORT.id))
    assert ids(graphs, same) == [[FULL.id], [FULL.id], [FULL.id]]
    different = resolved(graphs, Decision("different", FULL.id, SPELT.id))
    assert ids(graphs, different)[:2] == [[FULL.id], [SPELT.id]]


def test_a_decision_may_be_about_one_document() -> None:
    """Two people of one full name are told apart by the documents that speak of them."""
    graphs = [story("a", [FULL], day=1), story("b", [FULL], day=2)]
    apart = Decision("different", FULL.id, f"{FULL.id}@b")
    first, second = ids(graphs, resolved(graphs, apart))
    assert first == [FULL.id]
    assert second != first


def test_a_decided_name_is_the_name() -> None:
    """The name of the documents becomes an alias; the id stays."""
    graph = story("a", [FULL])
    identities = resolved([graph], Decision("rename", FULL.id, "Abou Omar"))
    (named,) = identified(graph, identities).entities
    assert (named.id, named.name) == (FULL.id, "Abou Omar")
    assert "Abou Omar al-Vardani" in named.aliases


ATTACK = ("onDate", Value("2024-03-01")), ("occurredIn", KOLVAR.id)


def attack(document: str, *said: tuple[str, str | Value], kind: str = "Bombing") -> DocumentGraph:
    """A document on an attack at Kolvar on the first of March."""
    event = entity(local_id("event", document, 0), kind, "attentat")
    claims = [claim(event.id, relation, end) for relation, end in (*ATTACK, *said)]
    return story(document, [event, KOLVAR, FRONT], claims, day=2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ([("fatalities", Value("26"))], [("fatalities", Value(">=25"))]),
        ([("victim", Value("un maire"))], [("victim", Value("un maire"))]),
        (
            [("perpetrator", FRONT.id), ("weapon", Value("une bombe"))],
            [("perpetrator", FRONT.id), ("weapon", Value("une bombe"))],
        ),
    ],
)
def test_one_attack_of_two_articles_is_one_event(
    one: list[tuple[str, str | Value]], other: list[tuple[str, str | Value]]
) -> None:
    """Kind, day, place, and a toll, a victim or two weaker signs: one event with both tolls."""
    graphs = [attack("a", *one), attack("b", *other)]
    identities = resolved(graphs)
    events = {claim.subject for graph in graphs for claim in identified(graph, identities).claims}
    assert len(events) == 1


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ([("fatalities", Value("26"))], [("fatalities", Value("3"))], "Bombing"),
        ([], [], "Bombing"),
        ([("perpetrator", FRONT.id)], [("perpetrator", FRONT.id)], "Bombing"),
        ([("fatalities", Value("26"))], [("fatalities", Value("26"))], "Ceasefire"),
    ],
)
def test_two_attacks_of_a_day_and_city_stay_two(
    one: list[tuple[str, str | Value]], other: list[tuple[str, str | Value]], kind: str
) -> None:
    """Another toll, another kind, or nothing but day and place: two events."""
    graphs = [attack("a", *one), attack("b", *other, kind=kind)]
    identities = resolved(graphs)
    events = {claim.subject for graph in graphs for claim in identified(graph, identities).claims}
    assert len(events) == 2


def test_denied_circumstances_join_nothing() -> None:
    """An attack of which a day is denied is not that of the day."""
    event = entity(local_id("event", "b", 0), "Bombing", "attentat")
    denied = [claim(event.id, relation, end, "negated") for relation, end in ATTACK]
    toll = claim(event.id, "fatalities", Value("26"))
    other = story("b", [event, KOLVAR], [*denied, toll], day=2)
    graphs = [attack("a", ("fatalities", Value("26"))), other]
    assert not resolved(graphs).ids
