"""Who or what a word refers to, as the one who fills a role of an event."""

from __future__ import annotations

from kg.claims.described import PERSON, as_entity, describe, is_people, says_nothing
from kg.claims.event_role import COUNTRY, TARGET, VICTIM, Role
from kg.claims.event_triggers import forms
from kg.claims.event_words import EventWords
from kg.claims.grammar import Grammar
from kg.claims.language import fold
from kg.claims.referents import Referents
from kg.records import Document, Entity, Span, Token, Value


class Fillers:
    """Finds the fillers of roles: things with a name, people and things that only words tell."""

    def __init__(
        self, grammar: Grammar, referents: Referents, data: EventWords, document: Document
    ) -> None:
        self._grammar = grammar
        self._tree = grammar.tree
        self._referents = referents
        self._data = data
        self._document = document

    def fill(
        self, names: tuple[str, ...], tokens: list[Token], predicate: Token, *, kind: str
    ) -> list[Role]:
        """The roles `names` of an event of `kind`, as `predicate` tells that `tokens` have them."""
        found = []
        for token in tokens:
            for name in names:
                filler = self._filler(token, name, kind)
                if filler and name == TARGET and self._is_street(filler[0]):
                    continue
                thing = None if filler else self.thing(token, name)
                if filler:
                    found.append(Role(name, self._worded(filler[0], name), filler[1], predicate))
                elif thing:
                    found.append(Role(name, thing[0], thing[1], predicate))
        return found

    def _is_street(self, entity: Entity) -> bool:
        """« sur l'avenue X »: where, rather than what was hit."""
        return fold(entity.name).split(" ")[0].split("-")[0] in self._data.streets

    def _worded(self, entity: Entity, name: str) -> Entity | Value:
        """`entity`, or only its words where it is someone unnamed who is hit."""
        known = entity.id in self._referents.entities
        one = name in (TARGET, VICTIM) and entity.type == PERSON
        return Value(entity.name) if one and not known else entity

    def _is_someone(self, token: Token, named: tuple[Entity, Span]) -> bool:
        """« un Palestinien », « deux Russes »: people of a country, not the country."""
        if named[0].type != COUNTRY or named[1] != Span(token.start, token.end):
            return False
        before = self._tree.tokens[token.index - 1] if token.index else token
        return before.pos == "NUM" or fold(before.text) in self._grammar.words.indefinites

    def thing(self, token: Token, name: str) -> tuple[Value, Span] | None:
        """Something hit that has no name: « un fourgon de police »."""
        if name != TARGET or token.pos != "NOUN" or not forms(token) & self._data.objects:
            return None
        span = describe(token, self._grammar).span
        return Value(self._document.text[span.start : span.end]), span

    def _attacks(self, token: Token) -> bool:
        """« l'assaillant a été tué »: no victim of the attack, but who made it."""
        definite = any(forms(t) & self._data.definites for t in self._tree.children(token, "det"))
        told = forms(token) & (self._grammar.words.attackers | self._data.suspect_words)
        return definite and bool(told) and token.morph.get("Number") != "Plur"

    def _filler(self, token: Token, name: str, kind: str) -> tuple[Entity, Span] | None:
        """What `token` refers to: an actor stands behind who acts, not behind who is killed."""
        people = is_people(token, self._grammar)
        if name == VICTIM and self._attacks(token):
            return None
        hit = name == VICTIM or (name == TARGET and kind in self._data.person_kinds)
        named = self._referents.at(token, stand_for="" if people and hit else "actor target place")
        if named and not self._is_someone(token, named):
            return named
        if not people and not named:
            return None
        description = describe(token, self._grammar)
        if name == VICTIM and says_nothing(description, self._grammar):
            return None
        return as_entity(description, self._document), description.span
