"""Who attacks together."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import Unpack

from kg.analysis.links import DOER
from kg.networks import Filters
from kg.ontology import load
from kg.records import Claim, Graph
from kg.tables import Table
from kg.things import Things
from kg.view import GraphView

COLUMNS = ("one_id", "one", "other_id", "other", "attacks", "events", "claims")


def co_attacks(graph: GraphView, **filters: Unpack[Filters]) -> Table:
    """Each two actors that one document names as perpetrators of one event, the most often first.

    Two documents that name one each contradict one another, and make no pair.

    Columns: one_id, one, other_id, other, attacks (how many), events (their ids), claims.

    Raises:
        InputError: a filter names what there is not.
    """
    chosen = graph.merged(**filters)
    things = Things(chosen.entities)
    together: dict[tuple[str, str], list[tuple[Claim, Claim]]] = defaultdict(list)
    for told in _perpetrators(chosen).values():
        for one, other in combinations(sorted(told, key=lambda claim: str(claim.object)), 2):
            if one.object != other.object:
                together[str(one.object), str(other.object)].append((one, other))
    rows = []
    for (one_id, other_id), pairs in sorted(together.items()):
        events = tuple(sorted({one.subject for one, _ in pairs}))
        rows.append(
            {
                "one_id": one_id,
                "one": things.name(one_id),
                "other_id": other_id,
                "other": things.name(other_id),
                "attacks": len(events),
                "events": events,
                "claims": tuple(sorted({claim.id for pair in pairs for claim in pair})),
            }
        )
    rows.sort(key=lambda row: -int(str(row["attacks"])))
    return Table.of(COLUMNS, rows)


def _perpetrators(graph: Graph) -> dict[tuple[str, str], list[Claim]]:
    """What is said and not denied, by event and document."""
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in graph.claims:
        if claim.relation == DOER and claim.certainty != load().denial:
            found[claim.subject, claim.evidence.document].append(claim)
    return found
