"""The data set in the layout of ACLED (Codebook, 2023), blank where no text says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from kg.ontology import load
from kg.questions.steps.events import deepest
from kg.questions.steps.rows import Row, groups, values
from kg.tolls import bounds

EVENT_TYPES = {
    "Armed clash": "Battles",
    "Air/drone strike": "Explosions/Remote violence",
    "Remote explosive/landmine/IED": "Explosions/Remote violence",
    "Shelling/artillery/missile attack": "Explosions/Remote violence",
    "Suicide bomb": "Explosions/Remote violence",
    "Abduction/forced disappearance": "Violence against civilians",
    "Attack": "Violence against civilians",
    "Agreement": "Strategic developments",
    "Arrests": "Strategic developments",
    "Other": "Strategic developments",
}
"""The event type of each sub-event type that our classes have."""
TIME_PRECISIONS = {"0000-00-00": 1, "0000-W00": 2, "0000-00": 3}
"""A day, a week, a month: the only ones that ACLED knows, by how the date is written."""
GEO_PRECISIONS = {"exact": 1, "city": 1, "region": 3, "country": 3}
"""A town, a larger region."""


def acled(rows: list[Row], told: Mapping[str, str]) -> list[Row]:
    """One row an event."""
    return [_event(event, said) for (event,), said in groups(rows, "evenement_id").items()]


def _event(event: str, said: list[Row]) -> Row:
    kind = load().codes(deepest(values(said, "type"))).get("acled")
    day = _last(said, "onDate")
    precision = TIME_PRECISIONS.get(re.sub(r"\d", "0", day)) if day else None
    doers, struck = _names(said, "perpetrator"), _names(said, "target", "victim")
    first = min(said, key=lambda row: (row["publie"] or "9999", row["document"]))
    return {
        "event_id_cnty": event,
        "event_date": day if precision else None,
        "year": int(day[:4]) if day and re.match(r"\d{4}", day) else None,
        "time_precision": precision,
        "event_type": EVENT_TYPES.get(kind or ""),
        "sub_event_type": kind,
        "actor1": doers[0] if doers else None,
        "assoc_actor_1": "; ".join(doers[1:]) or None,
        "actor2": struck[0] if struck else None,
        "assoc_actor_2": "; ".join(struck[1:]) or None,
        **_place(said),
        "source": "; ".join(values(said, "document")),
        "notes": first["phrase"],
        "fatalities": _fatalities(said),
    }


def _place(said: list[Row]) -> Row:
    """The place that is located most closely; the country as its ISO code, for want of a name."""
    places = [row for row in said if row["relation"] == "occurredIn"]
    finest = list(GEO_PRECISIONS)
    place: dict[str, Any] = min(
        places,
        key=lambda row: (
            finest.index(row["precision"]) if row["precision"] in finest else len(finest),
            row["objet"],
        ),
        default={},
    )
    return {
        "country": place.get("pays"),
        "region": None,
        "admin1": place.get("region"),
        "location": place.get("objet"),
        "latitude": place.get("latitude"),
        "longitude": place.get("longitude"),
        "geo_precision": GEO_PRECISIONS.get(place.get("precision") or ""),
    }


def _names(said: list[Row], *relations: str) -> list[str]:
    return values((row for row in said if row["relation"] in relations), "objet")


def _last(said: list[Row], relation: str) -> str | None:
    """What the latest document says, the most precise of it."""
    told = [row for row in said if row["relation"] == relation]
    last = max(
        told, key=lambda row: (row["publie"] or "", len(row["objet"]), row["objet"]), default=None
    )
    return last["objet"] if last else None


def _fatalities(said: list[Row]) -> int | None:
    """The lowest number of the latest toll, as ACLED codes it."""
    toll = _last(said, "fatalities")
    return min(bounds(toll).values(), default=None) if toll else None
