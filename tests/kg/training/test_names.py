"""Training of names: it learns, leaves the same bytes each time, and copes with odd annotations."""

from dataclasses import replace
from pathlib import Path

import pytest
from named import named

from kg.corpus import NamedText
from kg.records import Document, Name
from kg.sentences.choices import choices_of
from kg.sentences.model import load_model
from kg.sentences.weights import load_weights
from kg.training import settings_of, train_names, write_weights
from kg.training.spacing import tidied

SETTINGS = replace(settings_of("fr"), rounds=6, batch=2, learning_rate=0.002)
LEARNT = [
    named(f"article-{number}", f"Les [brumes grises|ORG] ont attaqué [{place}|LOC] dans la nuit.")
    for number, place in enumerate(["Belmora", "Zirkan", "Kelder", "Osmir"])
]


def test_training_learns_and_can_be_repeated(tmp_path: Path) -> None:
    """An odd name is told rightly afterwards and was not before; the bytes are the same again."""
    first, second = (train_names(LEARNT, SETTINGS) for _ in range(2))
    assert first == second
    write_weights(first, tmp_path)
    model = load_model(choices_of("fr"))
    text = "Les brumes grises ont attaqué Nelvia dans la nuit."
    assert ("brumes grises", "ORG") not in [(name.text, name.label_) for name in model(text).ents]
    load_weights(model, tmp_path)
    assert ("brumes grises", "ORG") in [(name.text, name.label_) for name in model(text).ents]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Osman est là.", [Name(0, 4, "PER")]),
        ("Osman est là. Il parle.", [Name(6, 16, "PER")]),
        ("Osman  est là.", [Name(0, 6, "PER")]),
        ("Front du Levant.", [Name(0, 15, "ORG"), Name(9, 15, "LOC"), Name(0, 8, "LOC")]),
        ("Front du Levant.", [Name(0, 15, "ORG"), Name(0, 15, "PER")]),
        ("Prix Osman.", [Name(0, 10, "MISC"), Name(5, 10, "PER")]),
    ],
)
def test_odd_annotations_do_not_stop_the_training(text: str, names: list[Name]) -> None:
    """Ends within a word, across sentences or at white space; names in one another."""
    odd = NamedText(Document("odd", text), tuple(names))
    assert train_names([odd], replace(SETTINGS, rounds=1)).origin.articles == 1


def test_tidied_text_keeps_its_names() -> None:
    """Spaces before punctuation and after elisions go; names stand where they stood."""
    text = named(
        "a", "L' [ONU|ORG] , à [Belmora|LOC] ( [Vardanie|LOC] ) , salue [Viktor Osman|PER] ."
    )
    tidy = tidied(text)
    assert tidy.document.text == "L'ONU, à Belmora (Vardanie), salue Viktor Osman."
    kept = [tidy.document.text[name.start : name.end] for name in tidy.names]
    assert kept == ["ONU", "Belmora", "Vardanie", "Viktor Osman"]
