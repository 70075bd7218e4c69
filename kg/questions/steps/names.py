"""Names that may be of one actor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from kg.questions.steps.rows import Row, groups, values
from kg.resolution.names import block_keys, likeness

LEAST = 0.5
"""From which likeness on a pair is shown; what is likelier than others is shown first."""
BLOCK = 40
"""How many names that share a key are compared each with each."""


def near_names(rows: list[Row], told: Mapping[str, str]) -> list[Row]:
    """Pairs of actors of one kind that have names which resemble one another."""
    actors = groups(rows, "acteur_id")
    names = {id: values(given, "nom") for (id,), given in actors.items()}
    shown = {id: given[0]["acteur"] for (id,), given in actors.items()}
    found = []
    for one, other in sorted(_candidates(names)):
        like = max(likeness(a, b) for a in names[one] for b in names[other])
        if like >= LEAST:
            found.append(
                {
                    "un": shown[one],
                    "autre": shown[other],
                    "ressemblance": round(like, 2),
                    "un_id": one,
                    "autre_id": other,
                }
            )
    return found


def _candidates(names: Mapping[str, Iterable[str]]) -> set[tuple[str, str]]:
    """Pairs of one family whose names share a key; whatever the one word that differs."""
    blocks: dict[tuple[str, str], set[str]] = defaultdict(set)
    for id, called in names.items():
        for name in called:
            keys = block_keys(name)
            rests = (" ".join(key.split(" ", 2)[::2]) for key in keys.but)
            for key in (keys.whole, *rests, *keys.less):
                blocks[id.partition(":")[0], key].add(id)
    return {pair for ids in blocks.values() for pair in combinations(sorted(ids)[:BLOCK], 2)}
