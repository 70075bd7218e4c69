"""Which thing of the extraction is which of the gold: one to one, best first.

Named things align by name; events and groups by where they stand, by their roles and their names.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.evaluation.gold import Annotated, Fact, Thing
from kg.evaluation.rules import compatible, family, is_attack
from kg.evaluation.words import fold, likeness, same_value, words
from kg.records import Value

Alignment = dict[str, str]
"""Ids of the gold's things to ids of the extraction's."""
_Pair = tuple[float, str, str]
_EVENT = "event"
_PERSON = "person"
_ENOUGH = 0.5


def align(gold: Annotated, found: Annotated) -> Alignment:
    """The things of `gold` that were found, each with its counterpart."""
    named = _greedy(list(_named_pairs(gold, found)))
    return named | _greedy(list(_event_pairs(gold, found, named)))


def _greedy(pairs: list[_Pair]) -> Alignment:
    aligned: Alignment = {}
    used: set[str] = set()
    for _, gold_id, found_id in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if gold_id not in aligned and found_id not in used:
            aligned[gold_id] = found_id
            used.add(found_id)
    return aligned


def _named_pairs(gold: Annotated, found: Annotated) -> Iterator[_Pair]:
    for g in gold.things.values():
        for f in found.things.values():
            if _EVENT in (family(g.type), family(f.type)) or not compatible(g.type, f.type):
                continue
            if score := _name_score(g, f):
                yield score, g.id, f.id


def _name_score(gold: Thing, found: Thing) -> float:
    if _folded(gold) & _folded(found):
        return 2.0 + (fold(gold.names[0]) == fold(found.names[0]))
    a, b = words(gold.names[0]), words(found.names[0])
    like = likeness(a, b)
    part_of_name = family(gold.type) == _PERSON and (a <= b or b <= a)
    return like if a & b and (like >= _ENOUGH or part_of_name) else 0.0


def _folded(thing: Thing) -> set[str]:
    return set(filter(None, map(fold, thing.names)))


def _event_pairs(gold: Annotated, found: Annotated, named: Alignment) -> Iterator[_Pair]:
    text = gold.document.text
    candidates = [
        (f, _roles(found, f.id, {}), _spans(found.facts, f.id, text)) for f in _events(found)
    ]
    for g in _events(gold):
        roles, spans = _roles(gold, g.id, named), _spans(gold.facts, g.id, text)
        for f, found_roles, found_spans in candidates:
            same = sum(any(_same_role(a, b) for b in found_roles) for a in roles)
            near = _overlap(spans, found_spans)
            kind = _kind_score(g.type, f.type)
            like = likeness(words(g.names[0]), words(f.names[0]))
            if same or (near and kind) or (kind and like >= _ENOUGH):
                yield same + near + kind + like, g.id, f.id


def _events(annotated: Annotated) -> list[Thing]:
    return [thing for thing in annotated.things.values() if family(thing.type) == _EVENT]


def _kind_score(gold: str, found: str) -> float:
    if gold == found:
        return 1.0
    return 0.5 if is_attack(gold) and is_attack(found) else 0.0


def _roles(annotated: Annotated, event: str, named: Alignment) -> list[tuple[str, str | Value]]:
    return [
        (
            fact.relation,
            named.get(fact.object, fact.object) if isinstance(fact.object, str) else fact.object,
        )
        for fact in annotated.facts
        if fact.subject == event
    ]


def _same_role(gold: tuple[str, str | Value], found: tuple[str, str | Value]) -> bool:
    (relation, a), (other, b) = gold, found
    if relation != other:
        return False
    if isinstance(a, Value) and isinstance(b, Value):
        return same_value(relation, a.text, b.text)
    return a == b


def _spans(facts: tuple[Fact, ...], thing: str, text: str) -> list[tuple[int, int]]:
    spans = []
    for fact in facts:
        if thing in (fact.subject, fact.object):
            start = _start(fact, text)
            if start >= 0:
                spans.append((start, start + len(fact.evidence or "\0")))
    return spans


def _start(fact: Fact, text: str) -> int:
    if fact.start is not None:
        return fact.start
    return text.find(fact.evidence or "\0")


def _overlap(a: list[tuple[int, int]], b: list[tuple[int, int]]) -> bool:
    return any(x < v and u < y for x, y in a for u, v in b)
