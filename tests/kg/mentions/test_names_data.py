"""The files of names: what is broken in them is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import DeclarationError
from kg.mentions.names_data import read_names
from kg.ontology.countries import read_countries


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("ArmedGrup:\n  Front du Lac: []\n", 1, "no class 'ArmedGrup'; is ArmedGroup meant?"),
        ("ArmedGroup:\n  Front du Lac: FDL\n", 2, "write a list"),
        ("ArmedGroup:\n  Front du Lac:\n    - FDL\n    - FDL\n", 4, "FDL is listed twice"),
        (
            "ArmedGroup:\n  Front du Lac: [FDL]\n  Ligue:\n    - LDL\n    - FDL\n",
            5,
            "FDL is already a wording of Front du Lac; remove it in one of the two",
        ),
        ("ArmedGroup:\n  Front du Lac: []\n  Front du Lac: []\n", 3, "declared twice"),
    ],
)
def test_a_broken_list_of_names_is_told_by_its_line(
    text: str, line: int, said: str, tmp_path: Path
) -> None:
    """File, line, and what to do."""
    path = tmp_path / "names.yaml"
    path.write_text(text, encoding="utf8")
    with pytest.raises(DeclarationError) as caught:
        list(read_names([path]))
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert said in str(caught.value)


def test_a_wording_stands_once_over_all_files(tmp_path: Path) -> None:
    """A place can't have the name of a group."""
    for name, text in (("a", "ArmedGroup:\n  Kolvar: []\n"), ("b", "City:\n  Kolvar: []\n")):
        (tmp_path / f"{name}.yaml").write_text(text)
    with pytest.raises(DeclarationError, match=r"b\.yaml:2: Kolvar is already a wording"):
        list(read_names([tmp_path / "a.yaml", tmp_path / "b.yaml"]))


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("FR: {adjectives: [français]}\nQQ: {}\n", 2, "QQ is no country; write its ISO 3166 code"),
        ("FR: {adjectives: [x]}\nBE:\n  adjectives:\n    - x\n", 4, "x is already an adjective"),
        ("FR: {adjectifs: [x]}\n", 1, "unknown key"),
    ],
)
def test_a_broken_list_of_countries_is_told_by_its_line(
    text: str, line: int, said: str, tmp_path: Path
) -> None:
    """File, line, and what to do."""
    path = tmp_path / "countries.yaml"
    path.write_text(text, encoding="utf8")
    with pytest.raises(DeclarationError) as caught:
        read_countries(path, "fr")
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert said in str(caught.value)
