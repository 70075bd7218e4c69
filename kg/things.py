"""The things of a merged graph, found by what a user calls them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from kg.errors import InputError
from kg.identity import fold
from kg.records import Entity, Value

SHOWN = 5
"""How many of several candidates an error names."""


class Things:
    """The entities of a graph."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._entities = tuple(entities)

    @cached_property
    def by_id(self) -> Mapping[str, Entity]:
        """The things by id."""
        return {entity.id: entity for entity in self._entities}

    def find(self, told: str) -> Entity:
        """The thing with this id, present or former, or with this name if it alone has it.

        Raises:
            InputError: there is none, or there are several.
        """
        found = self.called(told)
        if len(found) == 1:
            return found[0]
        several = ", ".join(each.id for each in found[:SHOWN])
        raise InputError(f"{told}: may be {several}; give the id of one")

    def called(self, told: str) -> list[Entity]:
        """The thing with this id, present or former, or else the things with this name.

        Raises:
            InputError: there is none.
        """
        wanted = fold(told)
        by_id = [e for e in self._entities if told in (e.id, *e.formerly)]
        named = [e for e in self._entities if wanted in map(fold, (e.name, *e.aliases))]
        if found := by_id or named:
            return found
        raise InputError(f"{told}: nothing in the graph is called so; list ids with kg cypher")

    def name(self, end: str | Value | None) -> str:
        """What a thing is called, a value as it is written, "" for nobody."""
        if isinstance(end, Value):
            return end.text
        if end is None:
            return ""
        return self.by_id[end].name if end in self.by_id else end
