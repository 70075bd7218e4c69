"""The dead and wounded of each actor's attacks, as low and as high as is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Unpack

from kg.analysis.links import DOER
from kg.analysis.periods import Period, period_of
from kg.networks import Filters
from kg.networks.days import span
from kg.ontology import load
from kg.records import Claim, Document, Value
from kg.tables import Table
from kg.things import Things
from kg.tolls import bounds
from kg.view import GraphView

WHEN = "onDate"
TOLLS = {"dead": "fatalities", "wounded": "injured"}
COLUMNS = (
    *("actor_id", "actor", "period", "attacks", "dead_low", "dead_high", "dead_open"),
    *("wounded_low", "wounded_high", "wounded_open", "claims"),
)


def casualties(graph: GraphView, *, period: Period = "month", **filters: Unpack[Filters]) -> Table:
    """The tolls of the attacks of which an actor is told to be a perpetrator, added up.

    Of each attack the lowest and the highest number that any document gives count; `dead_open` says
    of how many attacks the highest is open, since they are told with "at least" or with no number.
    `period` is None for attacks whose date is not told, or spans several periods; of several dates
    that of the newest document counts.  An attack that two actors are named for counts for both.

    Columns: actor_id, actor, period, attacks, dead_low, dead_high, dead_open, wounded_low,
    wounded_high, wounded_open, claims.

    Raises:
        InputError: there is no such period, or a filter names what there is not.
    """
    chosen = graph.merged(**filters)
    things = Things(chosen.entities)
    documents = {document.id: document for document in chosen.documents}
    said: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in chosen.claims:
        if claim.certainty != load().denial:
            said[claim.subject][claim.relation].append(claim)
    groups: dict[tuple[str, str | None], dict[str, set[str]]] = defaultdict(
        lambda: defaultdict(set)
    )
    for event, told in said.items():
        when = _period(told[WHEN], documents, period)
        for claim in told[DOER]:
            groups[str(claim.object), when][event].add(claim.id)
    rows = [
        {
            "actor_id": actor,
            "actor": things.name(actor),
            "period": when,
            "attacks": len(events),
            **_added({event: said[event] for event in events}),
            "claims": _claims(events, said),
        }
        for (actor, when), events in groups.items()
    ]
    rows.sort(key=lambda row: (str(row["actor_id"]), str(row["period"] or "")))
    return Table.of(COLUMNS, rows)


@dataclass(frozen=True, slots=True)
class _Toll:
    low: int
    high: int
    open: bool


def _period(told: Iterable[Claim], documents: Mapping[str, Document], period: Period) -> str | None:
    newest = sorted(told, key=lambda claim: _age(documents, claim), reverse=True)
    spans = (span(claim.object.text) for claim in newest if isinstance(claim.object, Value))
    found = next(filter(None, spans), None)
    if found is None:
        return None
    first, last = (period_of(day, period) for day in found)
    return first if first == last else None


def _age(documents: Mapping[str, Document], claim: Claim) -> tuple[str, str]:
    return str(documents[claim.evidence.document].published or ""), claim.id


def _added(events: Mapping[str, Mapping[str, list[Claim]]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, relation in TOLLS.items():
        tolls = [_toll(told.get(relation, [])) for told in events.values()]
        found |= {
            f"{name}_low": sum(toll.low for toll in tolls),
            f"{name}_high": sum(toll.high for toll in tolls),
            f"{name}_open": sum(toll.open for toll in tolls),
        }
    return found


def _toll(told: Iterable[Claim]) -> _Toll:
    """Of no number: nobody at the least, and open."""
    counts = [bounds(claim.object.text) for claim in told if isinstance(claim.object, Value)]
    numbers = [number for count in counts for number in count.values()]
    is_open = not any("high" in count or "best" in count for count in counts)
    return _Toll(min(numbers, default=0), max(numbers, default=0), is_open)


def _claims(
    events: Mapping[str, set[str]], said: Mapping[str, Mapping[str, list[Claim]]]
) -> tuple[str, ...]:
    """Those that name the actor, the date and the tolls."""
    found = {claim for ids in events.values() for claim in ids}
    for event in events:
        for relation in (WHEN, *TOLLS.values()):
            found |= {claim.id for claim in said[event].get(relation, [])}
    return tuple(sorted(found))
