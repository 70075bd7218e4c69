"""The frames as data: read, checked, refused where broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.claims.frames import read_rules, rules
from kg.errors import DeclarationError

GOOD = """- name: verb.tenir
  verbs: [tenir]
  subject: [subject]
  object: [object]
"""


def test_rules_are_named_after_relation_and_frame() -> None:
    """A claim can say which frame made it, so no two have one name."""
    names = [rule.name for rule in rules()]
    assert "controls.verb.tenir" in names
    assert len(names) == len(set(names))


def test_a_frame_of_a_folder_is_read(tmp_path: Path) -> None:
    """A new file adds a rule for the relation that names it."""
    (tmp_path / "controls.yaml").write_text(GOOD, encoding="utf8")
    assert [rule.name for rule in read_rules(tmp_path)] == ["controls.verb.tenir"]


def test_unknown_slot_is_refused(tmp_path: Path) -> None:
    """A slot that the matcher does not know is named, with those that it does."""
    broken = GOOD.replace("[object]", "[complement]")
    (tmp_path / "controls.yaml").write_text(broken, encoding="utf8")
    with pytest.raises(DeclarationError, match="no slot 'complement'; use one of subject"):
        read_rules(tmp_path)


def test_file_of_no_relation_is_refused(tmp_path: Path) -> None:
    """A file must be named after a relation of the ontology."""
    (tmp_path / "governs.yaml").write_text(GOOD, encoding="utf8")
    with pytest.raises(DeclarationError, match="no relation 'governs'"):
        read_rules(tmp_path)


def test_misspelt_key_is_refused_with_its_line(tmp_path: Path) -> None:
    """A frame without its object is refused, and the message says where."""
    (tmp_path / "controls.yaml").write_text(GOOD.replace("  object: [object]\n", ""), "utf8")
    with pytest.raises(DeclarationError, match=r"controls\.yaml:1"):
        read_rules(tmp_path)
