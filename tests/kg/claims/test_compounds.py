"""Nouns with a hyphen stand in the sentence as one."""

from parsing import parse

from kg.claims.compounds import with_compounds


def test_the_first_noun_has_the_place_of_both() -> None:
    """It is the subject, and what hangs on the second hangs on it."""
    parsed = with_compounds(parse("Un attentat-suicide a tué douze soldats."))
    tokens = parsed.sentences[0].tokens
    by_text = {token.text: token for token in tokens}
    assert by_text["attentat"].dep.startswith("nsubj")
    assert tokens[by_text["attentat"].head].text == "tué"
    assert by_text["suicide"].head == by_text["attentat"].index
