"""Names of files made of document ids."""

from pathlib import PurePath

import pytest

from kg.cli.files import file_name


@pytest.mark.parametrize("plain", ["otan-irak", "winerfr-2016_01_04-002", "dépêche 12", "a.b"])
def test_a_plain_id_is_the_name(plain: str) -> None:
    """The file of a plain id is the id with its ending."""
    assert file_name(plain, ".json") == f"{plain}.json"


@pytest.mark.parametrize(
    "hostile",
    [
        "../../x",
        "..",
        ".",
        "/etc/passwd",
        "a/b",
        "a\\b",
        "C:x",
        "a\nb",
        ".hidden",
        "é" * 500,
        "%2F",
    ],
)
def test_a_hostile_id_stays_in_its_folder(hostile: str) -> None:
    """No id leads to another folder, to a hidden file, or to a name that is too long."""
    name = file_name(hostile, ".json")
    assert PurePath(name).name == name
    assert PurePath("out", name).parent == PurePath("out")
    assert not name.startswith(".")
    assert name.isprintable()
    assert len(name.encode()) < 200


def test_two_ids_never_share_a_file() -> None:
    """Ids that differ only where they are encoded or cut keep different names."""
    ids = ["a/b", "a%2Fb", "a\\b", "a:b", "é" * 500, "é" * 501, ".a", "%2Ea"]
    assert len({file_name(each, ".json") for each in ids}) == len(ids)
