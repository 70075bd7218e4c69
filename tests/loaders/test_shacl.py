"""Graphs held against the derived shapes."""

import re
from dataclasses import replace

import pytest
from stories import TEXT, claim, entity, story

from kg.loaders.shacl import Finding, validate
from kg.ontology import load
from kg.records import Claim, DocumentGraph, Entity, Evidence, Value

BASE = "https://w3id.org/faisceau/"
VALUES = {"date": Value("2024-03-05"), "count": Value(">=32"), "text": Value("un couteau")}
PLACES = [entity("place:kolvar", "City", "Kolvar"), entity("place:vologne", "City", "Vologne")]


def every_relation() -> DocumentGraph:
    """A document that uses each class, and each relation in each way that is declared."""
    ontology = load()
    things = {name: entity(f"x:{name}", name) for name in ontology.classes}
    claims = [
        claim(f"x:{subject}", name, VALUES.get(end) or f"x:{end}")
        for name, relation in ontology.relations.items()
        for subject in relation.domain
        for end in relation.range
    ]
    return story("all", things.values(), claims)


def broken(*claims: Claim, entities: list[Entity] = PLACES) -> list[Finding]:
    """What is wrong with a document that makes these claims."""
    return validate([story("a", entities, claims), every_relation()])


def test_what_the_ontology_admits_is_valid() -> None:
    """Every relation, between all that it may go between."""
    assert validate([every_relation()]) == []


def test_several_documents_together_are_valid() -> None:
    """One may know a name or a class that the other does not."""
    front = [
        entity("org:front", kind, name)
        for kind, name in (("ArmedGroup", "Front"), ("Organisation", "FDL"))
    ]
    graphs = [
        story(str(number), [each, *PLACES], [claim("org:front", "controls", "place:kolvar")])
        for number, each in enumerate(front)
    ]
    assert validate(graphs) == []


def test_a_wrong_end_is_found_with_its_sentence() -> None:
    """A city controls nothing: one finding, at the claim, in the words of the article."""
    wrong = claim("place:kolvar", "controls", "place:vologne")
    (claim_id,) = (each.id for each in story("a", PLACES, [wrong]).claims)
    assert broken(wrong) == [
        Finding(
            node=f"{BASE}claim/{claim_id}",
            value=f"{BASE}entity/place:kolvar",
            messages=(
                ("en", "controls (controls): the subject must be actor"),
                ("fr", "controls (contrôle) : le sujet doit être acteur"),
            ),
            sentence=TEXT,
        )
    ]


def test_a_denied_claim_is_held_to_the_same_rules() -> None:
    """Though it is no plain triple."""
    assert len(broken(claim("place:kolvar", "controls", "place:vologne", "negated"))) == 1


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (claim("place:kolvar", "locatedIn", Value("par là")), "locatedIn .* must be place"),
        (claim("place:kolvar", "locatedIn", "place:vologne", time="hier"), "time .*date"),
        (claim("x:Bombing", "onDate", Value("le lendemain")), "onDate .* must be date"),
        (claim("place:kolvar", "locatedIn", "place:nulle-part"), "object .* expected exactly once"),
    ],
)
def test_a_wrong_value_is_found(wrong: Claim, message: str) -> None:
    """What is no date, no place, or no thing of the document."""
    findings = broken(wrong, entities=[*PLACES, entity("x:Bombing", "Bombing")])
    assert {each.sentence for each in findings} == {TEXT}
    assert any(re.match(message, dict(each.messages)["en"]) for each in findings)


def test_offsets_must_make_a_stretch() -> None:
    """An end before its start is no quote."""
    graph = every_relation()
    nowhere = replace(graph.claims[0], evidence=Evidence("all", 9, 3, TEXT, TEXT))
    findings = validate([replace(graph, claims=(nowhere,))])
    said = [dict(each.messages)["en"] for each in findings]
    assert said == ["start (start): expected exactly once (offset)"]
