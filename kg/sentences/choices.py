"""What a language folder declares about its model: `model.yaml`."""

from __future__ import annotations

from dataclasses import dataclass

from kg.ontology.declaration import read
from kg.ontology.languages import folder


@dataclass(frozen=True, slots=True)
class Choices:
    """The content of `model.yaml`; the top of that file says what each key means."""

    name: str
    package: str
    names: str
    unused: tuple[str, ...]
    longest: int
    most_words: int
    substitutions: dict[str, str]
    enders: frozenset[str]
    closers: frozenset[str]
    openers: frozenset[str]
    abbreviations: frozenset[str]


def choices_of(language: str) -> Choices:
    """The choices of a language.

    Raises:
        LanguageError: no folder covers the language.
        DeclarationError: its `model.yaml` is broken.
    """
    return read(folder(language) / "model.yaml", Choices)
