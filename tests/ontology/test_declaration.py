"""A YAML file becomes a typed record, or one line that says where it is wrong."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kg.errors import DeclarationError
from kg.ontology.declaration import read, read_declared


@dataclass(frozen=True, slots=True)
class Weapon:
    """What the tests declare."""

    words: tuple[str, ...]
    loud: bool = False


@dataclass(frozen=True, slots=True)
class Arsenal:
    """Weapons by name."""

    weapons: dict[str, Weapon] = field(default_factory=dict)


def written(folder: Path, text: str) -> Path:
    """A file that holds `text`."""
    path = folder / "arsenal.yaml"
    path.write_text(text, encoding="utf8")
    return path


def test_a_file_becomes_a_record(tmp_path: Path) -> None:
    """Lists become tuples, and what is not said takes its default."""
    path = written(tmp_path, "weapons:\n  blade: {words: [couteau, sabre]}\n")
    assert read(path, Arsenal) == Arsenal({"blade": Weapon(("couteau", "sabre"))})


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("weapons:\n  blade:\n    words: 3\n", 3, "weapons.blade.words"),
        ("weapons:\n  blade:\n    words: [a]\n    lord: true\n", 4, "unknown key"),
        ("weapons:\n  blade:\n    loud: true\n", 2, "words"),
        ("weapons:\n  blade: {words: [a]}\n  blade: {words: [b]}\n", 3, "declared twice"),
        ("weapons:\n  blade:\n    words: [a,\n      b, a]\n", 4, "a is listed twice; keep one"),
        ("weapons:\n  blade: {words: [a}\n", 2, "not YAML"),
        ("weapons:\n  blade:\n    words: [a, [b]]\n", 3, "weapons.blade.words.1"),
        ("- blade\n", 1, "the file"),
        ("", 1, "the file"),
        ("weapons: \x07\n", 1, "not YAML"),
    ],
)
def test_a_broken_file_is_told_by_its_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    """The error starts with file and line, names the entry and ends with a cure."""
    path = written(tmp_path, text)
    with pytest.raises(DeclarationError) as caught:
        read(path, Arsenal)
    message = str(caught.value)
    assert message.startswith(f"{path}:{line}: ")
    assert said in message
    assert "; " in message
    assert "\n" not in message


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The message names the file that is not there."""
    with pytest.raises(DeclarationError, match=r"nowhere\.yaml:1: .*restore the file"):
        read(tmp_path / "nowhere.yaml", Arsenal)


def test_another_encoding_is_named(tmp_path: Path) -> None:
    """Latin-1 is refused with its cure."""
    path = tmp_path / "latin.yaml"
    path.write_bytes("weapons: {épée: {words: [épée]}}".encode("latin-1"))
    with pytest.raises(DeclarationError, match="save the file as UTF-8"):
        read(path, Arsenal)


def test_a_later_error_names_the_line_too(tmp_path: Path) -> None:
    """A check that follows the reading can point to any entry."""
    path = written(tmp_path, "weapons:\n  blade:\n    words:\n    - couteau\n    - sabre\n")
    declared = read_declared(path, Arsenal)
    error = declared.error("dull", "whet it", "weapons", "blade", "words", 1)
    assert str(error) == f"{path}:5: dull; whet it"
