"""Questions on single actors: who followed whom, where they are active, when they met."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kg.questions.steps.rows import Row, groups, values


def succession(rows: list[Row], told: Mapping[str, str]) -> list[Row]:
    """Leaders, each with the days since anybody before was told to lead; None for the first."""
    found, until = [], ""
    for row in sorted(rows, key=lambda row: (row["premiere"], row["dirigeant"])):
        days = _days(until, row["premiere"]) if until else None
        found.append({**row, "jours_sans_chef": days})
        until = max(until, row["derniere"])
    return found


def countries(rows: list[Row], told: Mapping[str, str]) -> list[Row]:
    """Actors with several countries."""
    found = []
    for (_, name), given in groups(rows, "acteur_id", "acteur").items():
        codes = values(given, "code")
        if len(codes) > 1:
            found.append({"acteur": name, "nombre": len(codes), "pays": ", ".join(codes)})
    return found


def extremes(rows: list[Row], told: Mapping[str, str]) -> list[Row]:
    """The first and the last of the contacts."""
    ordered = sorted(
        rows, key=lambda row: (row["publie"], row["document"], row["phrase"], row["relation"])
    )
    ends = [("premier", ordered[0])] if ordered else []
    ends += [("dernier", ordered[-1])] if len(ordered) > 1 else []
    return [{**row, "contact": which} for which, row in ends]


def _days(one: str, other: str) -> int:
    return max(0, (date.fromisoformat(other) - date.fromisoformat(one)).days)
