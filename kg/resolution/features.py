"""Where what is told may meet what else is told: things that share no feature, nor an
id, are never compared.

What is one among all things that are tied by features, directly or through others, depends on
nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.identity import fold, is_local
from kg.resolution.events import happening
from kg.resolution.known import Authority
from kg.resolution.names import block_keys, is_acronym, sounds
from kg.resolution.tellings import EVENT, PERSON, Telling


def features(telling: Telling) -> set[str]:
    """The features of what one document tells of a thing, beside its id."""
    entity = telling.entity
    names = (entity.name, *entity.aliases)
    found = set(_acronyms(names))
    if telling.family == EVENT:
        return found | {f"at {day} {place}" for day, place in happening(telling).circumstances}
    if is_local(entity.id) or entity.location is not None:
        return found
    if telling.family == PERSON:
        found.add(f"word {sounds(entity.name)[-1]}")
    return found | set(_of_names(telling.family, names))


def authority_features(authority: Authority) -> dict[str, set[str]]:
    """The features of the known actors, by id."""
    return {
        identifier: {
            *_acronyms(actor.wordings),
            *_of_names(actor.family, actor.wordings),
            *({f"word {sounds(actor.wordings[0])[-1]}"} if actor.family == PERSON else ()),
        }
        for identifier, actor in authority.actors.items()
    }


def _acronyms(names: Iterable[str]) -> Iterator[str]:
    return (f"acronym {fold(name)}" for name in names if is_acronym(name))


def _of_names(family: str, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        keys = block_keys(name)
        for key in (keys.whole, *keys.less):
            yield f"{family} {key}"
        for key in keys.but:
            yield f"{family} but {key}"
