"""Why an article gives the claims that it gives, step by step, and why a sentence gives none."""

from kg.explanation.building import explanation
from kg.explanation.steps import Explanation

__all__ = ["Explanation", "explanation"]
