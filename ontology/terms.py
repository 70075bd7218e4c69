"""Types for language data that names terms of the ontology: an unknown name is refused at load.

They are plain strings to the code; `kg.ontology.declaration.read` checks them and gives the line.
"""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches
from typing import Annotated

from pydantic import AfterValidator, Field

from kg.ontology.loading import load

QUALIFIED = "Claim"
MOST_SHOWN = 12
"""How many names a cure lists at most."""


def known(what: str, name: str, names: Collection[str]) -> str:
    """`name`, which must be one of `names`.

    Raises:
        ValueError: it is not; the message names the nearest one, or lists them.
    """
    if name in names:
        return name
    near = get_close_matches(name, names, n=1)
    listed = f"use one of {', '.join(names)}" if len(names) <= MOST_SHOWN else "see: kg ontology"
    raise ValueError(f"no {what} {name!r}; {f'is {near[0]} meant?' if near else listed}")


def _class(name: str) -> str:
    return known("class", name, load().classes)


def _relation(name: str) -> str:
    return known("relation", name, load().relations)


def _certainty(name: str) -> str:
    return known("certainty", name, load().certainties)


def _qualifier(name: str) -> str:
    properties = {n: term for n, term in load().structure.items() if QUALIFIED in term.domain}
    return known("qualifier", name, properties)


def _word(word: str) -> str:
    """A word as the reader of the text folds it; any other spelling would never be met."""
    folded = word.lower().replace("’", "'")
    if word != folded or not word or any(c.isspace() for c in word):
        cure = f"write {folded.split()[0]}" if word.split() else "fill it in"
        raise ValueError(f"{word!r} is no single word in small letters; {cure}")
    return word


ClassName = Annotated[str, AfterValidator(_class)]
RelationName = Annotated[str, AfterValidator(_relation)]
CertaintyName = Annotated[str, AfterValidator(_certainty)]
QualifierName = Annotated[str, AfterValidator(_qualifier)]
TriggerWord = Annotated[str, AfterValidator(_word)]
TriggerWords = Annotated[frozenset[TriggerWord], Field(min_length=1)]
