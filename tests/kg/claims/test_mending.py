"""Whatever the parser gives, what is mended is still a tree."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from parsing import parse

from kg.claims.mending import mended
from kg.records import Analysis, Entity, Span
from kg.syntax import is_tree

TEXTS = (
    "Au moins vingt personnes ont été tuées dans un double attentat-suicide sur un marché.",
    "Soutenu par l'aviation, les Brigades du Nord et l'armée ont repris Kolvar, revendiquée.",
    "Le colonel Abou Salim Tarsi a repris Bani Walid Ouest avec Omar Kolvar.",
    "L'attentat, revendiqué par le Front, qui a tué deux gardes-frontières, visait la ville.",
)
LABELS = ("root", "nsubj", "obj", "conj", "amod", "acl", "acl:relcl", "flat", "nmod", "appos")
KINDS = ("NOUN", "PROPN", "VERB", "ADJ", "PUNCT", "CCONJ", "ADP")


def test_words_that_would_go_round_in_a_circle() -> None:
    """« double » hangs on the compound, and the compound not on it."""
    (sentence,) = mended(parse(TEXTS[0]), ()).sentences
    assert is_tree(sentence)
    by_text = {token.text: token for token in sentence.tokens}
    assert by_text["suicide"].head == by_text["attentat"].index
    assert by_text["attentat"].head != by_text["double"].index


@st.composite
def _parses(draw: st.DrawFn) -> Analysis:
    """One of the texts under any tree, with any labels."""
    analysis = parse(draw(st.sampled_from(TEXTS)))
    (sentence,) = analysis.sentences
    order = draw(st.permutations(range(len(sentence.tokens))))
    heads = {order[0]: order[0]}
    for place, index in enumerate(order[1:], start=1):
        heads[index] = order[draw(st.integers(0, place - 1))]
    tokens = tuple(
        replace(
            token,
            head=heads[token.index],
            dep=draw(st.sampled_from(LABELS)),
            pos=draw(st.sampled_from((token.pos, *KINDS))),
        )
        for token in sentence.tokens
    )
    return replace(analysis, sentences=(replace(sentence, tokens=tokens),))


@st.composite
def _names(draw: st.DrawFn, analysis: Analysis) -> Entity:
    """A name from one word with a capital to another."""
    capitals = [t for s in analysis.sentences for t in s.tokens if t.text[0].isupper()]
    first, last = sorted(draw(st.sampled_from(capitals)).start for _ in range(2))
    end = next(token.end for token in capitals if token.start == last)
    return Entity("organisation:x", "ArmedGroup", "X", (), (Span(first, end),))


@given(st.data())
def test_any_tree_stays_a_tree(data: st.DataObject) -> None:
    """With any words as a name."""
    analysis = data.draw(_parses())
    name = data.draw(_names(analysis))
    assert all(map(is_tree, mended(analysis, [name]).sentences))
