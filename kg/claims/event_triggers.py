"""Finds the words of a document that tell an event, with the kind that they tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile

from kg.claims.event_words import EventWords, NounTrigger, VerbTrigger
from kg.claims.grammar import Grammar
from kg.claims.language import fold
from kg.claims.lexicon import words
from kg.records import Sentence, Token

QUOTES = ("«", "»", '"', "“", "”")
PHRASE = 7
"""How many tokens after a noun may still belong to its phrase."""
NAME = 12
"""How many tokens after a noun its name may end."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells an event of `kind`, with what names the kind, between `start` and `end`.

    `name` is the event's own ("Barkhane").  `of` are the roles of an actor after *de* (none: the
    doer's), `object` those of what the verb is done to.
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
    name: str = ""

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
        trigger = _noun_trigger(token, grammar, data) or _verb_trigger(token, grammar, data)
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


def _noun_trigger(token: Token, grammar: Grammar, data: EventWords) -> Trigger | None:
    entries = data.by_noun(forms(token)) if token.pos in ("NOUN", "PROPN", "ADJ") else ()
    if not entries or _is_of_weapon(token, grammar, data):
        return None
    for entry in entries:
        if not entry.governors or _is_governed(token, entry, grammar):
            trigger = _as_told(token, entry, grammar, data)
            if trigger:
                return trigger
    return None


def _is_of_weapon(token: Token, grammar: Grammar, data: EventWords) -> bool:
    """« un fusil d'assaut »."""
    if not forms(token) & data.weapon_complements:
        return False
    before = grammar.tree.tokens[max(0, token.index - 2) : token.index]
    return len(before) == 2 and bool(forms(before[0]) & data.weapons)


def _as_told(noun: Token, entry: NounTrigger, grammar: Grammar, data: EventWords) -> Trigger | None:
    """The trigger that `noun` is as `entry`, if what that asks for is there."""
    if entry.named:
        name = _own_name(noun, grammar, data)
        told = " ".join(t.text for t in name)
        return replace(_noun(noun, name[-1].end, entry), name=fold(told)) if name else None
    if not entry.having:
        return _noun(noun, noun.end, entry)
    near = phrase(noun, grammar.tree.sentence(noun))
    marks = (other.end for other in near if forms(other) & entry.having)
    end = next(marks, 0)
    return _noun(noun, end, entry) if end else None


def _is_governed(noun: Token, entry: NounTrigger, grammar: Grammar) -> bool:
    governor = grammar.governor(noun)
    verbs = [*([governor] if governor else []), *grammar.tree.children(noun, "acl", "acl:relcl")]
    return any(forms(verb) & entry.governors for verb in verbs)


def _own_name(noun: Token, grammar: Grammar, data: EventWords) -> list[Token]:
    """The name behind `noun`, beside it or after a word of christening."""
    following = [t for t in grammar.tree.sentence(noun).tokens if t.index > noun.index][:NAME]
    christened = next((t for t in following[:PHRASE] if forms(t) & data.christening), noun)
    behind = [t for t in following if t.index > christened.index]
    if behind and behind[0].text in QUOTES:
        return list(takewhile(lambda t: t.text not in QUOTES, behind[1:]))
    linking = grammar.words.complement_prepositions
    words = takewhile(
        lambda t: _is_capital(t) or fold(t.lemma) in linking or t.pos == "DET", behind
    )
    name = list(words)
    capitals = [n for n, t in enumerate(name) if _is_capital(t)]
    return name[: capitals[-1] + 1] if capitals and capitals[0] == 0 else []


def _is_capital(token: Token) -> bool:
    return token.text[0].isupper()


def _noun(token: Token, end: int, entry: NounTrigger) -> Trigger:
    return Trigger(token, entry.kind, token.start, end, of=entry.of)


def _verb_trigger(token: Token, grammar: Grammar, data: EventWords) -> Trigger | None:
    entries = data.by_verb(forms(token))
    if not entries or (token.pos not in ("VERB", "ADJ") and not grammar.is_participle(token)):
        return None
    for entry in entries:
        if _fits(token, entry, grammar):
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
    if entry.instruments:
        return any(forms(t) & entry.instruments for t in grammar.subjects(verb))
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
