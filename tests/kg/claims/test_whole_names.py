"""A name of several words is one part of its sentence."""

from parsing import parse

from kg.claims.whole_names import with_whole_names
from kg.records import Entity, Span

TEXT = "Une faction rivale de Boko Haram a attaqué Diffa."


def test_the_word_behind_the_preposition_stands_for_the_name() -> None:
    """No word of the name is the subject where the whole name is a complement."""
    start = TEXT.index("Boko")
    name = Entity("organisation:x", "ArmedGroup", "Boko Haram", (), (Span(start, start + 10),))
    tokens = with_whole_names(parse(TEXT), [name]).sentences[0].tokens
    boko, haram = (next(t for t in tokens if t.text == text) for text in ("Boko", "Haram"))
    assert haram.head == boko.index
    assert not boko.dep.startswith("nsubj")
