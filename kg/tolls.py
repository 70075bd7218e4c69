"""Counts as numbers, in the low, best and high of conflict data, so that they can be added up."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

_BOUNDS: Mapping[str, Callable[[int], dict[str, int]]] = {
    "": lambda number: {"low": number, "best": number, "high": number},
    "~": lambda number: {"best": number},
    ">=": lambda number: {"low": number},
    ">": lambda number: {"low": number + 1},
    "<=": lambda number: {"high": number},
    "<": lambda number: {"high": number - 1},
}
_BOUNDED = re.compile(r"(>=|>|<=|<|~|)([0-9]{1,15})")
_BETWEEN = re.compile(r"([0-9]{1,15})-([0-9]{1,15})")


def bounds(count: str) -> dict[str, int]:
    """What a count such as `26`, `>=32`, `~20` or `85-90` says as numbers; of words, nothing."""
    if found := _BOUNDED.fullmatch(count):
        return _BOUNDS[found[1]](int(found[2]))
    if found := _BETWEEN.fullmatch(count):
        return {"low": int(found[1]), "high": int(found[2])}
    return {}
