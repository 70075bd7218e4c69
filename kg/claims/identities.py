"""Who someone told by what he did or was is: the name in apposition or after a word of naming."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.claims.described import PERSON, is_people
from kg.claims.event_words import EventWords
from kg.claims.grammar import Grammar
from kg.claims.language import fold
from kg.claims.referents import Referents
from kg.records import Entity, Span, Token

REACH = 14
"""How many tokens after a noun its name may stand."""
ENDS = (".", ";", "?", "!")


@dataclass(frozen=True, slots=True)
class Identities:
    """Finds the name of a person described by a noun."""

    grammar: Grammar
    referents: Referents
    data: EventWords

    def apposed(self, noun: Token) -> tuple[Entity, Span] | None:
        """« l'assaillant, X, », « le suspect, un homme de 25 ans nommé X »."""
        return self._apposed(self._following(noun))

    def told(self, noun: Token) -> tuple[Entity, Span] | None:
        """« le suspect se nomme X », « l'auteur serait X »."""
        return self._told(self._following(noun))

    def _following(self, noun: Token) -> Sequence[Token]:
        if noun.morph.get("Number") == "Plur":
            return []
        sentence = self.grammar.tree.sentence(noun).tokens
        offset = noun.index - sentence[0].index + 1
        return sentence[offset : offset + REACH]

    def _apposed(self, following: Sequence[Token]) -> tuple[Entity, Span] | None:
        """The name between the first comma and the next stop."""
        comma = next((n for n, t in enumerate(following) if t.text == ","), None)
        if comma is None or any(self._is_verb(t) for t in following[:comma]):
            return None
        inside = following[comma + 1 :]
        for position, token in enumerate(inside):
            found = self._person(token)
            if found:
                return found if self._is_alone(inside, found) else None
            opens = position == 0 and token.pos in ("DET", "NUM")
            if not opens and (token.text == "," or token.pos in ("AUX", "PRON", "CCONJ")):
                return None
            if self._is_verb(token) and not self._names(token):
                return None
        return None

    def _is_verb(self, token: Token) -> bool:
        describes = {fold(token.lemma), fold(token.text)} & self.grammar.words.describing
        return token.pos in ("VERB", "AUX") and not describes

    def _told(self, following: Sequence[Token]) -> tuple[Entity, Span] | None:
        """The name after a verb of naming, or after *être*."""
        named = False
        for token in following:
            if token.text in (*ENDS, ",") or token.pos == "CCONJ":
                return None
            named = named or self._names(token) or token.lemma == self.grammar.words.copula
            found = self._person(token)
            if found:
                return found if named else None
            inside = token.pos in ("NOUN", "ADP") and fold(token.text) not in self.data.naming_links
            if (named and inside) or (token.pos == "VERB" and not self._names(token)):
                return None
        return None

    def _names(self, token: Token) -> bool:
        return bool({fold(token.lemma), fold(token.text)} & self.data.naming_verbs)

    def _person(self, token: Token) -> tuple[Entity, Span] | None:
        """The named person whose mention begins with `token`; not « un ami de X »."""
        found = self.referents.mention(token)
        if found is None or found[0].type != PERSON or not token.text[0].isupper():
            return None
        tree, words = self.grammar.tree, self.grammar.words
        first = tree.covering(found[1].start, found[1].end)[0]
        before = [fold(t.text) for t in tree.tokens[max(0, first.index - 2) : first.index]]
        linked = before[-1:] and before[-1] in words.complement_prepositions
        if linked and before[0] not in self.data.naming_links:
            return None
        return None if is_people(token, self.grammar) else found

    @staticmethod
    def _is_alone(inside: Sequence[Token], found: tuple[Entity, Span]) -> bool:
        """Whether no other name is enumerated with `found`."""
        behind = [t for t in inside if t.start >= found[1].end]
        return not behind or behind[0].pos != "CCONJ"
