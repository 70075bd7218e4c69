"""What an article tells of where its places lie: the countries that it speaks of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from kg.places.countries import code_of
from kg.records import Analysis, Entity


@dataclass(frozen=True, slots=True)
class Context:
    """The codes of the countries `told` in the article, and those told `beside` a place."""

    told: frozenset[str]
    beside: frozenset[str] = frozenset()


class Countries:
    """The countries of an article, and where it tells them."""

    def __init__(self, analysis: Analysis, entities: Iterable[Entity]) -> None:
        language = analysis.document.language
        self._starts = [sentence.start for sentence in analysis.sentences]
        self._sentences = {
            code: self._sentences_of(entity)
            for entity in entities
            if (code := code_of(entity, language))
        }

    def around(self, place: Entity) -> Context:
        """What the article tells of where `place` lies."""
        own = self._sentences_of(place)
        beside = (code for code, told in self._sentences.items() if told & own)
        return Context(frozenset(self._sentences), frozenset(beside))

    def _sentences_of(self, entity: Entity) -> frozenset[int]:
        return frozenset(bisect_right(self._starts, span.start) for span in entity.mentions)
