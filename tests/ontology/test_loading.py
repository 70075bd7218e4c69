"""The shipped declaration loads; a broken one is a named error with file, line and cure."""

import shutil
from pathlib import Path

import pytest

from kg.errors import DeclarationError
from kg.ontology import load, load_from

BREAKS = {
    "unknown parent": (
        "actors.yaml",
        "  Person:\n    parents: [Actor]",
        "  Person:\n    parents: [Agent]",
        2,
        "Agent is not declared",
    ),
    "circle of parents": (
        "events.yaml",
        "    parents: [Entity]\n    family: event",
        "    parents: [Attack]\n    family: event",
        0,
        "is above itself",
    ),
    "unknown domain": (
        "relations.yaml",
        "  succeeds:\n    domain: [Person]",
        "  succeeds:\n    domain: [Persona]",
        2,
        "Persona is not declared",
    ),
    "unknown range": (
        "relations.yaml",
        "    range: [count]\n    labels: {fr: nombre de morts",
        "    range: [number]\n    labels: {fr: nombre de morts",
        1,
        "number is not declared",
    ),
    "value as domain": (
        "relations.yaml",
        "  succeeds:\n    domain: [Person]",
        "  succeeds:\n    domain: [text]",
        2,
        "text is not declared",
    ),
    "missing label": (
        "places.yaml",
        "labels: {fr: camp, en: camp}",
        "labels: {fr: camp}",
        1,
        "labels.en",
    ),
    "empty label": (
        "places.yaml",
        "labels: {fr: camp, en: camp}",
        'labels: {fr: camp, en: ""}',
        1,
        "labels.en",
    ),
    "name given twice in a file": ("places.yaml", "  Camp:\n", "  City:\n", 1, "declared twice"),
    "name given in two files": (
        "places.yaml",
        "  Camp:\n",
        "  leads:\n",
        0,
        "already declared in places.yaml",
    ),
    "unknown prefix": (
        "places.yaml",
        "    links: {close: [schema:City]}",
        "    links: {close: [sceme:City]}",
        1,
        "sceme:City has no declared prefix",
    ),
    "no prefix": (
        "structure.yaml",
        "    iri: rdfs:label",
        "    iri: label",
        1,
        "label has no declared prefix",
    ),
    "relationship type that equals a label": (
        "structure.yaml",
        "  rule:\n",
        "  battle:\n",
        1,
        "BATTLE is also that of Battle",
    ),
    "two names of one relationship type": (
        "structure.yaml",
        "  rule:\n",
        "  occurred_in:\n",
        1,
        "OCCURRED_IN is also that of occurredIn",
    ),
    "wrong YAML": ("places.yaml", "parents: [Entity]", "parents: [Entity", 2, "not YAML"),
    "unknown key": ("places.yaml", "    family: place", "    famille: place", 1, "unknown key"),
    "unknown codebook": ("events.yaml", "{acled: Attack,", "{cameo: Attack,", 1, "cameo"),
    "bad pattern": ("values.yaml", "pattern: '^(([", "pattern: '^((((([", 1, "regular expression"),
    "unknown property": ("structure.yaml", "before: end", "before: edn", 1, "edn is not declared"),
    "no base": ("ontology.yaml", "base: https", "bass: https", 0, "base"),
    "base without a slash": (
        "ontology.yaml",
        "https://w3id.org/faisceau/",
        "https://w3id.org/faisceau",
        1,
        "base",
    ),
}


def broken(folder: Path, name: str, old: str, new: str) -> int:
    """Replace `old` by `new` in a schema file; the line (from 1) where that stands."""
    path = folder / name
    text = path.read_text(encoding="utf8")
    assert text.count(old) >= 1, f"{name} no longer holds {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf8")
    return text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize("case", BREAKS.values(), ids=list(BREAKS))
def test_a_broken_declaration_is_told(schema: Path, case: tuple[str, str, str, int, str]) -> None:
    """The message gives file, line (but where the fault is in two places) and cure."""
    name, old, new, offset, said = case
    line = broken(schema, name, old, new)
    with pytest.raises(DeclarationError) as caught:
        load_from(schema)
    message = str(caught.value)
    assert said in message
    assert "; " in message
    assert "\n" not in message
    if offset:
        assert message.startswith(f"{schema / name}:{line + offset - 1}: ")
    else:
        assert message.startswith(str(schema))


def test_a_missing_schema_is_told(schema: Path, tmp_path: Path) -> None:
    """An empty folder, and one with no term in it, each say what to restore."""
    with pytest.raises(DeclarationError, match=r"ontology\.yaml:1: .*restore"):
        load_from(tmp_path)
    alone = tmp_path / "alone"
    alone.mkdir()
    shutil.copy(schema / "ontology.yaml", alone)
    with pytest.raises(DeclarationError, match="no term is declared"):
        load_from(alone)


def test_a_copy_loads_the_same(schema: Path) -> None:
    """What is loaded depends on the files alone."""
    copy, shipped = load_from(schema), load()
    assert list(copy.classes.items()) == list(shipped.classes.items())
    assert list(copy.relations.items()) == list(shipped.relations.items())
    assert copy.lineages == shipped.lineages


def test_the_shipped_ontology_is_loaded_once() -> None:
    """All stages share one record."""
    assert load() is load()
