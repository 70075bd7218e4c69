"""Events in the layout of UCDP GED (Codebook 25.1), blank where no text says.

https://ucdp.uu.se/downloads/ged/ged251.pdf
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.exports.csvs import Cell, rows
from kg.exports.source import Source
from kg.ontology import load
from kg.records import Entity, Value
from kg.tolls import bounds

COLUMNS = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_new_id"),
    *("conflict_name", "dyad_new_id", "dyad_name", "side_a_new_id", "side_a", "side_b_new_id"),
    *("side_b", "number_of_sources", "source_article", "source_office", "source_date"),
    *("source_headline", "source_original", "where_prec", "where_coordinates"),
    *("where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid"),
    *("country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end"),
    *("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low"),
)
"""The fields of the code book, in its order."""
WHERE = {"exact": 1, "city": 1, "region": 4, "country": 6}
"""An exact place, a first-order region, the country."""
WHEN = {"0000-00-00": 1, "0000-W00": 3, "0000-00": 4, "0000": 5}
"""A day, a week, a month, a year, by how the date is written."""


def ucdp(source: Source) -> str:
    """One row an event in which somebody died, as the code book wants them."""
    events = [event for event in source.events if any(_toll(source, event).values())]
    lines = [_event(source, event) for event in events]
    return rows(COLUMNS, [[line.get(name) for name in COLUMNS] for line in lines])


def _event(source: Source, event: Entity) -> dict[str, Cell]:
    doers = _names(source, event, "perpetrator")
    struck = _names(source, event, "target")
    return {
        "id": event.id,
        "relid": event.id,
        "side_a": doers[0] if doers else None,
        "side_b": struck[0] if struck else None,
        "dyad_name": f"{doers[0]} - {struck[0]}" if doers and struck else None,
        **_sources(source, event),
        **_where(source, event),
        **_when(source, event),
        **_deaths(source, event),
    }


def _names(source: Source, event: Entity, relation: str) -> list[str]:
    """What is said, the surest first."""
    claims = source.held(event, relation)
    claims.sort(key=lambda claim: load().certainties[claim.certainty].rank)
    return list(dict.fromkeys(source.name(claim.object) for claim in claims))


def _sources(source: Source, event: Entity) -> dict[str, Cell]:
    ids = sorted({claim.evidence.document for claim in source.said[event.id]})
    documents = [source.documents[each] for each in ids]
    first = next(iter(source.held(event, "fatalities")))
    return {
        "number_of_sources": len({document.copy_of or document.id for document in documents}),
        "source_article": "; ".join(document.url or document.id for document in documents),
        "source_date": "; ".join(str(document.published or "") for document in documents),
        "source_headline": "; ".join(document.title for document in documents),
        "source_original": source.name(first.attributed_to) or None,
    }


def _where(source: Source, event: Entity) -> dict[str, Cell]:
    """The place that is located most closely."""
    places = [
        source.entities[claim.object]
        for claim in source.held(event, "occurredIn")
        if not isinstance(claim.object, Value)
    ]
    finest = list(WHERE)
    located = [place for place in places if place.location]
    place = min(
        located,
        key=lambda each: (finest.index(each.location.precision), each.id),  # type: ignore[union-attr]
        default=None,
    )
    if place is None or place.location is None:
        return {"where_description": "; ".join(place.name for place in places) or None}
    where = place.location
    point = where.latitude is not None
    return {
        "where_prec": WHERE[where.precision],
        "where_coordinates": place.name,
        "where_description": "; ".join(place.name for place in places),
        "adm_1": where.region_code or None,
        "latitude": where.latitude,
        "longitude": where.longitude,
        "geom_wkt": f"POINT ({where.longitude} {where.latitude})" if point else None,
        "country": where.country_code,
    }


def _when(source: Source, event: Entity) -> dict[str, Cell]:
    """The day, week, month or year of the newest document that tells one."""
    days = [source.name(claim.object) for claim in source.held(event, "onDate")]
    day = next(iter(days), "")
    start, _, end = day.partition("/")
    precision = 2 if end else WHEN.get(re.sub(r"\d", "0", day))
    whole = precision in (1, 2)
    return {
        "year": int(day[:4]) if re.match(r"\d{4}", day) else None,
        "date_prec": precision,
        "date_start": start if whole else None,
        "date_end": (end or start) if whole else None,
        "event_clarity": 1 if precision == 1 else 2 if precision else None,
    }


def _deaths(source: Source, event: Entity) -> dict[str, Cell]:
    """The toll of the newest document; who the dead were is not told apart."""
    toll = _toll(source, event)
    return {"best": toll.get("best", toll.get("low")), **{n: toll.get(n) for n in ("low", "high")}}


def _toll(source: Source, event: Entity) -> Mapping[str, int]:
    claims = source.held(event, "fatalities")
    return bounds(source.name(claims[0].object)) if claims else {}
