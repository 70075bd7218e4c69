"""Which people, organisations and places may be one, by their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.identity import fold, is_local
from kg.resolution.clusters import Match, Pair, match
from kg.resolution.company import Company
from kg.resolution.names import PART, block_keys, is_acronym, likeness, sounds
from kg.resolution.tellings import EVENT, PERSON, PLACE, is_short
from kg.resolution.views import View

Blocks = dict[tuple[str, str], set[tuple[str, str]]]
"""By family and key: how names sound that have it, and the keys of their views."""

SAME = 0.9
"""From which score on two views are one."""
DOUBT = 0.5
"""From which score on two views may be one."""
BLOCK = 40
"""How many views of a block are compared each with each."""
WINDOW = 10
"""With how many of the next in alphabetical order each view of a larger block is compared."""
NAMES = 12
"""How many names of a view are compared."""


def by_name(views: Mapping[str, View], company: Company) -> Iterator[Match]:
    """Pairs whose names are spellings of one, or where one name is part of the other."""
    ambiguous = _ambiguous_acronyms(views.values())
    names = {key: _comparable(view, ambiguous) for key, view in views.items()}
    for one, other in sorted({(a, b) for a, b in _candidates(views, names) if a != b}):
        compared = _compared(views[one], views[other], names, company)
        if compared.score >= DOUBT:
            yield compared


def _compared(one: View, other: View, names: Mapping[str, list[str]], company: Company) -> Match:
    pairs = ((a, b) for a in names[one.key] for b in names[other.key])
    score, a, b = max((likeness(a, b), a, b) for a, b in pairs)
    if score == PART and one.family == PERSON and not _has_initial(a, b):
        score = SAME if company.support(one, other) else score
    return match(one.key, other.key, score, f"{a} ~ {b}")


def _has_initial(one: str, other: str) -> bool:
    """« George W. Bush » and « George Bush » may be father and son."""
    return any(len(word) == 1 for word in (*sounds(one), *sounds(other)))


def _candidates(views: Mapping[str, View], names: Mapping[str, list[str]]) -> Iterator[Pair]:
    """Pairs of views of which two names share a key."""
    whole: Blocks = defaultdict(set)
    but: Blocks = defaultdict(set)
    less: Blocks = defaultdict(set)
    for key, comparable in names.items():
        for name in comparable:
            family, keys = views[key].family, block_keys(name)
            member = (" ".join(sounds(name)), key)
            whole[family, keys.whole].add(member)
            for each in keys.but:
                but[family, each].add(member)
            for each in keys.less:
                less[family, each].add(member)
    for block in (*whole.values(), *but.values()):
        yield from _pairs(sorted(block))
    for at, block in less.items():
        shorter = sorted(whole.get(at, ()))[:WINDOW]
        yield from (_pair(one, other) for _, one in sorted(block)[:BLOCK] for _, other in shorter)


def _pairs(members: list[tuple[str, str]]) -> Iterator[Pair]:
    """Each with each; in a large block, each with its neighbours in alphabetical order."""
    reach = len(members) if len(members) <= BLOCK else WINDOW
    for position, (_, one) in enumerate(members):
        for _, other in members[position + 1 : position + 1 + reach]:
            yield _pair(one, other)


def _pair(one: str, other: str) -> Pair:
    return min(one, other), max(one, other)


def _comparable(view: View, ambiguous: set[str]) -> list[str]:
    """The names by which `view` may be known elsewhere."""
    if view.family == EVENT or is_local(view.id) or view.entity.location is not None:
        return []
    if view.family == PLACE:
        return [view.entity.name]
    if view.family == PERSON:
        return [] if is_short(view.entity) else _full_names(view)[:NAMES]
    return [n for n in view.names if not (is_acronym(n) and fold(n) in ambiguous)][:NAMES]


def _full_names(view: View) -> list[str]:
    """Names with the last word of the fullest: « Abou Bakr » alone may be many."""
    last = sounds(view.entity.name)[-1]
    return [n for n in view.names if len(sounds(n)) > 1 and sounds(n)[-1] == last]


def _ambiguous_acronyms(views: Iterable[View]) -> set[str]:
    """The acronyms that stand for several names."""
    owners: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for view in views:
        full = next((n for n in view.names if not is_acronym(n)), "")
        for name in filter(is_acronym, view.names if full else ()):
            owners[fold(name)].add(sounds(full))
    return {acronym for acronym, names in owners.items() if len(names) > 1}
