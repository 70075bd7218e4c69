"""The French data of the claims stage, read once and checked."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from kg.ontology.declaration import read

Shape = TypeVar("Shape")
_READ: dict[tuple[str, type[Any], str], Any] = {}


def language_data(name: str, shape: type[Shape], *, language: str = "fr") -> Shape:
    """The file `name`.yaml of a language's folder as a `shape`.

    Raises:
        DeclarationError: the file is missing or does not have that shape.
    """
    key = (name, shape, language)
    if key not in _READ:
        folder = Path(str(files("kg.ontology"))) / "languages" / language
        _READ[key] = read(folder / f"{name}.yaml", shape)
    data: Shape = _READ[key]
    return data


@lru_cache(maxsize=2**16)
def fold(text: str) -> str:
    """`text` in lower case with straight apostrophes, as the language data is; no longer."""
    return text.replace("İ", "I").lower().replace("’", "'")


def words_of(phrase: str) -> list[str]:
    """`phrase` cut as the parser cuts it: "afin d'" is two words."""
    return re.findall(r"[^\s']+'?", phrase)
