"""Friends and enemies: the signed network, its balance, and who changes sides.

Which relations tell of friends and which of enemies is declared in the ontology (`stance`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import Unpack

import networkx as nx

from kg.analysis.links import Link, claims_of, links_of
from kg.networks import Filters
from kg.tables import Table
from kg.things import Things
from kg.view import GraphView

FRIENDLY, HOSTILE = "friendly", "hostile"
_PAIR = ("one_id", "one", "other_id", "other")


def stances(graph: GraphView, **filters: Unpack[Filters]) -> Table:
    """How each two actors stand: friendly or hostile, as more sources say; of a draw, the later.

    Columns: one_id, one, other_id, other, stance, friendly, hostile (numbers of sources), first,
    last (days), claims.

    Raises:
        InputError: a filter names what there is not.
    """
    chosen = graph.merged(**filters)
    things = Things(chosen.entities)
    rows = []
    for (one, other), links in _pairs(links_of(chosen)).items():
        days = [link.day for link in links if link.day]
        rows.append(
            {
                "one_id": one,
                "one": things.name(one),
                "other_id": other,
                "other": things.name(other),
                "stance": _stance(links),
                **{sign: _sources(links, sign) for sign in (FRIENDLY, HOSTILE)},
                "first": min(days, default=None),
                "last": max(days, default=None),
                "claims": claims_of(links),
            }
        )
    columns = (*_PAIR, "stance", FRIENDLY, HOSTILE, "first", "last", "claims")
    return Table.of(columns, rows)


def balance(graph: GraphView, **filters: Unpack[Filters]) -> Table:
    """Each three actors that all stand to one another, and whether that is balanced.

    It is where an even number of the three stances is hostile: the friend of a friend is a friend,
    the enemy of an enemy too (Heider 1946; Cartwright and Harary 1956).

    Columns: actors (names), actor_ids, stances (of the first with the second, the first with the
    third, the second with the third), balanced, claims.

    Raises:
        InputError: a filter names what there is not.
    """
    chosen = graph.merged(**filters)
    things, pairs = Things(chosen.entities), _pairs(links_of(chosen))
    network = nx.Graph(list(pairs))
    rows = []
    for three in sorted(tuple(sorted(c)) for c in nx.enumerate_all_cliques(network) if len(c) == 3):
        sides = [pairs[pair] for pair in combinations(three, 2)]
        signs = tuple(map(_stance, sides))
        rows.append(
            {
                "actors": tuple(map(things.name, three)),
                "actor_ids": three,
                "stances": signs,
                "balanced": signs.count(HOSTILE) % 2 == 0,
                "claims": claims_of(link for links in sides for link in links),
            }
        )
    return Table.of(("actors", "actor_ids", "stances", "balanced", "claims"), rows)


def camp_changes(graph: GraphView, **filters: Unpack[Filters]) -> Table:
    """Each two actors that were told to be friends and later enemies, or the reverse.

    What is told of one day counts as one; a day that tells both, and what has no day, are left out.

    Columns: one_id, one, other_id, other, before, after, last_before, first_after (days), claims.

    Raises:
        InputError: a filter names what there is not.
    """
    chosen = graph.merged(**filters)
    things = Things(chosen.entities)
    rows = []
    for (one, other), links in _pairs(links_of(chosen)).items():
        for (day, before), (next_day, after) in pairwise(_days(links)):
            if before[0].stance != after[0].stance:
                rows.append(
                    {
                        "one_id": one,
                        "one": things.name(one),
                        "other_id": other,
                        "other": things.name(other),
                        "before": before[0].stance,
                        "after": after[0].stance,
                        "last_before": day,
                        "first_after": next_day,
                        "claims": claims_of([*before, *after]),
                    }
                )
    columns = (*_PAIR, "before", "after", "last_before", "first_after", "claims")
    return Table.of(columns, rows)


def _pairs(links: Sequence[Link]) -> dict[tuple[str, str], list[Link]]:
    """The links that tell a stance, by the two actors."""
    found: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in links:
        if link.stance:
            one, other = sorted((link.one, link.other))
            found[one, other].append(link)
    return dict(sorted(found.items()))


def _stance(links: Sequence[Link]) -> str:
    friendly, hostile = (_sources(links, sign) for sign in (FRIENDLY, HOSTILE))
    if friendly != hostile:
        return FRIENDLY if friendly > hostile else HOSTILE
    return max(links, key=lambda link: (str(link.day or ""), link.claims)).stance


def _sources(links: Sequence[Link], stance: str) -> int:
    return len({link.source for link in links if link.stance == stance})


def _days(links: Sequence[Link]) -> list[tuple[object, list[Link]]]:
    """The links of each day that tells one stance alone, in the order of days."""
    by_day: dict[object, list[Link]] = defaultdict(list)
    for link in sorted(links, key=lambda link: str(link.day or "")):
        if link.day:
            by_day[link.day].append(link)
    return [(day, told) for day, told in by_day.items() if len({e.stance for e in told}) == 1]
