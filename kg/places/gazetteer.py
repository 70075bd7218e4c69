"""GeoNames by name: which places of the world a name may stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal, TypeAlias

from kg.geonames import Feature, cities, regions
from kg.identity import fold
from kg.ontology.authority import AUTHORITY
from kg.ontology.declaration import read
from kg.ontology.terms import ClassName
from kg.spelling import key, look_alike, plain, sound_alike

Kind: TypeAlias = Literal["country", "region", "city"]


def kind_of(class_name: str) -> Kind | None:
    """The list that a class is looked up in; None for one that GeoNames does not list."""
    return next((kind for kind, classes in lists().items() if class_name in classes), None)


@cache
def lists() -> Mapping[Kind, frozenset[ClassName]]:
    """The classes that each list holds, from `gazetteer.yaml`."""
    return read(AUTHORITY / "gazetteer.yaml", dict[Kind, frozenset[ClassName]])


def bearers(kind: Kind, name: str) -> tuple[Feature, ...]:
    """The cities or regions of the world that have this name, spelt so."""
    known = _by_name(kind)
    return known.get(plain(name)) or known.get(fold(name), ())


def alike(kind: Kind, name: str, country: str) -> tuple[Feature, ...]:
    """Those of a country whose name differs only by transliteration.

    They are written alike, or, where none is, sound alike.
    """
    same = _by_key(kind, country).get(key(name), ())
    for are_alike in (look_alike, sound_alike):
        found = tuple(
            feature
            for feature in same
            if any(are_alike(name, other) for other in feature.names if key(other) == key(name))
        )
        if found:
            return found
    return ()


@cache
def _features(kind: Kind) -> tuple[Feature, ...]:
    return cities() if kind == "city" else regions()


@cache
def _by_name(kind: Kind) -> Mapping[str, tuple[Feature, ...]]:
    return _indexed((plain(name), each) for each in _features(kind) for name in each.names)


@cache
def _by_key(kind: Kind, country: str) -> Mapping[str, tuple[Feature, ...]]:
    own = (each for each in _features(kind) if each.country == country)
    return _indexed((key(name), each) for each in own for name in each.names)


def _indexed(pairs: Iterable[tuple[str, Feature]]) -> Mapping[str, tuple[Feature, ...]]:
    found: dict[str, dict[int, Feature]] = defaultdict(dict)
    for name, feature in pairs:
        found[name][feature.id] = feature
    return {name: tuple(features.values()) for name, features in found.items()}
