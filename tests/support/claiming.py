"""Claims of example texts, by the real stages."""

from __future__ import annotations

from functools import cache

from parsing import parse

from kg.claims import find_claims
from kg.entities import resolve
from kg.mentions import find_mentions
from kg.records import Claim, Entity, Value


@cache
def claims_of(text: str) -> tuple[tuple[Entity, ...], tuple[Claim, ...]]:
    """The entities and claims of `text`."""
    analysis = parse(text)
    return find_claims(analysis, resolve(analysis, find_mentions(analysis)))


def told(text: str) -> list[tuple[str, str, str, str]]:
    """The claims of `text` as names: subject, relation, object, certainty; an event is "*"."""
    entities, claims = claims_of(text)
    names = {e.id: "*" if e.id.startswith("event:") else e.name for e in entities}

    def end(obj: str | Value) -> str:
        return obj.text if isinstance(obj, Value) else names[obj]

    return [(names[c.subject], c.relation, end(c.object), c.certainty) for c in claims]
