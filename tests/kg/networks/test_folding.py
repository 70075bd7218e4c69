"""Networks with one edge for each pair."""

from __future__ import annotations

from datetime import date

from stories import claim, entity, story
from war import DOCUMENTS, FRONT, NORTH

from kg.graph import merge
from kg.networks import directed, network, undirected

WAR = network(merge(DOCUMENTS))


def test_a_pair_is_as_heavy_as_its_sources_are_many() -> None:
    """The copy of the first article (f of a) is no source of its own."""
    edge = undirected(WAR).edges[FRONT.id, NORTH.id]
    assert edge["relations"] == ("alliedWith", "opposes")
    assert (edge["weight"], edge["distance"]) == (2, 0.5)
    assert len(edge["claims"]) == 3
    assert (edge["first"], edge["last"]) == (date(2024, 3, 5), date(2024, 4, 20))
    assert edge["certainty"] == "asserted"


def test_directions_are_kept_or_joined() -> None:
    """Two claims against one another are two arrows, or one line."""
    things = [entity("a", "ArmedGroup"), entity("b", "ArmedGroup")]
    told = network(
        merge([story("x", things, [claim("a", "opposes", "b"), claim("b", "kills", "a")])])
    )
    assert sorted(directed(told).edges) == [("a", "b"), ("b", "a")]
    assert undirected(told).edges["a", "b"]["relations"] == ("kills", "opposes")


def test_what_is_denied_is_no_link() -> None:
    """Both ends stay, without an edge."""
    things = [entity("a", "ArmedGroup"), entity("b", "ArmedGroup")]
    told = network(merge([story("x", things, [claim("a", "supports", "b", "negated")])]))
    assert told.number_of_edges() == 1
    assert (len(undirected(told)), undirected(told).number_of_edges()) == (2, 0)
