"""What a clause says that its subject is: "est imminente", "reste un objectif"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.certainty.data import NEGATED, POSSIBLE, SURE, CertaintyData, Doubt, doubt
from kg.claims.certainty.denials import denied
from kg.claims.certainty.modifiers import modified
from kg.claims.certainty.moods import mood
from kg.claims.certainty.signs import is_copular, is_to_be
from kg.claims.forms import is_conditional
from kg.claims.verbs import is_infinitive
from kg.records import Token
from kg.syntax import Tree

PARTS = ("xcomp", "obj", "obl", "dep", "amod")


def attribute(tree: Tree, data: CertaintyData, head: Token) -> Doubt:
    """What the clause of `head` makes of its subject, a noun."""
    parts = [head, *tree.children(head, *PARTS)]
    found = [modified(tree, data, part) for part in parts if part.pos == "ADJ"]
    if is_copular(tree, data, head):
        found += [each for part in parts for each in _said(tree, data, head, part)]
    tense = mood(tree, data, head)
    if tense is not SURE and _is_outlook(tree, data, head):
        found.append(Doubt(POSSIBLE, "governor", tense.words))
    return data.strongest(SURE, *found)


def predicated(tree: Tree, data: CertaintyData, head: Token) -> Doubt:
    """What the clause of `head` says that its object is: "a qualifié de fausse l'annonce"."""
    if data.governor(head) is None:
        return SURE
    found = []
    for part in tree.children(head, "xcomp", "obl", "amod"):
        adjective = data.adjective(part)
        if adjective is not None and adjective.level == NEGATED:
            found.append(Doubt(NEGATED, "governor", (part,)))
        elif part.pos == "ADJ":
            found.append(modified(tree, data, part))
    return data.strongest(SURE, *found)


def identified(tree: Tree, data: CertaintyData, token: Token) -> Doubt:
    """What its subject makes of an infinitive: "l'objectif est de former des soldats"."""
    if not is_infinitive(tree, token):
        return SURE
    head = tree.head(token)
    copula = head if head.lemma in data.copulas else token
    found = [
        doubt(governor.level, "governor", subject)
        for subject in tree.children(copula, "nsubj")
        if subject.index != token.head
        and (governor := data.governor(subject)) is not None
        and governor.clauses
    ]
    return data.strongest(SURE, *found)


def _said(tree: Tree, data: CertaintyData, head: Token, part: Token) -> Iterator[Doubt]:
    """What `part` of a copular clause says: "est impossible", "est à craindre", "un objectif"."""
    adjective = data.adjective(part)
    if adjective is not None and adjective.level == NEGATED:
        not_so = denied(tree, data, head) is not SURE
        yield doubt(adjective.denied if not_so else NEGATED, "governor", part)
    governor = data.governor(part)
    if governor is not None and is_to_be(tree, data, part):
        yield doubt(governor.level, "governor", part)
    for level, nouns in data.attributes.items():
        if part.lemma in nouns and not tree.children(part, "case"):
            not_so = level == NEGATED and denied(tree, data, head) is not SURE
            yield SURE if not_so else doubt(level, "governor", part)


def _is_outlook(tree: Tree, data: CertaintyData, head: Token) -> bool:
    """Whether `head`, in the future or conditional, says what its subject is or brings then.

    "prendra des mois", "sera ardue", "changerait la donne"
    """
    arduous = head.pos == "ADJ" and bool(tree.children(head, "cop"))
    outcome = head.lemma in data.outcomes and is_conditional(head)
    return arduous or outcome or data.verb(head) in data.lasting
