"""What fills a role of an event."""

from __future__ import annotations

from dataclasses import dataclass

from kg.records import Entity, Span, Token, Value

DOER, CLAIMER, TARGET, VICTIM, PLACE, WEAPON = (
    "doer",
    "claimer",
    "target",
    "victim",
    "place",
    "weapon",
)
COUNTRY = "Country"


@dataclass(frozen=True, slots=True)
class Role:
    """What fills a role of an event, where it stands, and the word whose certainty it shares.

    A `weak` one stands only where no other is told: a clock time as date, one dead as toll.  What
    something is only headed for (`ahead`) is no place where it happens.
    """

    name: str
    filler: Entity | Value
    span: Span
    predicate: Token
    weak: bool = False
    side: str = ""
    ahead: bool = False
