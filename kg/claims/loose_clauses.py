"""Clauses on a noun that the parser ties to a verb: « …, revendiqué par X », « … qui a tué Y ».

Behind a comma, without subject or auxiliary, and of a verb that is said of events, a participle is
on the nearest event noun before it that agrees with it.  A relative clause is on the noun that its
pronoun follows.
"""

from __future__ import annotations

from dataclasses import replace

from kg.claims.event_triggers import forms
from kg.claims.event_words import EventWords, event_words
from kg.records import Analysis, Sentence, Token
from kg.syntax import Tree

LOOSE = ("conj", "advcl", "xcomp", "parataxis", "acl", "amod", "appos")
ON_NOUN, RELATIVE = "acl", "acl:relcl"
INSIDE_NAME = "flat"
AGREE = ("Gender", "Number")


def with_tied_clauses(analysis: Analysis) -> Analysis:
    """`analysis` with the clauses on nouns depending on these."""
    tree, data = Tree(analysis), event_words()
    sentences = tuple(_tied(sentence, tree, data) for sentence in analysis.sentences)
    return replace(analysis, sentences=sentences)


def _tied(sentence: Sentence, tree: Tree, data: EventWords) -> Sentence:
    said_of_events = data.claiming_verbs | data.blaming_verbs | data.doing_verbs
    tokens = list(sentence.tokens)
    for position, token in enumerate(tokens):
        if _is_loose(token, tokens[:position], tree) and forms(token) & said_of_events:
            noun, dep = _event_before(token, tokens[:position], data), ON_NOUN
        elif token.dep == RELATIVE and tree.head(token).pos in ("VERB", "AUX"):
            noun, dep = _noun_before_pronoun(token, tree), RELATIVE
        else:
            continue
        if noun is not None:
            tokens[position] = replace(token, dep=dep, head=noun.index)
    return replace(sentence, tokens=tuple(tokens))


def _noun_before_pronoun(verb: Token, tree: Tree) -> Token | None:
    """The noun that the relative pronoun of the clause of `verb` stands behind."""
    pronouns = [t for t in tree.children(verb) if t.morph.get("PronType") == "Rel"]
    if not pronouns or not pronouns[0].index or pronouns[0].index > verb.index:
        return None
    before = tree.tokens[pronouns[0].index - 1]
    while before.dep.startswith(INSIDE_NAME) and before.head < before.index:
        before = tree.head(before)
    return before if before.pos in ("NOUN", "PROPN") else None


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
