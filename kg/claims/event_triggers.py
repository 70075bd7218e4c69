"""Finds the words of a document that tell an event, with the kind that they tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.claims.event_words import EventWords, NounTrigger, VerbTrigger
from kg.claims.grammar import Grammar
from kg.claims.language import fold
from kg.claims.lexicon import words
from kg.records import Sentence, Token

PHRASE = 7
"""How many tokens after a noun may still belong to its phrase."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells an event of `kind`, with what names the kind, between `start` and `end`.

    `of` are the roles of an actor after *de* (none: the doer's), `object` those of what the verb is
    done to.
    """

    token: Token
    kind: str
    start: int
    end: int
    of: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    target_prepositions: frozenset[str] = frozenset()
    needs: str = ""
    intransitive: bool = False

    @property
    def is_verb(self) -> bool:
        """Whether a verb tells the event."""
        return bool(self.object) or self.token.pos == "VERB"


def find_triggers(
    sentence: Sentence, grammar: Grammar, data: EventWords, *, taken: frozenset[int]
) -> list[Trigger]:
    """The triggers of `sentence` in text order; a word tells one event at most.

    The tokens `taken` are names of something else ("le RAID").
    """
    found: list[Trigger] = []
    for token in sentence.tokens:
        if token.index in taken or (found and token.start < found[-1].end):
            continue
        trigger = _noun_trigger(token, sentence, data) or _verb_trigger(token, grammar, data)
        if trigger:
            found.append(trigger)
    return found


def forms(token: Token) -> frozenset[str]:
    """The ways in which the data may write `token`: its words, its lemma, a verb's infinitive."""
    return _forms(token.text, token.lemma, token.pos == "VERB")


@lru_cache(maxsize=65536)
def _forms(text: str, lemma: str, verb: bool) -> frozenset[str]:
    word = fold(text)
    found = {word, fold(lemma)}
    if verb and word == fold(lemma):
        endings = words().infinitives
        found |= {word.removesuffix(e) + r for e, r in endings.items() if word.endswith(e)}
    return frozenset(found)


def phrase(token: Token, sentence: Sentence) -> Iterator[Token]:
    """The tokens after `token` that may belong to its noun phrase: up to a verb or stop."""
    first = token.index - sentence.tokens[0].index + 1
    for other in sentence.tokens[first : first + PHRASE]:
        if other.text in (",", ".", ";", ":", "(", "?", "!") or other.pos in ("AUX", "CCONJ"):
            return
        if other.pos == "VERB" and other.morph.get("VerbForm") != "Part":
            return
        yield other


def _noun_trigger(token: Token, sentence: Sentence, data: EventWords) -> Trigger | None:
    if token.pos not in ("NOUN", "PROPN", "ADJ"):
        return None
    for entry in data.by_noun(forms(token)):
        if not entry.having:
            return _noun(token, token.end, entry)
        for other in phrase(token, sentence):
            if forms(other) & entry.having:
                return _noun(token, other.end, entry)
    return None


def _noun(token: Token, end: int, entry: NounTrigger) -> Trigger:
    return Trigger(token, entry.kind, token.start, end, of=entry.of)


def _verb_trigger(token: Token, grammar: Grammar, data: EventWords) -> Trigger | None:
    if token.pos not in ("VERB", "ADJ") and not grammar.is_participle(token):
        return None
    for entry in data.verbs:
        if forms(token) & entry.verbs and _fits(token, entry, grammar):
            return Trigger(
                token,
                entry.kind,
                token.start,
                token.end,
                object=entry.object,
                target_prepositions=entry.target_prepositions,
                needs=entry.needs,
                intransitive=entry.intransitive,
            )
    return None


def _fits(verb: Token, entry: VerbTrigger, grammar: Grammar) -> bool:
    if entry.reflexive and not _is_reflexive(verb, grammar):
        return False
    if entry.subjects:
        told = {fold(t.lemma) for t in grammar.subjects(verb) + grammar.objects(verb)}
        return bool(told & entry.subjects)
    if entry.having:
        return any(forms(t) & entry.having for t in grammar.tree.subtree(verb))
    return True


def _is_reflexive(verb: Token, grammar: Grammar) -> bool:
    before = grammar.tree.tokens[max(0, verb.index - 5) : verb.index]
    own = [t for t in before if t.head in (verb.index, grammar.tree.head(verb).index)]
    return any(fold(t.text) in grammar.words.reflexives for t in own)
