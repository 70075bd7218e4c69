"""Participles on an event that the parser ties to the verb: « …, revendiqué par X ».

Behind a comma, without subject or auxiliary, and of a verb that is said of events, a participle is
on the nearest event noun before it that agrees with it.
"""

from __future__ import annotations

from dataclasses import replace

from kg.claims.event_triggers import forms
from kg.claims.event_words import EventWords, event_words
from kg.records import Analysis, Sentence, Token
from kg.syntax import Tree

LOOSE = ("conj", "advcl", "xcomp", "parataxis", "acl", "amod", "appos")
ON_NOUN = "acl"
AGREE = ("Gender", "Number")


def with_tied_participles(analysis: Analysis) -> Analysis:
    """`analysis` with the participles on events depending on the events' nouns."""
    tree, data = Tree(analysis), event_words()
    sentences = tuple(_tied(sentence, tree, data) for sentence in analysis.sentences)
    return replace(analysis, sentences=sentences)


def _tied(sentence: Sentence, tree: Tree, data: EventWords) -> Sentence:
    said_of_events = data.claiming_verbs | data.blaming_verbs | data.doing_verbs
    tokens = list(sentence.tokens)
    for position, token in enumerate(tokens):
        if not (_is_loose(token, tokens[:position], tree) and forms(token) & said_of_events):
            continue
        noun = _event_before(token, tokens[:position], data)
        if noun is not None:
            tokens[position] = replace(token, dep=ON_NOUN, head=noun.index)
    return replace(sentence, tokens=tuple(tokens))


def _is_loose(token: Token, before: list[Token], tree: Tree) -> bool:
    past = token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") == "Past"
    behind_comma = bool(before) and before[-1].text == ","
    own = tree.children(token, "nsubj", "aux", "cop")
    return past and behind_comma and token.dep in LOOSE and not own


def _event_before(token: Token, before: list[Token], data: EventWords) -> Token | None:
    """The nearest event noun, if it agrees with the participle."""
    for noun in reversed(before):
        if noun.pos == "NOUN" and data.by_noun(forms(noun)):
            return noun if _agree(noun, token) else None
    return None


def _agree(noun: Token, participle: Token) -> bool:
    pairs = ((noun.morph.get(name), participle.morph.get(name)) for name in AGREE)
    return all(a == b for a, b in pairs if a and b)
