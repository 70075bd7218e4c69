"""Precision, recall and F1 over all articles, as a whole and by relation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kg.evaluation.gold import Fact
from kg.evaluation.matching import Matched

_PLAIN = "asserted"


@dataclass(frozen=True, slots=True)
class Rates:
    """Right ones (`hits`) of those `predicted` and of those in the `gold`."""

    hits: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of the predicted that is right."""
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """`certainty` is the share of the right claims whose certainty is right; `hedged` the share of
    those that the gold does not assert whose certainty is right (None where there are none)."""

    articles: int
    entities: Rates
    claims: Rates
    relations: dict[str, Rates]
    certainty: float
    hedged: float | None


def score(articles: Iterable[Matched]) -> Scores:
    """The scores of compared articles."""
    matched = list(articles)
    hits = [pair for article in matched for pair in article.hits]
    hedged = [(g, f) for g, f in hits if g.certainties[0] != _PLAIN]
    relations = _by_relation(matched)
    return Scores(
        articles=len(matched),
        entities=_entities(matched),
        claims=Rates(
            len(hits),
            sum(rates.predicted for rates in relations.values()),
            sum(rates.gold for rates in relations.values()),
        ),
        relations=relations,
        certainty=_certain(hits) or 0.0,
        hedged=_certain(hedged),
    )


def _by_relation(matched: list[Matched]) -> dict[str, Rates]:
    hits: Counter[str] = Counter()
    predicted: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    seen: set[str] = set()
    for article in matched:
        right = [fact for fact, _ in article.hits]
        seen.update(fact.relation for fact in (*article.gold.facts, *article.wrong))
        hits.update(fact.relation for fact in right)
        gold.update(fact.relation for fact in (*right, *article.missed))
        predicted.update(fact.relation for fact in (*right, *article.wrong))
    names = sorted(seen, key=lambda name: (-gold[name], name))
    return {name: Rates(hits[name], predicted[name], gold[name]) for name in names}


def _entities(matched: list[Matched]) -> Rates:
    return Rates(
        sum(len(article.aligned) for article in matched),
        sum(len(set(article.aligned.values()) | _used(article.found.facts)) for article in matched),
        sum(len(article.gold.things) for article in matched),
    )


def _used(facts: Iterable[Fact]) -> set[str]:
    ends = (end for fact in facts for end in (fact.subject, fact.object))
    return {end for end in ends if isinstance(end, str)}


def _certain(pairs: list[tuple[Fact, Fact]]) -> float | None:
    if not pairs:
        return None
    return sum(found.certainties[0] in gold.certainties for gold, found in pairs) / len(pairs)
