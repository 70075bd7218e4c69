"""Places put on the map: each entity that GeoNames knows gets its location, and an id by it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.geonames import Feature, countries
from kg.merging import one_an_id
from kg.places.choosing import choose
from kg.places.context import Countries
from kg.places.countries import code_of
from kg.places.gazetteer import Kind, kind_of
from kg.places.names import proper_names
from kg.records import Analysis, Entity, Location
from kg.trace import Trace

SMALL = 20_000
"""Fewer inhabitants than this live within some two kilometres of the place's point."""


def locate(
    analysis: Analysis, entities: Iterable[Entity], *, trace: Trace | None = None
) -> tuple[Entity, ...]:
    """`entities` with the locations that the article makes plain; two names of one place are one.

    A place that GeoNames lists gets an id of its GeoNames number, the same in every article and
    language; a country keeps its own.  A `trace` is told the new ids.
    """
    entities = tuple(entities)
    context = Countries(analysis, entities)
    located = [_located(entity, context, analysis.document.language) for entity in entities]
    if trace is not None:
        trace.rename({old.id: new.id for old, new in zip(entities, located, strict=True)})
    return tuple(one_an_id(located))


def _located(entity: Entity, context: Countries, language: str) -> Entity:
    kind = kind_of(entity.type)
    if kind is None:
        return entity
    if kind == "country":
        feature = countries().get(code_of(entity, language))
        return replace(entity, location=_location(feature, kind)) if feature else entity
    feature = choose(kind, proper_names(entity, language), context.around(entity))
    if feature is None:
        return entity
    family = entity.id.partition(":")[0]
    return replace(entity, id=f"{family}:geonames-{feature.id}", location=_location(feature, kind))


def _precision(feature: Feature, kind: Kind) -> str:
    """A city's point stands for all of a large city, and for the very place of a village."""
    return "exact" if kind == "city" and 0 < feature.population < SMALL else kind


def _location(feature: Feature, kind: Kind) -> Location:
    return Location(
        geonames=feature.id,
        precision=_precision(feature, kind),
        country_code=feature.country,
        region_code=feature.region,
        latitude=feature.latitude,
        longitude=feature.longitude,
    )
