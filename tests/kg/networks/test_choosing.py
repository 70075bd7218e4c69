"""Filters: each lets pass what it says, and all of them together what each lets pass."""

from __future__ import annotations

from datetime import date

import pytest
from graphs import graphs
from hypothesis import given
from hypothesis import strategies as st
from war import BLAST, DOCUMENTS, FRONT, KOLVAR, NORTH, OSTRELIE, SALIM, VARDANIE

from kg.errors import InputError
from kg.graph import merge
from kg.networks import Filters, choose
from kg.ontology import load
from kg.records import DocumentGraph, Graph, Value

WAR = merge(DOCUMENTS)


def said(graph: Graph) -> set[tuple[str, str, str]]:
    """The triples of a graph."""
    return {
        (c.subject, c.relation, c.object.text if isinstance(c.object, Value) else c.object)
        for c in graph.claims
    }


def test_without_filters_all_passes() -> None:
    """Things of which nothing is said included."""
    assert choose(WAR, {}) == WAR


def test_relations() -> None:
    """One name, or several."""
    leads = choose(WAR, {"relations": "leads"})
    assert {claim.relation for claim in leads.claims} == {"leads"}
    both = choose(WAR, {"relations": ["leads", "opposes"]})
    assert {claim.relation for claim in both.claims} == {"leads", "opposes"}


def test_what_is_left_is_what_claims_speak_of() -> None:
    """Things and documents without a claim that passes are gone."""
    left = choose(WAR, {"relations": "leads"})
    assert {each.id for each in left.entities} == {
        end for claim in left.claims for end in (claim.subject, claim.object)
    }
    assert {each.id for each in left.documents} == {c.evidence.document for c in left.claims}


def test_types_hold_for_both_ends_and_classes_below() -> None:
    """An armed group is an organisation; a person is none."""
    found = choose(WAR, {"types": "Organisation"})
    assert (FRONT.id, "alliedWith", NORTH.id) in said(found)
    assert not any(SALIM.id in (claim.subject, claim.object) for claim in found.claims)


def test_certainty_is_the_least_that_passes() -> None:
    """Reported lets what is asserted pass, too, and nothing less sure."""
    found = choose(WAR, {"certainty": "reported"})
    assert {claim.certainty for claim in found.claims} == {"asserted", "reported"}


def test_days_are_those_of_the_claim_or_of_its_document() -> None:
    """Both ends count."""
    found = choose(WAR, {"since": "2024-03-06", "until": date(2024, 3, 7)})
    assert {claim.evidence.document for claim in found.claims} == {"b", "f"}


def test_documents() -> None:
    """By id."""
    found = choose(WAR, {"documents": ["e"]})
    assert said(found) == {(OSTRELIE.id, "supports", FRONT.id)}


def test_a_country_holds_what_happens_in_its_cities() -> None:
    """What is said of the event in Kolvar is told of Vardanie; what happens in Dravo is not."""
    found = said(choose(WAR, {"places": "Vardanie"}))
    assert (BLAST.id, "occurredIn", KOLVAR.id) in found
    assert (BLAST.id, "claimedBy", NORTH.id) in found
    assert ("event:mortar", "perpetrator", FRONT.id) not in found


def test_around_an_actor() -> None:
    """No hop is the thing alone, one its neighbours with the links among them."""
    alone = choose(WAR, {"around": "FDL", "hops": 0})
    assert [each.id for each in alone.entities] == [FRONT.id]
    near = choose(WAR, {"around": "Salim Tarsi", "hops": 1})
    assert {each.id for each in near.entities} == {SALIM.id, FRONT.id}
    wider = {each.id for each in choose(WAR, {"around": "Salim Tarsi", "hops": 2}).entities}
    assert {SALIM.id, FRONT.id, NORTH.id, VARDANIE.id} <= wider


def test_a_denial_is_no_step() -> None:
    """Who is said not to support the front is no neighbour by that."""
    denied = merge([each for each in DOCUMENTS if each.document.id == "c"])
    near = choose(denied, {"around": FRONT.id, "hops": 1})
    assert OSTRELIE.id not in {each.id for each in near.entities}


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        ({"relations": "befriends"}, "befriends: no relation"),
        ({"types": ["Wizard"]}, "Wizard: no class"),
        ({"certainty": "sure"}, "sure: no certainty"),
        ({"documents": "z"}, "z: no document"),
        ({"since": "hier"}, "YYYY-MM-DD"),
        ({"places": "Atlantide"}, "nothing in the graph is called so"),
        ({"around": "Personne"}, "nothing in the graph is called so"),
        ({"around": FRONT.id, "hops": -1}, "0 or more"),
        ({"hops": 2}, "around="),
    ],
)
def test_what_there_is_not_is_told(filters: Filters, words: str) -> None:
    """Never an empty answer to a mistyped question."""
    with pytest.raises(InputError, match=words):
        choose(WAR, filters)


@given(
    documents=st.tuples(graphs("a"), graphs("b")),
    certainty=st.sampled_from(sorted(load().certainties)),
    since=st.dates(),
)
def test_filters_only_take_away(
    documents: tuple[DocumentGraph, ...], certainty: str, since: date
) -> None:
    """What passes two filters is what passes one after the other, in either order."""
    graph = merge(documents)
    both = choose(graph, {"certainty": certainty, "since": since})
    assert set(both.claims) <= set(graph.claims)
    assert both == choose(choose(graph, {"certainty": certainty}), {"since": since})
    assert both == choose(choose(graph, {"since": since}), {"certainty": certainty})
