"""Every file of the French data is checked by the shape that its reader gives it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from kg.claims.attribution import SpeechData
from kg.claims.certainty.data import CertaintyData
from kg.claims.containment_words import Containment
from kg.claims.event_words import EventWords
from kg.claims.forms import Forms
from kg.claims.frames import Frame
from kg.claims.lexicon import Words
from kg.claims.numbers import CountData
from kg.claims.role_words import RoleWords
from kg.claims.wordings import DateData
from kg.entities.language import CoreferenceWords
from kg.entities.specific import UnspecificWords
from kg.errors import DeclarationError
from kg.mentions.heads import HeadWords
from kg.mentions.model_names import NameRules
from kg.mentions.references import ReferenceWords
from kg.ontology.countries import CountryWords
from kg.ontology.declaration import read
from kg.ontology.languages import folder
from kg.ontology.plurals import PluralRules
from kg.ontology.terms import ClassName
from kg.places.names import KindWords

FRENCH = folder("fr")
SHAPES: dict[str, Any] = {
    "claims/certainty": CertaintyData,
    "claims/containment": Containment,
    "claims/counts": CountData,
    "claims/dates": DateData,
    "claims/events": EventWords,
    "claims/forms": Forms,
    "claims/roles": RoleWords,
    "claims/speech": SpeechData,
    "claims/words": Words,
    "names/coreference": CoreferenceWords,
    "names/countries": dict[str, CountryWords],
    "names/kinds": KindWords,
    "names/heads": HeadWords,
    "names/model_names": NameRules,
    "names/organisations": dict[ClassName, dict[str, tuple[str, ...]]],
    "names/places": dict[ClassName, dict[str, tuple[str, ...]]],
    "names/plural": PluralRules,
    "names/references": ReferenceWords,
    "names/unspecific": UnspecificWords,
}
SHAPES |= {f"frames/{path.stem}": list[Frame] for path in (FRENCH / "frames").glob("*.yaml")}
LISTS = {"names/countries", "names/organisations", "names/places"}
"""Files whose keys are names; see tests/kg/mentions/test_names_data.py."""
KEY = re.compile(r"^(?:  |- )?([a-z_]{3,}):", re.MULTILINE)


def test_no_file_is_left_out() -> None:
    """A new file needs a shape here; the model's own are tested with it."""
    found = {f"{path.parent.name}/{path.stem}" for path in FRENCH.glob("*/*.yaml")}
    assert {name for name in found if not name.startswith("ner/")} == set(SHAPES)


@pytest.mark.parametrize("name", sorted(set(SHAPES) - LISTS))
def test_a_misspelt_key_is_told_by_its_line(name: str, tmp_path: Path) -> None:
    """The file as it is, but for one key: refused, with the file and a line."""
    text = (FRENCH / f"{name}.yaml").read_text(encoding="utf8")
    broken = KEY.sub(lambda match: match[0].replace(match[1], f"{match[1]}s"), text, count=1)
    path = tmp_path / "broken.yaml"
    path.write_text(broken, encoding="utf8")
    with pytest.raises(DeclarationError, match=rf"^{re.escape(str(path))}:\d+: "):
        read(path, SHAPES[name])


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("claims/events", "kind: Bombing", "kind: Bombin", "no class 'Bombin'; is Bombing meant?"),
        ("claims/events", "of: [victim]", "of: [victime]", "should be 'doer'"),
        ("claims/events", "doer: perpetrator", "doer: perpetrators", "is perpetrator meant?"),
        ("claims/events", "nouns: [putsch]", "nouns: [Putsch]", "write putsch"),
        ("claims/roles", "  leads:", "  lead:", "no relation 'lead'; is leads meant?"),
        ("claims/certainty", "level: negated", "level: denied", "no certainty 'denied'"),
        ("claims/speech", "parties: [", "parties: [Amry, ", "no class 'Amry'"),
        ("names/references", "  ArmedGroup:", "  ArmedGroups:", "is ArmedGroup meant?"),
    ],
)
def test_a_misspelt_term_is_told_with_its_cure(
    name: str, old: str, new: str, said: str, tmp_path: Path
) -> None:
    """Classes, relations, roles and levels are those of the ontology."""
    text = (FRENCH / f"{name}.yaml").read_text(encoding="utf8")
    assert old in text
    path = tmp_path / "broken.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf8")
    line = text[: text.index(old)].count("\n") + 1
    with pytest.raises(DeclarationError) as caught:
        read(path, SHAPES[name])
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert said in str(caught.value)
