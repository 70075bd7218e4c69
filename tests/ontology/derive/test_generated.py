"""The generated files are what the declaration gives, and a drift is reported."""

from pathlib import Path

import pytest

from kg.ontology import load_from
from kg.ontology.derive import FORMATS, check, derive, write_generated


def test_the_committed_files_are_current() -> None:
    """Nobody edits them by hand, or forgets to write them anew."""
    assert check() == ()


def test_a_drift_is_named(tmp_path: Path) -> None:
    """A changed file and a missing one are both reported; writing them anew mends that."""
    write_generated(tmp_path)
    assert check(tmp_path) == ()
    (tmp_path / "faisceau.ttl").write_text("# by hand\n", encoding="utf8")
    (tmp_path / "shapes.ttl").unlink()
    assert check(tmp_path) == ("faisceau.ttl", "shapes.ttl")
    write_generated(tmp_path)
    assert check(tmp_path) == ()


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_declaration_gives_the_same_bytes(form: str, schema: Path) -> None:
    """Loaded anew from a copy, every derivation is equal."""
    assert derive(form, load_from(schema)) == derive(form)


@pytest.mark.parametrize("form", ["ttl", "shacl", "jsonld"])
def test_a_new_relation_reaches_every_derivation(form: str, schema: Path) -> None:
    """A relation added to the YAML needs no other change."""
    path = schema / "relations.yaml"
    path.write_text(
        path.read_text(encoding="utf8")
        + """  finances:
    domain: [Actor]
    range: [Actor]
    labels: {fr: finance, en: finances}
    definitions: {fr: Le sujet paie l'objet., en: The subject pays the object.}
""",
        encoding="utf8",
    )
    assert "finances" in derive(form, load_from(schema))
    assert "finances" not in derive(form)
