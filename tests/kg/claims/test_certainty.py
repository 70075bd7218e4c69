"""How sure a sentence is of a fact."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict

import pytest
import yaml
from parsing import parse

from kg.claims.certainty import doubt_of
from kg.claims.finite_verbs import with_finite_verbs
from kg.records import Span, Token
from kg.syntax import Tree


class Challenge(TypedDict, total=False):
    """A sentence, the word of its fact, and the level; `also` is one more that would do."""

    text: str
    predicate: str
    certainty: str
    also: str


CHALLENGES: list[Challenge] = yaml.safe_load(
    Path(__file__).with_name("certainty_challenge.yaml").read_text(encoding="utf8")
)


def tree_of(text: str) -> Tree:
    """The parse of `text` as the rules read it."""
    return Tree(with_finite_verbs(parse(text)))


def token_at(tree: Tree, text: str, word: str) -> Token:
    """The token where `word` first stands in `text`."""
    start = text.index(word)
    return tree.covering(start, start + 1)[0]


def level(challenge: Challenge) -> str:
    """What `doubt_of` says of the fact of `challenge`."""
    tree = tree_of(challenge["text"])
    return doubt_of(tree, token_at(tree, challenge["text"], challenge["predicate"])).level


def test_the_challenge_is_large_enough() -> None:
    """At least 120 different sentences, of which most are hedged or denied."""
    assert len({c["text"] for c in CHALLENGES}) >= 120
    assert sum(c["certainty"] != "asserted" for c in CHALLENGES) >= 80


@pytest.mark.parametrize("challenge", CHALLENGES, ids=lambda c: f"{c['predicate']}: {c['text']}")
def test_a_fact_gets_the_certainty_that_its_sentence_gives(challenge: Challenge) -> None:
    """Each fact of the challenge file has its level, or the other one that would do."""
    assert level(challenge) in (challenge["certainty"], challenge.get("also"))


def test_no_denied_or_hypothetical_fact_is_asserted() -> None:
    """Over the whole challenge there is no polarity inversion."""
    doubted = [c for c in CHALLENGES if "asserted" not in (c["certainty"], c.get("also"))]
    assert [c["text"] for c in doubted if level(c) == "asserted"] == []


def test_what_a_fighting_party_says_is_only_reported() -> None:
    """An asserted fact falls to reported where the speaker is a party."""
    text = "L'armée a déclaré que ses soldats avaient repris le pont."
    tree = tree_of(text)
    repris = token_at(tree, text, "repris")
    assert doubt_of(tree, repris).level == "asserted"
    assert doubt_of(tree, repris, speaker_is_party=True).level == "reported"


def test_a_fighting_party_denies_as_others_do() -> None:
    """A denied fact stays denied, whoever speaks."""
    text = "L'armée a démenti avoir détruit le pont."
    tree = tree_of(text)
    detruit = token_at(tree, text, "détruit")
    assert doubt_of(tree, detruit, speaker_is_party=True).level == "negated"


def test_a_doubt_on_the_one_who_did_it_counts_within_the_span() -> None:
    """ "Présumés" on the agent hedges the fact whose span holds it, and only that one."""
    text = "Le poste a été attaqué par des rebelles présumés."
    tree = tree_of(text)
    attacked = token_at(tree, text, "attaqué")
    assert doubt_of(tree, attacked, span=Span(0, len(text))).level == "alleged"
    assert doubt_of(tree, attacked, span=Span(0, text.index(" par"))).level == "asserted"
