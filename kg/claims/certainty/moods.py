"""Tense and mood: the conditional, the future, the subjunctive."""

from __future__ import annotations

from kg.claims.certainty.data import ASSERTED, POSSIBLE, SURE, CertaintyData, Doubt, doubt
from kg.claims.certainty.openings import is_condition
from kg.claims.forms import is_conditional, is_future
from kg.claims.language import fold
from kg.claims.verbs import is_past, verb_group
from kg.records import Token
from kg.syntax import Tree


def mood(tree: Tree, data: CertaintyData, token: Token) -> Doubt:
    """What the tense and mood of the verb group of `token` say."""
    group = verb_group(tree, token)
    if any(is_conditional(t) for t in group):
        return doubt(_conditional(tree, data, token), "mood", *group)
    if any(is_future(t) for t in group):
        level = ASSERTED if _retrospective(tree, data, token) else data.future
        return doubt(level, "mood", *group)
    return SURE


def subjunctive(tree: Tree, data: CertaintyData, token: Token) -> Doubt:
    """A subjunctive after "que" that no concession ("bien que") opens, of no known governor."""
    group = verb_group(tree, token)
    marks = [t for t in tree.children(token, "mark") if fold(t.text) in data.that]
    if not marks or all(t.morph.get("Mood") != "Sub" for t in group):
        return SURE
    if token.dep == "conj" or data.governor(tree.head(token)) is not None:
        return SURE
    before = tree.tokens[marks[0].index - 1] if marks[0].index else marks[0]
    conceded = fold(before.text) in data.conceding
    return SURE if conceded else Doubt(POSSIBLE, "subjunctive", tuple(group))


def _conditional(tree: Tree, data: CertaintyData, token: Token) -> str:
    compound = bool(tree.children(token, "aux:tense"))
    if not compound and _under_past_speech(tree, data, token):
        return data.future_in_past
    clauses = tree.children(token, "advcl")
    conditions = any(is_condition(tree, c) for c in clauses)
    if conditions or token.lemma in data.consequence:
        return data.conditional_of_consequence
    return data.conditional


def _under_past_speech(tree: Tree, data: CertaintyData, token: Token) -> bool:
    head = tree.head(token)
    governor = data.governor(head)
    return (
        token.dep in ("ccomp", "xcomp")
        and governor is not None
        and (bool(governor.that) or governor.name in ("speech", "hearsay"))
        and is_past(tree, head)
    )


def _retrospective(tree: Tree, data: CertaintyData, token: Token) -> bool:
    """A future perfect that sums up: "aura donc fait trois morts", "il aura fallu un an"."""
    words = [c for t in verb_group(tree, token) for c in tree.children(t)]
    summing = token.lemma in data.taking or any(w.lemma in data.retrospective for w in words)
    return summing and bool(tree.children(token, "aux:tense"))
