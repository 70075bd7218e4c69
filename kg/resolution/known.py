"""What authorities know: things that have an id, and names, whatever documents say."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from kg.ontology.authority import Actor
from kg.records import Entity, Known
from kg.resolution.views import View


@dataclass(frozen=True, slots=True)
class Authority:
    """Actors and countries by id."""

    actors: Mapping[str, Actor]
    countries: Mapping[str, Known]

    @property
    def ids(self) -> Collection[str]:
        """The ids of all that is known."""
        return {*self.actors, *self.countries}

    def known(self, identifier: str) -> Known:
        """What is known of a thing."""
        if identifier in self.countries:
            return self.countries[identifier]
        actor = self.actors[identifier]
        names = ((language, name) for language, all_ in actor.names.items() for name in all_)
        return Known(actor.wikidata, tuple(sorted(names)))


def known_views(seen: Mapping[str, View], authority: Authority) -> dict[str, View]:
    """`seen` with the names of known actors; those that no document tells have no documents."""
    found = dict(seen)
    for identifier, actor in authority.actors.items():
        names = actor.wordings
        entity = Entity(identifier, actor.type, names[0], names[1:])
        view = seen.get(identifier) or View(identifier, actor.family, entity, (), (), "")
        both = dict.fromkeys((*view.names, *names))
        found[identifier] = replace(view, names=tuple(both))
    return found
