"""With what: the weapons of the events that a sentence tells."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.event_role import WEAPON, Role
from kg.claims.event_triggers import Trigger, forms
from kg.claims.event_words import EventWords
from kg.claims.grammar import Grammar
from kg.records import Document, Sentence, Span, Token, Value


class WeaponFinder:
    """Finds what an attack was made with."""

    def __init__(self, grammar: Grammar, data: EventWords, document: Document) -> None:
        self._grammar = grammar
        self._data = data
        self._document = document

    def of(self, sentence: Sentence, triggers: list[Trigger]) -> Iterator[tuple[Token, Role]]:
        """The weapons named in `sentence`: vehicles only where rigged or driven at people."""
        data = self._data
        driven = any(t.kind == data.driven_kind for t in triggers)
        for position, token in enumerate(sentence.tokens):
            if token.pos not in ("NOUN", "PROPN") or not forms(token) & data.weapons:
                continue
            following = sentence.tokens[position + 1 : position + 3]
            arm = forms(token) & data.arm_nouns
            adjectives = data.weapon_adjectives | (data.arm_adjectives if arm else frozenset())
            marked = [t for t in following if forms(t) & adjectives]
            vehicle = bool(forms(token) & data.vehicles)
            if (vehicle and not marked and not driven) or self._is_idle(token, triggers):
                continue
            before = sentence.tokens[max(0, position - 2) : position]
            by_means = any(forms(t) & data.weapon_prepositions for t in before)
            if not (marked or by_means or vehicle):
                continue
            end = marked[-1].end if marked else token.end
            text = " ".join(self._document.text[token.start : end].split())
            yield token, Role(WEAPON, Value(text), Span(token.start, end), token)

    def _is_idle(self, weapon: Token, triggers: list[Trigger]) -> bool:
        """Whether the weapon is found, bought or hit rather than used."""
        verb = self._grammar.governor(weapon)
        if verb is None:
            return False
        if forms(verb) & self._data.idle_verbs:
            return True
        hit = [t.token for t in triggers if t.object and t.kind != self._data.driven_kind]
        hits = verb in hit or forms(verb) & (self._data.aiming_verbs | self._data.ramming_verbs)
        driven = forms(verb) & self._data.driving_verbs
        return bool(hits and not driven) and weapon in self._grammar.objects(verb)
