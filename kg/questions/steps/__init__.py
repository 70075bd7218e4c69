"""What no query can compute alone: answers made from the rows of a query, of either language.

A step takes rows as dictionaries, and the parameters as text; it gives the rows of the answer.
"""

from collections.abc import Callable, Mapping
from typing import Any

from kg.questions.steps import acled, actors, events, names, networks, tolls

Step = Callable[[list[dict[str, Any]], Mapping[str, str]], list[dict[str, Any]]]

STEPS: dict[str, Step] = {
    "acled": acled.acled,
    "around": events.around,
    "bounds": tolls.bounds_by_source,
    "bridges": networks.bridges,
    "communities": networks.communities,
    "contradictions": tolls.contradictions,
    "countries": actors.countries,
    "extremes": actors.extremes,
    "near_names": names.near_names,
    "path": networks.path,
    "similar": events.similar,
    "succession": actors.succession,
    "vague_dates": events.vague_dates,
    "victims": tolls.victims,
}
"""The steps, by the names that the catalogue gives them."""
