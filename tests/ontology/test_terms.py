"""Names of terms in language data: what the ontology has, or an error with a line and a cure."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.errors import DeclarationError
from kg.ontology.declaration import read
from kg.ontology.terms import CertaintyName, ClassName, RelationName, TriggerWords, known


@dataclass(frozen=True, slots=True)
class Words:
    """A file of language data."""

    kinds: frozenset[ClassName] = frozenset()
    relations: dict[str, RelationName] | None = None
    level: CertaintyName = "asserted"
    words: TriggerWords = frozenset()


def test_names_of_the_ontology_are_plain_strings(tmp_path: Path) -> None:
    """What is declared is read as it stands."""
    path = tmp_path / "a.yaml"
    path.write_text("kinds: [City]\nrelations: {x: controls}\nwords: [tenir, l'on]\n", "utf8")
    assert read(path, Words) == Words(
        frozenset({"City"}), {"x": "controls"}, words=frozenset({"tenir", "l'on"})
    )


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("kinds:\n  - City\n  - Citty\n", 3, "no class 'Citty'; is City meant?"),
        ("relations:\n  x: controls\n  y: contrôle\n", 3, "no relation 'contrôle'"),
        ("level: sure\n", 1, "no certainty 'sure'; use one of asserted"),
        ("words:\n  - tenir\n  - État\n", 3, "'État' is no single word in small letters"),
        ("words: [d’accord]\n", 1, "write d'accord"),
        ("words: ['']\n", 1, "fill it in"),
    ],
)
def test_an_unknown_name_is_told_by_its_line(
    text: str, line: int, said: str, tmp_path: Path
) -> None:
    """With the nearest name, or all that there are."""
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf8")
    with pytest.raises(DeclarationError) as caught:
        read(path, Words)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert said in str(caught.value)


def test_many_names_are_not_all_listed() -> None:
    """Where nothing is near and the list is long, the cure says where to look."""
    with pytest.raises(ValueError, match="see: kg ontology"):
        known("thing", "xyzzy", [f"name{n}" for n in range(100)])
