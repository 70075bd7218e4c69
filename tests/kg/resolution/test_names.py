"""Which names are spellings of one."""

from __future__ import annotations

import pytest

from kg.resolution.names import ALIKE, PART, SLIP, VOWEL, block_keys, likeness


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("Abou Bakr al-Baghdadi", "Abu Bakr Al Baghdadi", ALIKE),
        ("Abdel Fattah al-Sissi", "Abdelfattah Al Sisi", ALIKE),
        ("Vladimir Poutine", "Vladimir Putin", ALIKE),
        ("Ayman al-Zawahiri", "Aymane al-Zaouahiri", ALIKE),
        ("Front de libération du Macina", "Front de Libération de Macina", ALIKE),
        ("Youssef Chahed", "Yusuf Chahed", VOWEL),
        ("Ibrahim Vardanian", "Ibrahim Vardamian", SLIP),
        ("Oussama Ben Laden", "Usama bin Laden", ALIKE),
        ("Recep Tayyip Erdogan", "Recep Erdogan", PART),
    ],
)
def test_spellings_of_one_name(one: str, other: str, score: float) -> None:
    """Transliterations sound alike; a vowel, a slip or a missing word make it less sure."""
    assert likeness(one, other) == likeness(other, one) == score
    a, b = block_keys(one), block_keys(other)
    assert a.whole == b.whole or set(a.but) & set(b.but) or a.whole in b.less or b.whole in a.less


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Marine Le Pen", "Marion Le Pen"),
        ("Bachar al-Assad", "Maher al-Assad"),
        ("Abou Bakr al-Baghdadi", "Abou Bakr al-Chichani"),
        ("Abou Ibrahim al-Kourachi", "Abou Hamza al-Kourachi"),
        ("PKK", "PKC"),
        ("13e division", "14e division"),
        ("Jean Marin", "Jean Martin"),
        ("Abou Bakr", "Abou Bakr al-Baghdadi"),
    ],
)
def test_names_of_others(one: str, other: str) -> None:
    """Names of relatives, namesakes in part, acronyms and numbers are not taken for spellings."""
    assert likeness(one, other) == 0
