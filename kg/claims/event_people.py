"""Who, of the people told without a name as hit by one event, only says again who another is."""

from __future__ import annotations

import re

from kg.claims.described import GROUP, PERSON
from kg.claims.event_merging import Event
from kg.claims.event_role import TARGET, VICTIM, Role
from kg.claims.event_words import EventWords
from kg.claims.forms import singular
from kg.claims.language import fold
from kg.claims.lexicon import words
from kg.claims.numbers import find_numbers
from kg.records import Value

SHORT = 3
"""Words of so many letters tell nothing of who it is."""


def repeated(event: Event, data: EventWords) -> list[Role]:
    """The roles of `event` that tell in fewer words, or of fewer, who another one tells.

    « les personnes arrêtées » behind « l'arrestation de 16 jihadistes », « six journalistes »
    behind « neuf journalistes ».
    """
    hit = [r for t in event.tellings for r in t.roles if r.name in (TARGET, VICTIM)]
    return [role for n, role in enumerate(hit) if _is_said(role, n, hit, data)]


def _is_said(role: Role, position: int, hit: list[Role], data: EventWords) -> bool:
    own = _words(role)
    if not own:
        return False
    empty = own <= words().empty_people | data.suspect_words
    for other, second in enumerate(hit):
        told = _words(second)
        if second.name != role.name or second.filler == role.filler:
            continue
        if own < told or (empty and not told <= own and role.name == TARGET):
            return True
        if own == told and (_number(second), -other) > (_number(role), -position):
            return True
    return False


def _words(role: Role) -> frozenset[str]:
    """The words for people without a name but for their number, in the singular; else none."""
    text = _text(role)
    for number in reversed(list(find_numbers(text))):
        text = text[: number.start] + text[number.end :]
    found = re.findall(r"\w+", fold(text))
    return frozenset(singular(w) for w in found if len(w) > SHORT)


def _number(role: Role) -> int:
    numbers = [
        int(n) for found in find_numbers(_text(role)) for n in re.findall(r"\d+", found.value)
    ]
    return max(numbers, default=0)


def _text(role: Role) -> str:
    filler = role.filler
    if isinstance(filler, Value):
        return filler.text
    described = filler.type == GROUP or (filler.type == PERSON and filler.name.islower())
    return filler.name if described else ""
