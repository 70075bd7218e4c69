"""What is asked of networks of actors, on an invented war small enough to count by hand."""

from __future__ import annotations

from datetime import date

import pytest
from graphs import graphs
from hypothesis import given, settings
from hypothesis import strategies as st
from in_memory import InMemory
from stories import claim, entity
from war import BLAST, DOCUMENTS, FRONT, GUARD, LEAGUE, MORTAR, NORTH, SALIM, VARDANIE, told

from kg import analysis
from kg.errors import InputError
from kg.records import DocumentGraph, Value
from kg.tables import Row, Table

WAR = InMemory(DOCUMENTS)
CLAIMS = {each.id: each for graph in DOCUMENTS for each in graph.claims}
TABLES = {
    "central_actors": analysis.central_actors,
    "centrality_over_time": analysis.centrality_over_time,
    "brokers": analysis.brokers,
    "communities": analysis.communities,
    "stances": analysis.stances,
    "balance": analysis.balance,
    "camp_changes": analysis.camp_changes,
    "co_attacks": analysis.co_attacks,
    "slices": analysis.slices,
    "casualties": analysis.casualties,
}


def only(table: Table, **wanted: object) -> Row:
    """The one row with these cells."""
    (row,) = (row for row in table if wanted.items() <= row.items())
    return row


@pytest.mark.parametrize("name", TABLES)
def test_every_number_names_claims_that_are_not_denied(name: str) -> None:
    """Each row has some, and each of them is in the graph."""
    found = TABLES[name](WAR)
    for row in found:
        assert row["claims"]
        assert all(CLAIMS[each].certainty != "negated" for each in row["claims"])


@settings(max_examples=25)
@given(documents=st.permutations(DOCUMENTS), name=st.sampled_from(sorted(TABLES)))
def test_the_order_of_documents_does_not_matter(documents: list[DocumentGraph], name: str) -> None:
    """The same graph gives the same table."""
    assert TABLES[name](InMemory(documents)) == TABLES[name](WAR)


@settings(max_examples=25, deadline=None)
@given(documents=st.tuples(graphs("a"), graphs("b")), name=st.sampled_from(sorted(TABLES)))
def test_any_graph_has_an_answer(documents: tuple[DocumentGraph, ...], name: str) -> None:
    """Also one in which there is nothing to count."""
    assert TABLES[name](InMemory(documents)).columns
    assert len(TABLES[name](InMemory([]))) == 0


def test_links_of_the_front() -> None:
    """By claims with five others, and by an attack with the guard; what is denied is none."""
    row = only(analysis.central_actors(WAR, by="links"), actor_id=FRONT.id)
    network = analysis.actor_network(WAR)
    assert set(network[FRONT.id]) == {
        *(NORTH.id, SALIM.id, VARDANIE.id, GUARD.id, "person:idriss-marwan", "country:ostrelie")
    }
    assert row["links"] == 6
    assert network.edges[FRONT.id, GUARD.id]["relations"] == ("attacked",)
    assert analysis.central_actors(WAR, documents="c").rows != analysis.central_actors(WAR).rows


def test_centrality_changes() -> None:
    """The first period has no change; later ones are measured against the one before."""
    found = [r for r in analysis.centrality_over_time(WAR, by="links") if r["actor_id"] == FRONT.id]
    assert [(r["period"], r["value"], r["change"]) for r in found] == [
        *(("2024-T1", 3, None), ("2024-T2", 3, 0), ("2024-T3", 2, -1)),
    ]


def test_the_front_is_the_broker() -> None:
    """It holds together what is linked by nothing else."""
    first = next(iter(analysis.brokers(WAR)))
    assert first["actor_id"] == FRONT.id
    assert first["communities"] > 1


def test_communities_hold_every_linked_actor_once() -> None:
    """Their names are those of their best-linked actors."""
    found = list(analysis.communities(WAR))
    members = [actor for row in found for actor in row["actors"]]
    assert sorted(members) == sorted(analysis.actor_network(WAR))
    assert all(row["size"] == len(row["actors"]) for row in found)
    assert "Front du Levant" in next(r for r in found if FRONT.id in r["actors"])["name"]


def test_stances_count_sources() -> None:
    """An article and its copy are one source; of one friendly and one hostile the later counts."""
    row = only(analysis.stances(WAR), one_id=NORTH.id, other_id=FRONT.id)
    assert (row["friendly"], row["hostile"], row["stance"]) == (1, 1, "hostile")


def test_who_changes_camp() -> None:
    """The front and the brigades were allies in March, and enemies in April."""
    row = only(analysis.camp_changes(WAR))
    assert (row["one_id"], row["other_id"]) == (NORTH.id, FRONT.id)
    assert (row["before"], row["after"]) == ("friendly", "hostile")
    assert (row["last_before"], row["first_after"]) == (date(2024, 3, 6), date(2024, 4, 20))


@pytest.mark.parametrize(("relation", "balanced"), [("supports", False), ("opposes", True)])
def test_balance_of_three(relation: str, balanced: bool) -> None:
    """The friend of an enemy is an enemy: if not, the three are out of balance."""
    things = [FRONT, GUARD, LEAGUE]
    said = [
        claim(LEAGUE.id, "supports", GUARD.id),
        claim(GUARD.id, "opposes", FRONT.id),
        claim(LEAGUE.id, relation, FRONT.id),
    ]
    row = only(analysis.balance(InMemory([told("x", "2024-03-05", things, said)])))
    assert row["balanced"] is balanced
    assert row["actor_ids"] == tuple(sorted(each.id for each in things))


def test_who_attacks_together() -> None:
    """Named together by one article; two articles that name one each contradict one another."""
    row = only(analysis.co_attacks(WAR))
    assert {row["one_id"], row["other_id"]} == {FRONT.id, NORTH.id}
    assert row["events"] == (MORTAR.id,)
    assert BLAST.id not in row["events"]


def test_slices() -> None:
    """What is new in a quarter, and what is gone."""
    rows = {row["period"]: row for row in analysis.slices(WAR)}
    assert list(rows) == ["2024-T1", "2024-T2", "2024-T3"]
    assert "Garde de Vardanie" in rows["2024-T2"]["new"]
    assert "Front du Levant" not in rows["2024-T2"]["new"] + rows["2024-T3"]["gone"]


def test_paths_go_where_most_tell() -> None:
    """Two steps that two sources tell of each are as near as one that a single source does."""
    things = [entity(name, "ArmedGroup") for name in "abc"]
    far = [claim("a", "opposes", "b"), claim("b", "opposes", "c")]
    documents = [
        told("x", "2024-03-05", things, [*far, claim("a", "opposes", "c")]),
        told("y", "2024-03-06", things, far),
        told("z", "2024-03-07", things, far),
    ]
    rows = list(analysis.evidence_paths(InMemory(documents), "a", "c"))
    assert [(r["path"], r["step"], r["one"], r["other"], r["sources"]) for r in rows] == [
        *((1, 1, "a", "b", 3), (1, 2, "b", "c", 3), (2, 1, "a", "c", 1)),
    ]
    assert not len(analysis.evidence_paths(WAR, "Salim Tarsi", "Kolvar"))


def test_casualties_are_intervals() -> None:
    """The blast has 12, at least 18, or 26 dead; about five died of the mortar, in April."""
    table = analysis.casualties(WAR)
    blast = only(table, actor_id=FRONT.id, period="2024-03")
    assert (blast["dead_low"], blast["dead_high"], blast["dead_open"]) == (12, 26, 0)
    mortar = only(table, actor_id=FRONT.id, period="2024-04")
    assert (mortar["attacks"], mortar["dead_low"], mortar["dead_high"]) == (1, 5, 5)
    assert (mortar["wounded_low"], mortar["wounded_open"]) == (0, 1)


def test_at_least_is_open() -> None:
    """Of « au moins 18 morts » the highest is not told."""
    attack = entity("event:x", "Attack", "attaque")
    said = [
        claim(attack.id, "perpetrator", FRONT.id),
        claim(attack.id, "fatalities", Value(">=18")),
        claim(attack.id, "onDate", Value("2024-03-30/2024-04-02")),
    ]
    documents = [told("x", "2024-05-05", [FRONT, attack], said)]
    row = only(analysis.casualties(InMemory(documents)))
    assert (row["dead_low"], row["dead_high"], row["dead_open"]) == (18, 18, 1)
    assert row["period"] is None
    assert only(analysis.casualties(InMemory(documents), period="year"))["period"] == "2024"


def test_what_there_is_not_is_told() -> None:
    """Measures and periods."""
    with pytest.raises(InputError, match="no measure; say links"):
        analysis.central_actors(WAR, by="fame")  # type: ignore[arg-type]
    with pytest.raises(InputError, match="no period; say month"):
        analysis.slices(WAR, period="decade")  # type: ignore[arg-type]
