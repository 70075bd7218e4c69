"""The STIX bundle, checked by the library of the standard's makers."""

from __future__ import annotations

import stix2
from war import FRONT

from kg.exports.source import Source
from kg.exports.stix import stix
from kg.ontology import load


def test_the_bundle_is_valid(source: Source) -> None:
    """The library reads it back without objects or properties of its own making."""
    bundle = stix2.parse(stix(source), allow_custom=False)
    kinds = {each.type for each in bundle.objects}
    assert {"identity", "threat-actor", "location", "incident", "relationship", "report"} <= kinds
    ids = {each.id for each in bundle.objects}
    assert len(ids) == len(bundle.objects)
    for each in bundle.objects:
        if each.type == "relationship":
            assert {each.source_ref, each.target_ref} <= ids
        if each.type in ("report", "note"):
            assert set(each.object_refs) <= ids


def test_what_is_denied_is_left_out(source: Source) -> None:
    """A relationship would say that it is so."""
    bundle = stix2.parse(stix(source))
    labels = {label for each in bundle.objects for label in getattr(each, "labels", ())}
    assert labels
    assert load().denial not in labels
    assert any(claim.certainty == load().denial for claim in source.graph.claims)


def test_the_same_graph_gives_the_same_bytes(source: Source) -> None:
    """Ids are made from ours, and times are those of the documents."""
    assert stix(source) == stix(source)


def test_a_group_keeps_its_names(source: Source) -> None:
    """As aliases of a threat actor."""
    bundle = stix2.parse(stix(source))
    thing = source.find(FRONT.name)
    (actor,) = (each for each in bundle.objects if each.get("name") == thing.name)
    assert actor.type == "threat-actor"
    assert list(actor.aliases) == list(thing.aliases)
