"""Weights of the model's names that were trained here, fitted to their model."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from spacy.language import Language
from spacy.pipeline import TrainablePipe
from thinc.api import Model

from kg.errors import DeclarationError, ModelError
from kg.ontology.declaration import read

NAMES = "ner"
"""The component of the model that finds names."""

WEIGHTS, ORIGIN = "weights.bin", "weights.yaml"


@dataclass(frozen=True, slots=True)
class Origin:
    """The content of `weights.yaml`: the model that the weights belong to, and their own hash."""

    model: str
    version: str
    sha256: str
    articles: int


@dataclass(frozen=True, slots=True)
class Trained:
    """Weights with what they belong to."""

    origin: Origin
    weights: bytes


def trained_weights(model: Language, *, articles: int) -> Trained:
    """The weights of the names of `model` as they are, trained on so many articles."""
    weights = finder(model).to_bytes()
    version = model.meta["version"]
    return Trained(Origin(_name(model), version, _hash(weights), articles), weights)


def origin_of(folder: Path) -> Origin:
    """What the weights in `folder` belong to.

    Raises:
        ModelError: there are none.
    """
    try:
        return read(folder / ORIGIN, Origin)
    except (DeclarationError, OSError) as error:
        raise _missing(folder, error) from None


def _missing(folder: Path, error: Exception) -> ModelError:
    return ModelError(f"no weights of names in {folder} ({error}); {_CURE}")


def load_weights(model: Language, folder: Path) -> None:
    """Give the names of `model` the weights in `folder`; nothing else of it changes.

    Raises:
        ModelError: there are none, they are damaged, or they belong to another model.
    """
    origin = origin_of(folder)
    try:
        weights = (folder / WEIGHTS).read_bytes()
    except OSError as error:
        raise _missing(folder, error) from None
    installed = f"{_name(model)} {model.meta['version']}"
    if installed != f"{origin.model} {origin.version}":
        raise ModelError(
            f"the weights of names in {folder} belong to {origin.model} {origin.version}, not to "
            f"{installed}; install that version, or train anew with: kg train names"
        )
    if _hash(weights) != origin.sha256:
        raise ModelError(f"the weights of names in {folder} are damaged; {_CURE}")
    try:
        finder(model).from_bytes(weights)
    except (ValueError, KeyError) as error:
        raise ModelError(
            f"the weights of names in {folder} do not fit ({error}); {_CURE}"
        ) from None


_CURE = "install faisceau again, or train them with: kg train names"


def finder(model: Language) -> Model[Any, Any]:
    """The network of `model` that finds names."""
    component = cast(TrainablePipe, model.get_pipe(NAMES))
    return cast("Model[Any, Any]", component.model)


def _name(model: Language) -> str:
    return f"{model.lang}_{model.meta['name']}"


def _hash(weights: bytes) -> str:
    return hashlib.sha256(weights).hexdigest()
