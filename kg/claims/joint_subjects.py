"""Two subjects of which the parser takes the first for a sentence of its own.

« Les FDS et l'armée ont repris Raqqa »: the first noun has no verb, and the clause behind « et » is
joined to it.  Both are subjects, and what stands behind the verb is the verb's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.records import Analysis, Sentence, Token
from kg.syntax import Tree

NOUNS = ("NOUN", "PROPN", "X")
STOPS = (",", ":", ";", "(", ")")
OBLIQUE, OBJECT, JOINED = "obl:mod", "obj", "conj"


def with_joint_subjects(analysis: Analysis) -> Analysis:
    """`analysis` with both nouns before such a verb as its subjects."""
    tree = Tree(analysis)
    sentences = tuple(_mended(sentence, tree) for sentence in analysis.sentences)
    return replace(analysis, sentences=sentences)


def _mended(sentence: Sentence, tree: Tree) -> Sentence:
    changed: dict[int, Token] = {}
    for verb in sentence.tokens:
        if verb.dep == JOINED and verb.pos == "VERB" and not changed:
            changed = dict(_changes(verb, tree))
    if not changed:
        return sentence
    return replace(sentence, tokens=tuple(changed.get(t.index, t) for t in sentence.tokens))


def _changes(verb: Token, tree: Tree) -> Iterator[tuple[int, Token]]:
    first = tree.head(verb)
    subjects = tree.children(verb, "nsubj")
    if not subjects or not _stands_alone(first, tree):
        return
    second = subjects[0]
    between = tree.tokens[first.index + 1 : second.index]
    joining = [t for t in between if t.pos == "CCONJ"]
    apart = any(t.text in STOPS or t.pos in ("VERB", "AUX") for t in between)
    if len(joining) != 1 or apart or not first.index < second.index < verb.index:
        return
    root = first.head == first.index
    yield verb.index, replace(verb, dep=first.dep, head=verb.index if root else first.head)
    yield first.index, replace(first, dep=second.dep, head=verb.index)
    yield second.index, replace(second, dep=JOINED, head=first.index)
    yield joining[0].index, replace(joining[0], head=second.index)
    yield from _behind(verb, first, tree)


def _stands_alone(noun: Token, tree: Tree) -> bool:
    """Whether `noun`, with an article, has no verb and is nobody's subject."""
    clause = tree.children(noun, "nsubj", "cop", "aux")
    article = tree.children(noun, "det")
    return noun.pos in NOUNS and bool(article) and not clause and not noun.dep.startswith("nsubj")


def _behind(verb: Token, first: Token, tree: Tree) -> Iterator[tuple[int, Token]]:
    """What depends on the first noun but stands behind the verb."""
    object_told = bool(tree.children(verb, "obj"))
    for token in tree.children(first):
        if token.index <= verb.index:
            continue
        if token.pos in NOUNS:
            free = not tree.children(token, "case") and not object_told
            yield token.index, replace(token, dep=OBJECT if free else OBLIQUE, head=verb.index)
            object_told = object_told or free
        else:
            yield token.index, replace(token, head=verb.index)
