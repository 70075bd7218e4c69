"""The authority file, and what is refused in a team's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import DeclarationError
from kg.identity import fold, named_id
from kg.known import authority
from kg.ontology.authority import known_actors, read_actors


def test_ids_follow_from_names() -> None:
    """An actor has the id that extraction gives to its main name."""
    for identifier, actor in known_actors().items():
        assert identifier == named_id(actor.family, actor.wordings[0])


def test_no_name_is_of_two() -> None:
    """A wording that two actors had would join what an authority tells apart."""
    owners: dict[str, str] = {}
    for identifier, actor in known_actors().items():
        for wording in actor.wordings:
            assert owners.setdefault(fold(wording), identifier) == identifier, wording


def test_no_number_is_of_two() -> None:
    """Each number of Wikidata stands once, those of countries included."""
    known = authority()
    numbers = [known.known(identifier).wikidata for identifier in known.ids]
    given = [number for number in numbers if number]
    assert len(given) == len(set(given))
    assert known.known("country:mali").wikidata == "Q912"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("organisation:a: {type: Armee, names: {fr: [A]}}", "Armee is no class"),
        ("organisation:a: {type: ArmedGroup, names: {}}", "no name"),
        ("person:a: {type: ArmedGroup, names: {fr: [A]}}", "no id of a ArmedGroup"),
        ("organisation:a: {type: ArmedGroup, names: {fr: [A]}, wikidata: 42}", "wikidata"),
        ("organisation:a: {type: ArmedGroup, names: {fr: [A]}, wikidata: P42}", "P42 is no number"),
        ("organisation:a: {type: ArmedGroup, noms: {fr: [A]}}", "noms"),
    ],
)
def test_a_broken_entry_is_refused_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    """The error names file, line and cure."""
    path = tmp_path / "actors.yaml"
    path.write_text(f"# les nôtres\n{text}\n", encoding="utf8")
    with pytest.raises(DeclarationError, match=said) as error:
        read_actors(path)
    assert f"{path}:2" in str(error.value)
