"""How a language's names are trained: `ner/training.yaml` of its folder."""

from __future__ import annotations

from dataclasses import dataclass

from kg.ontology.declaration import read
from kg.ontology.languages import folder


@dataclass(frozen=True, slots=True)
class Settings:
    """The content of `training.yaml`; the top of that file says what each key means."""

    labels: dict[str, str]
    outranked: frozenset[str]
    seed: int
    rounds: int
    batch: int
    learning_rate: float
    dropout: float


def settings_of(language: str) -> Settings:
    """The settings of a language.

    Raises:
        LanguageError: no folder covers the language.
        DeclarationError: its `training.yaml` is missing or broken.
    """
    return read(folder(language) / "ner" / "training.yaml", Settings)
