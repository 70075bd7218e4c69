"""Questions on events: which resemble one another, where and when they were."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import asin, cos, radians, sin, sqrt
from typing import Any

from kg.ontology import load
from kg.questions.steps.rows import Row, groups, values

EARTH = 6371.0088
"""The mean radius of the earth in kilometres (IUGG)."""
LEAST = 2
"""How many traits two attacks that resemble one another have in common."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def deepest(classes: list[str]) -> str:
    """Of the classes that a thing has, the one that is farthest from the root."""
    lineages = load().lineages
    return max(classes, key=lambda name: (len(lineages.get(name, ())), name))


def similar(rows: list[Row], told: Mapping[str, str]) -> list[Row]:
    """Attacks without perpetrator, by how many traits they share with one of the actor's."""
    attacks = list(groups(rows, "evenement_id").values())
    models = [_traits(each) for each in attacks if told["acteur"] in values(each, "auteur_id")]
    found = []
    for each in attacks:
        points = max((len(_traits(each) & model) for model in models), default=0)
        if not values(each, "auteur_id") and points >= LEAST:
            found.append(
                {
                    **each[0],
                    "type": deepest(values(each, "type")),
                    "lieu": ", ".join(values(each, "lieu")) or None,
                    "points": points,
                }
            )
    return found


def vague_dates(rows: list[Row], told: Mapping[str, str]) -> list[Row]:
    """Events none of whose dates is a day."""
    found = []
    for given in groups(rows, "evenement_id").values():
        if not any(_DAY.fullmatch(day) for day in values(given, "date")):
            found += given
    return found


def around(rows: list[Row], told: Mapping[str, str]) -> list[Row]:
    """Attacks so near, on a day between the two."""
    found = []
    for row in rows:
        distance = _kilometres(
            row["latitude_ville"], row["longitude_ville"], row["latitude"], row["longitude"]
        )
        on_day = bool(_DAY.fullmatch(row["date"])) and told["du"] <= row["date"] <= told["au"]
        if on_day and distance <= float(told["rayon_km"]):
            found.append({**row, "distance_km": round(distance, 1)})
    return found


def _traits(rows: list[Row]) -> set[tuple[str, Any]]:
    kind = {("type", deepest(values(rows, "type")))}
    return kind | {
        (column, value) for column in ("lieu_id", "pays", "trait") for value in values(rows, column)
    }


def _kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """The great-circle distance (haversine formula; Sinnott 1984)."""
    a, b = radians(lat1), radians(lat2)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))
