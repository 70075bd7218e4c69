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


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("[object]", "[complement]", 4, "no slot 'complement'; use one of subject"),
        ("[object]", "[oblique]", 4, "needs prepositions; write for example: oblique à dans"),
        ("[object]", "[object de]", 4, "'object' takes no prepositions"),
        ("[subject]", "[]", 3, "list at least one"),
        ("[subject]", "subject", 3, "write a list"),
        ("  object: [object]\n", "", 1, "object: Field required; add it"),
        ("verbs:", "verb:", 2, "unknown key"),
        ("subject:", "subjet:", 3, "unknown key"),
        ("[tenir]", "[]", 2, "list at least one, or leave the key out"),
        ("  verbs: [tenir]\n", "", 1, "no word begins it; list some under verbs, nouns"),
        ("[tenir]", "[tenir, Prendre]", 2, "'Prendre' is no single word in small letters"),
        ("[tenir]", "[prendre feu]", 2, "'prendre feu' is no single word"),
        ("[tenir]", "[tenir, prendre, tenir]", 2, "tenir is listed twice; keep one"),
        ("[object]", "[object]\n  object_classes: [Citty]", 5, "no class 'Citty'; is City meant?"),
        ("[object]", "[object]\n  object_classes: [Person]", 5, "never has a Person there; use"),
        ("[object]", "[object]\n  qualifiers: {tence: past}", 5, "is tense meant?"),
        ("[object]", f"[object]\n{GOOD.strip()}", 5, "verb.tenir names two frames; rename"),
        ("- name", "name", 2, "not YAML"),
    ],
)
def test_a_broken_frame_is_told_by_file_line_and_cure(
    old: str, new: str, line: int, said: str, tmp_path: Path
) -> None:
    """Each likely slip is refused with the line that it stands in and what to do."""
    path = tmp_path / "controls.yaml"
    path.write_text(GOOD.replace(old, new), encoding="utf8")
    with pytest.raises(DeclarationError) as caught:
        read_rules(tmp_path)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert said in str(caught.value)


def test_file_of_no_relation_is_refused(tmp_path: Path) -> None:
    """A file must be named after a relation of the ontology."""
    (tmp_path / "governs.yaml").write_text(GOOD, encoding="utf8")
    with pytest.raises(DeclarationError, match=r"governs\.yaml:1: no relation 'governs'; name"):
        read_rules(tmp_path)
