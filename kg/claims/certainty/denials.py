"""Denials: "ne … pas", "aucune attaque", "personne ne …", "ni … ni"."""

from __future__ import annotations

from kg.claims.certainty.data import NEGATED, SURE, CertaintyData, Doubt, Negation
from kg.claims.language import fold
from kg.claims.verbs import clause_of, verb_group
from kg.records import Token
from kg.syntax import Tree

NOMINALS = ("nsubj", "obj", "obl", "iobj")


def denied(tree: Tree, data: CertaintyData, token: Token) -> Doubt:
    """Whether the clause of `token` is denied."""
    words = _denials(tree, token, data.negation)
    return Doubt(NEGATED, "negation", words) if words else SURE


def none(tree: Tree, data: CertaintyData, noun: Token) -> Doubt:
    """Whether there is none of what `noun` means: "aucune attaque", "pas d'attaque"."""
    negation = data.negation
    for child in tree.children(noun, "det", "case", "advmod", "cc"):
        word = fold(child.text)
        if word in (*negation.none, *negation.alone):
            return Doubt(NEGATED, "none", (child,))
        if word in negation.partitive and child.dep == "det":
            above = denied(tree, data, clause_of(tree, tree.head(noun)))
            if above.level == NEGATED:
                return Doubt(NEGATED, "none", above.words)
    return _no_more(tree, data, noun)


def _no_more(tree: Tree, data: CertaintyData, noun: Token) -> Doubt:
    """ "N'ont plus de combattants", which the parse hangs on "plus"."""
    words = tree.tokens[max(0, noun.index - 2) : noun.index]
    texts = [fold(t.text) for t in words]
    if len(texts) < 2 or texts[1] not in data.negation.partitive:
        return SURE
    above = denied(tree, data, clause_of(tree, tree.head(words[0])))
    return above if texts[0] in data.negation.with_ne else SURE


def _denials(tree: Tree, token: Token, negation: Negation) -> tuple[Token, ...]:
    """The words that deny the clause of `token`, in text order; none where it is not denied.

    "Ne" alone denies only the few verbs of `bare_ne`; "ne … que" denies nothing.
    """
    near = {t.index: t for t in (*_dependents(tree, token), *_around(tree, token, negation))}
    ne = [i for i, t in near.items() if fold(t.text) in negation.ne]
    bare = ne and token.lemma in negation.bare_ne
    denying = [i for i, t in near.items() if _denies(tree, t, negation, has_ne=bool(ne))]
    return tuple(near[i] for i in sorted({*ne, *denying})) if bare or denying else ()


def _dependents(tree: Tree, token: Token) -> list[Token]:
    own = [c for t in verb_group(tree, token) for c in tree.children(t)]
    below = [
        c
        for d in own
        if d.dep.split(":")[0] in NOMINALS
        for c in tree.children(d, "det", "advmod", "cc", "amod", "nmod", "obl")
    ]
    return own + below


def _around(tree: Tree, token: Token, negation: Negation) -> list[Token]:
    """The "ne" before the verb group of `token`, and the words where its second half stands.

    These are the word before the "ne", those up to the verb, and adverbs right behind the verb.
    """
    group = verb_group(tree, token)
    start = group[0].index - 1
    while start >= 0 and tree.tokens[start].pos in ("PRON", "ADV"):
        if fold(tree.tokens[start].text) in negation.ne:
            break
        start -= 1
    if start < 0 or fold(tree.tokens[start].text) not in negation.ne:
        return []
    end = group[-1].index + 1
    while end < len(tree.tokens) and tree.tokens[end].pos == "ADV":
        end += 1
    return list(tree.tokens[max(0, start - 1) : end])


def _denies(tree: Tree, word: Token, negation: Negation, *, has_ne: bool) -> bool:
    text = fold(word.text)
    following = tree.tokens[min(word.index + 1, len(tree.tokens) - 1)]
    if fold(following.text) in negation.not_before and following.dep != "mark":
        return False
    if text in negation.alone:
        return True
    if text in negation.words:
        return has_ne and not tree.children(word, "det")
    return text in negation.with_ne and has_ne and word.pos == "ADV"
