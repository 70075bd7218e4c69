"""What is only asked: questions, and headlines without a verb."""

from __future__ import annotations

from kg.claims.certainty.data import SURE, CertaintyData, Doubt
from kg.claims.sources import occurrences
from kg.records import Token
from kg.syntax import Tree

MARK = "?"


def asked(tree: Tree, data: CertaintyData, token: Token) -> Doubt:
    """The doubt on what a sentence asks, outside its relative and adverbial clauses."""
    marks = [t for t in tree.sentence(token).tokens[-2:] if t.text == MARK]
    if not marks:
        return SURE
    openings = occurrences(tree, token, tuple(data.asking))
    asking = [w.index for words in openings for w in words]
    above = [token, *tree.ancestors(token)]
    aside = [tree.head(t) for t in above if t.dep in ("acl:relcl", "advcl")]
    told = any(t.index not in asking and t.head not in asking for t in aside)
    return SURE if told else Doubt(data.question, "question", tuple(marks))


def asked_headline(tree: Tree, data: CertaintyData, noun: Token) -> Doubt:
    """The doubt on the noun of a question without a verb: "Vers une prise de la ville ?".

    What stands before a colon is told, but for "Attaque : bluff ou réalité ?".
    """
    after = [t for t in tree.sentence(noun).tokens if t.index > noun.index]
    verdict = any(t.lemma in data.verdicts for t in after)
    told = (any(t.text == ":" for t in after) and not verdict) or tree.children(noun, "acl:relcl")
    return SURE if told or noun.dep.lower() != "root" else asked(tree, data, noun)
