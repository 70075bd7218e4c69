"""The proper names of a place, without the words that say what kind of place it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.ontology.declaration import read
from kg.ontology.languages import folder
from kg.records import Entity


@dataclass(frozen=True, slots=True)
class KindWords:
    """The content of `kinds.yaml`: nouns for kinds of place, and what ties a name to them."""

    nouns: tuple[str, ...]
    links: tuple[str, ...]


def proper_names(entity: Entity, language: str) -> Iterator[str]:
    """The names of `entity` as they stand, each followed by what is left without its kind."""
    for name in (entity.name, *entity.aliases):
        yield name
        bare = _kind(language).sub("", name.replace("’", "'"), count=1)
        if bare and bare != name:
            yield bare


@cache
def _kind(language: str) -> re.Pattern[str]:
    words = read(folder(language) / "names" / "kinds.yaml", KindWords)
    nouns, links = "|".join(words.nouns), "|".join(words.links)
    return re.compile(rf"^(?:l'|la |le )?(?:{nouns}) (?:{links})", re.IGNORECASE)
