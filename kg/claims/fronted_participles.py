"""Participles that open a sentence and belong to its subject: « Soutenu par X, Y progresse ».

The parser takes them for the main verb, or ties them to it.
"""

from __future__ import annotations

from dataclasses import replace

from kg.records import Analysis, Sentence, Token
from kg.syntax import Tree

ON_NOUN = "acl"
JOINED = ("conj", "parataxis", "ccomp", "appos", "dep")
AGREE = ("Gender", "Number")


def with_fronted_participles(analysis: Analysis) -> Analysis:
    """`analysis` with each participle at the start of a sentence depending on the subject."""
    tree = Tree(analysis)
    sentences = tuple(_tied(sentence, tree) for sentence in analysis.sentences)
    return replace(analysis, sentences=sentences)


def _tied(sentence: Sentence, tree: Tree) -> Sentence:
    first = sentence.tokens[0]
    subject = _subject(first, sentence, tree) if _is_bare(first, tree) else None
    if subject is None:
        return sentence
    verb = tree.head(subject)
    changed = {first.index: replace(first, dep=ON_NOUN, head=subject.index)}
    if verb.head == first.index:
        root = first.head == first.index
        head = verb.index if root else first.head
        changed[verb.index] = replace(verb, dep=first.dep, head=head)
    return replace(sentence, tokens=tuple(changed.get(t.index, t) for t in sentence.tokens))


def _is_bare(token: Token, tree: Tree) -> bool:
    """A past participle without subject, auxiliary or article."""
    past = token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") == "Past"
    return past and not tree.children(token, "nsubj", "aux", "cop", "det")


def _subject(first: Token, sentence: Sentence, tree: Tree) -> Token | None:
    """The subject right behind the comma that closes the participle's clause, if it agrees."""
    commas = [t for t in sentence.tokens if t.text == ","]
    if not commas:
        return None
    behind = [t for t in sentence.tokens if t.index > commas[0].index]
    for token in behind:
        if token.pos in ("VERB", "AUX"):
            return None
        if token.dep.startswith("nsubj"):
            verb = tree.head(token)
            tied = verb.head == first.index and verb.dep.split(":")[0] in JOINED
            return token if (tied or first.head == verb.index) and _agree(token, first) else None
    return None


def _agree(noun: Token, participle: Token) -> bool:
    pairs = ((noun.morph.get(name), participle.morph.get(name)) for name in AGREE)
    return all(a == b for a, b in pairs if a and b)
