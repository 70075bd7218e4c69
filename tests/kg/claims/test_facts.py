"""What the frames, titles, places and events read from single sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from claiming import claims_of, told

import kg.ontology
from kg.records import Value

EXAMPLES = yaml.safe_load((Path(__file__).parent / "facts.yaml").read_text(encoding="utf8"))
SAID = [(e["text"], tuple(fact)) for e in EXAMPLES for fact in e.get("says", ())]
DENIED = [(e["text"], relation) for e in EXAMPLES for relation in e.get("not", ())]


@pytest.mark.parametrize(("text", "fact"), SAID)
def test_sentence_says_the_fact(text: str, fact: tuple[str, str, str, str]) -> None:
    """The sentence gives the claim, with its certainty."""
    assert fact in told(text)


@pytest.mark.parametrize(("text", "relation"), DENIED)
def test_sentence_asserts_no_such_relation(text: str, relation: str) -> None:
    """The sentence gives no asserted claim of the relation."""
    assert not [f for f in told(text) if f[1] == relation and f[3] == "asserted"]


def test_every_relation_has_an_example() -> None:
    """No relation of the inventory is without a sentence here."""
    assert {fact[1] for _, fact in SAID} >= set(kg.ontology.load().relations)


@pytest.mark.parametrize("text", [e["text"] for e in EXAMPLES])
def test_claims_keep_to_the_ontology_and_to_the_text(text: str) -> None:
    """Every claim has the domain and range of its relation, and quotes the text at its offsets."""
    ontology = kg.ontology.load()
    entities, claims = claims_of(text)
    types = {e.id: e.type for e in entities}
    for claim in claims:
        values = ontology.relations[claim.relation].value_kinds
        kinds = values if isinstance(claim.object, Value) else (types[claim.object],)
        assert any(ontology.allows(types[claim.subject], claim.relation, k) for k in kinds)
        evidence = claim.evidence
        assert text[evidence.start : evidence.end] == evidence.quote
        assert evidence.quote in evidence.sentence


def test_same_text_gives_the_same_claims() -> None:
    """Two runs over the same article give equal claims, ids included."""
    text = EXAMPLES[0]["text"]
    again = claims_of.__wrapped__(text)
    assert again == claims_of(text)


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("L'Arabie saoudite a cessé de soutenir les rebelles syriens.", (("tense", "past"),)),
        ("Les États-Unis ont mis fin à leur soutien au Liban.", (("tense", "past"),)),
        ("L'Iran n'a jamais cessé de soutenir le Hezbollah.", ()),
        ("L'Iran soutient le Hezbollah.", ()),
    ],
)
def test_a_state_that_has_ended_is_told_so(
    text: str, qualifiers: tuple[tuple[str, str], ...]
) -> None:
    """What one has ceased to do is a fact of the past."""
    _, claims = claims_of(text)
    assert {c.qualifiers for c in claims if c.relation == "supports"} == {qualifiers}
