"""What the parser gets wrong, set right step by step before claims are looked for.

Each step looks at one kind of error and moves words to other heads.  A sentence in which a step
would make words depend on one another in a circle stays as it was before that step.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from kg.claims.compounds import with_compounds
from kg.claims.finite_verbs import with_finite_verbs
from kg.claims.fronted_participles import with_fronted_participles
from kg.claims.joint_subjects import with_joint_subjects
from kg.claims.loose_clauses import with_tied_clauses
from kg.claims.whole_names import with_whole_names
from kg.records import Analysis, Entity
from kg.syntax import is_tree

STEPS: tuple[Callable[[Analysis], Analysis], ...] = (
    with_compounds,
    with_finite_verbs,
    with_joint_subjects,
    with_fronted_participles,
    with_tied_clauses,
)


def mended(analysis: Analysis, entities: Iterable[Entity]) -> Analysis:
    """`analysis` after all steps; the names of `entities` are each one part of their sentence."""
    analysis = _still_trees(analysis, with_whole_names(analysis, entities))
    for step in STEPS:
        analysis = _still_trees(analysis, step(analysis))
    return analysis


def _still_trees(before: Analysis, after: Analysis) -> Analysis:
    """`after`, but the sentences that are no trees any more as they were in `before`."""
    pairs = zip(before.sentences, after.sentences, strict=True)
    sentences = tuple(new if new is old or is_tree(new) else old for old, new in pairs)
    return replace(after, sentences=sentences)
