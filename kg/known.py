"""What is known before any document is read: actors and countries, and a team's own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from babel import Locale

from kg.ontology.authority import AUTHORITY, Actor, known_actors, read_actors
from kg.ontology.countries import country_names
from kg.ontology.languages import languages
from kg.places.countries import codes
from kg.records import Known
from kg.resolution.known import Authority

ENGLISH = Locale("en")


def authority(own: Path | None = None) -> Authority:
    """What everybody knows, and what the file `own` adds or says otherwise, if there is one.

    Raises:
        DeclarationError: the file is broken.
    """
    return Authority({**known_actors(), **own_actors(own)}, _countries())


def own_actors(path: Path | None) -> dict[str, Actor]:
    """The actors of a team's own file, by id; none if there is no file; errors as above."""
    return read_actors(path) if path and path.exists() else {}


@cache
def _countries() -> dict[str, Known]:
    """The countries by id, with their names in English and in the languages that are read."""
    lines = (AUTHORITY / "countries.tsv").read_text(encoding="utf8").splitlines()
    numbers = dict(line.split("\t") for line in lines if not line.startswith("#"))
    return {
        identifier: Known(
            numbers.get(code, ""),
            (("en", ENGLISH.territories[code]), (language, country_names(language)[code])),
        )
        for language in languages()
        for identifier, code in codes(language).items()
    }
