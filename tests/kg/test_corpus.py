"""Annotated articles are read, and the same tenth of them is always held back."""

from pathlib import Path

import pytest
from named import named, write_corpus

from kg.corpus import NamedText, held_back, read_corpus
from kg.errors import InputError
from kg.records import Document, Name

LABELS = {"Person": "PER", "Location": "LOC"}


def test_names_are_read_with_the_models_labels(tmp_path: Path) -> None:
    """Labels that have no counterpart are left out; names stand in order."""
    text = named("a", "[Osman|PER] quitte [Belmora|LOC] le [3 mai|DATE].")
    path = write_corpus(
        tmp_path / "c.jsonl", [text], {"PER": "Person", "LOC": "Location", "DATE": "Date"}
    )
    (read,) = read_corpus(path, LABELS)
    assert read == NamedText(text.document, text.names[:2])
    assert read.names == (Name(0, 5, "PER"), Name(13, 20, "LOC"))


@pytest.mark.parametrize(
    "line",
    [
        "{",
        '{"id": "a"}',
        '{"id": "a", "text": "x", "entities": [{"start": 0, "end": 2, "label": "Person"}]}',
        '{"id": "a", "text": "x", "entities": [{"start": 1, "end": 1, "label": "Person"}]}',
        '{"id": "a", "text": "x", "entities": [{"start": "0", "end": 1, "label": "Person"}]}',
    ],
)
def test_a_malformed_line_is_named(line: str, tmp_path: Path) -> None:
    """The error tells the file and the line."""
    path = tmp_path / "c.jsonl"
    path.write_text('{"id": "b", "text": "y", "entities": []}\n' + line)
    with pytest.raises(InputError, match=r"c\.jsonl:2"):
        read_corpus(path, LABELS)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xff"])
def test_a_file_without_articles_is_refused(content: bytes, tmp_path: Path) -> None:
    """Nothing to read is an error of the input."""
    path = tmp_path / "c.jsonl"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"c\.jsonl"):
        read_corpus(path, LABELS)


def test_the_tenth_held_back_hangs_on_the_ids_alone() -> None:
    """Two of twenty, the same in any order; another article changes at most who is last."""
    texts = [NamedText(Document(f"article-{n}", str(n)), ()) for n in range(20)]
    drawn = held_back(texts)
    assert len(drawn) == 2
    assert held_back(reversed(texts)) == drawn
    assert held_back(texts[:9]) == frozenset()
