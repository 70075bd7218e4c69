"""The words that made a fact unsure can be named."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from parsing import parse

from kg.claims.certainty import doubt_of
from kg.claims.certainty.data import Doubt
from kg.claims.finite_verbs import with_finite_verbs
from kg.records import Span, Token
from kg.syntax import Tree

CHALLENGES = yaml.safe_load(
    Path(__file__).with_name("certainty_challenge.yaml").read_text(encoding="utf8")
)
NOWHERE = Span(0, 0)


def tree_of(text: str) -> Tree:
    """The parse of `text` as the rules read it."""
    return Tree(with_finite_verbs(parse(text)))


def token_at(tree: Tree, text: str, word: str) -> Token:
    """The token in which `word` starts."""
    start = text.index(word)
    return tree.covering(start, start + 1)[0]


def doubt(text: str, word: str, *, span: Span = NOWHERE, party: bool = False) -> Doubt:
    """The doubt on the fact of `word`."""
    tree = tree_of(text)
    return doubt_of(tree, token_at(tree, text, word), span=span, speaker_is_party=party)


@pytest.mark.parametrize("challenge", CHALLENGES, ids=lambda each: each["text"][:60])
def test_every_doubt_has_a_word(challenge: dict[str, str]) -> None:
    """Of the challenge file: a rule and words of the sentence, or neither where it is asserted."""
    found = doubt(challenge["text"], challenge["predicate"])
    assert bool(found.rule) == bool(found.words) == (found.level != "asserted")


@pytest.mark.parametrize(
    ("text", "word", "rule", "words"),
    [
        ("L'armée n'a pas repris la ville.", "repris", "negation", ["n'", "pas"]),
        ("L'armée aurait repris la ville.", "repris", "mood", ["aurait", "repris"]),
        ("L'armée reprendra la ville.", "reprendra", "mood", ["reprendra"]),
        ("Une attaque présumée a eu lieu.", "attaque", "modifier", ["présumée"]),
        ("Aucune attaque n'a eu lieu.", "attaque", "none", ["Aucune"]),
        ("Si l'armée reprend la ville, il fuira.", "reprend", "conjunction", ["Si"]),
        ("L'armée a-t-elle repris la ville ?", "repris", "question", ["?"]),
        ("Il craint une attaque.", "attaque", "governor", ["craint"]),
        ("Le ministre accuse le groupe.", "accuse", "word", ["accuse"]),
    ],
)
def test_the_word_that_decides_is_named(text: str, word: str, rule: str, words: list[str]) -> None:
    """The one that a reader would point at."""
    found = doubt(text, word)
    assert (found.rule, [token.text for token in found.words]) == (rule, words)


def test_a_doubted_doer_is_named() -> None:
    """« des membres présumés »: the doubt is on who did it."""
    text = "L'école a été attaquée par des membres présumés de l'EI."
    found = doubt(text, "attaquée", span=Span(0, len(text)))
    assert (found.rule, [token.text for token in found.words]) == ("participant", ["présumés"])


def test_a_partys_word_is_a_reason_without_words() -> None:
    """What only a party to the conflict says is reported."""
    found = doubt("L'armée a repris la ville.", "repris", party=True)
    assert found == Doubt("reported", "party")
