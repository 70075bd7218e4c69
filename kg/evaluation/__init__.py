"""How well the extraction does against articles annotated by hand."""

from kg.evaluation.gold import predicted, read_gold
from kg.evaluation.matching import match
from kg.evaluation.names import score_names, stated_names
from kg.evaluation.scores import Rates, Scores, score

__all__ = [
    "Rates",
    "Scores",
    "match",
    "predicted",
    "read_gold",
    "score",
    "score_names",
    "stated_names",
]
