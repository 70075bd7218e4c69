"""How well names are found: strict, a name counts where both its ends and its label are right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from kg.evaluation.rules import family
from kg.evaluation.scores import Rates
from kg.records import Mention, Name

LABELS: Mapping[str, str] = {"person": "PER", "place": "LOC", "organisation": "ORG"}
"""The model's label of each family of classes that names are measured of."""

_PLACE = LABELS["place"]
_PROPER = re.compile(r"\b[^\W_a-zà-öø-ÿœ]")


def stated_names(mentions: Iterable[Mention]) -> Iterator[Name]:
    """The names among the mentions of a document, labelled by the family of their class.

    A place is named without the common nouns before its name (« province de »).
    """
    for mention in mentions:
        label = LABELS.get(family(mention.type)) if mention.kind == "name" else None
        start = mention.start + _before_capital(mention.text) if label == _PLACE else mention.start
        if label and start < mention.end:
            yield Name(start, mention.end, label)


def _before_capital(text: str) -> int:
    """How many characters stand before the first word of `text` with a capital or a figure."""
    found = _PROPER.search(text)
    return found.start() if found else len(text)


def score_names(
    compared: Iterable[tuple[Iterable[Name], Iterable[Name]]],
) -> Mapping[str, Rates]:
    """The rates of each label, and of "all", over articles with annotated and found names.

    Names of other labels than those of `LABELS` are left out.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for annotated, found in compared:
        gold, stated = frozenset(annotated), frozenset(found)
        for kind, names in (("hits", gold & stated), ("predicted", stated), ("gold", gold)):
            counts.update((kind, name.label) for name in names)
    rates = {label: _rates(counts, (label,)) for label in LABELS.values()}
    return {"all": _rates(counts, tuple(LABELS.values())), **rates}


def _rates(counts: Counter[tuple[str, str]], labels: tuple[str, ...]) -> Rates:
    hits, predicted, gold = (
        sum(counts[kind, label] for label in labels) for kind in ("hits", "predicted", "gold")
    )
    return Rates(hits, predicted, gold)
