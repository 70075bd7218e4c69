"""What changed from an earlier evaluation, as tables and lines, or as JSON data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from kg.cli.output import plain, table

if TYPE_CHECKING:
    from kg.evaluation.runs import Change, Outcome
    from kg.evaluation.scores import Rates, Scores

_LISTS = {
    "gained": "now right",
    "lost": "no longer found",
    "new_wrong": "newly wrong: not in the gold",
    "gone_wrong": "no longer wrong",
    "misjudged": "right, but now of the wrong certainty",
    "mended": "right, and now of the right certainty",
}
_SIGNS = {
    "gained": "+",
    "lost": "-",
    "new_wrong": "-",
    "gone_wrong": "+",
    "misjudged": "-",
    "mended": "+",
}
_COLUMNS = ("", "before", "now", "change")
_BY_RELATION = (
    "relation",
    "F1 before",
    "F1 now",
    "change",
    "right before",
    "right now",
    "found before",
    "found now",
)


def change_text(change: Change) -> Iterator[str]:
    """The figures before and after, then each claim that is other than before."""
    rows = [(name, before, now, _signed(now - before)) for name, before, now in _figures(change)]
    yield table(_COLUMNS, rows, title=f"{change.now.articles} articles")
    relations = list(_relations(change))
    if relations:
        yield table(_BY_RELATION, relations)
    else:
        yield "the figures of every relation are the same\n"
    for key, words in _LISTS.items():
        outcomes: tuple[Outcome, ...] = getattr(change, key)
        if outcomes:
            yield f"\n{words} ({len(outcomes)})\n"
            for outcome in outcomes:
                yield from _lines(outcome, _SIGNS[key])


def change_json(change: Change) -> dict[str, object]:
    """The figures as [before, now], and the claims that are other than before."""
    data: dict[str, object] = {
        "articles": change.now.articles,
        "figures": {name: [round(a, 4), round(b, 4)] for name, a, b in _figures(change)},
        "relations": {
            str(name): {"f1": [round(a, 4), round(b, 4)], "right": [c, d], "found": [e, f]}
            for name, a, b, _, c, d, e, f in _relations(change)
        },
    }
    return data | {key: [asdict(each) for each in getattr(change, key)] for key in _LISTS}


def _figures(change: Change) -> Iterator[tuple[str, float, float]]:
    for (name, before), (_, now) in zip(_of(change.before), _of(change.now), strict=True):
        yield name, before, now


def _of(scores: Scores) -> Iterator[tuple[str, float]]:
    yield "entities F1", scores.entities.f1
    yield "claims precision", scores.claims.precision
    yield "claims recall", scores.claims.recall
    yield "claims F1", scores.claims.f1
    yield "certainty right", scores.certainty
    yield "hedged kept hedged", scores.hedged or 0.0


def _relations(
    change: Change,
) -> Iterator[tuple[str, float, float, str, int, int, int, int]]:
    """The relations whose figures are other than before."""
    from kg.evaluation import Rates

    before, now = change.before.relations, change.now.relations
    none = Rates(0, 0, 0)
    for name in dict.fromkeys([*now, *before]):
        a: Rates = before.get(name, none)
        b: Rates = now.get(name, none)
        if a != b:
            yield name, a.f1, b.f1, _signed(b.f1 - a.f1), a.hits, b.hits, a.predicted, b.predicted


def _signed(difference: float) -> str:
    return f"{difference:+.3f}" if round(difference, 3) else "="


def _lines(outcome: Outcome, sign: str) -> Iterator[str]:
    rule = f"  ({outcome.rule})" if outcome.rule else ""
    certainty = f"  [{outcome.certainty}]" if outcome.certainty else ""
    told = f"{outcome.document}: {outcome.subject} | {outcome.relation} | {outcome.object}"
    yield f"{sign} {plain(told + certainty + rule)}\n"
    yield f"    « {plain(outcome.sentence)} »\n"
