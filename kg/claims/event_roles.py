"""Who and what takes part in an event, from the grammar around the word that tells it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.claims.described import as_entity, describe, is_people
from kg.claims.event_triggers import Trigger, forms
from kg.claims.event_words import EventWords
from kg.claims.grammar import Grammar
from kg.claims.language import fold
from kg.claims.referents import Referents
from kg.records import Document, Entity, Span, Token, Value

DOER, CLAIMER, TARGET, VICTIM, PLACE, WEAPON = (
    "doer",
    "claimer",
    "target",
    "victim",
    "place",
    "weapon",
)


@dataclass(frozen=True, slots=True)
class Role:
    """What fills a role of an event, where it stands, and the word whose certainty it shares."""

    name: str
    filler: Entity | Value
    span: Span
    predicate: Token


class RoleFinder:
    """Reads the roles of one trigger at a time."""

    def __init__(
        self, grammar: Grammar, referents: Referents, data: EventWords, document: Document
    ) -> None:
        self._grammar = grammar
        self._tree = grammar.tree
        self._referents = referents
        self._data = data
        self._document = document

    def roles(self, trigger: Trigger) -> list[Role]:
        """The roles that the words around `trigger` tell."""
        return self._of_verb(trigger) if trigger.is_verb else self._of_noun(trigger)

    def _of_verb(self, trigger: Trigger) -> list[Role]:
        verb = trigger.token
        found = self._fill((DOER,), self._grammar.subjects(verb), verb)
        found += self._fill(trigger.object, self._grammar.objects(verb), verb)
        if trigger.target_prepositions:
            hit = self._grammar.obliques(verb, trigger.target_prepositions)
            found += self._fill((TARGET,), hit, verb)
        return found

    def _of_noun(self, trigger: Trigger) -> list[Role]:
        found: list[Role] = []
        for token in self._tree.covering(trigger.start, trigger.end):
            found += self._complements(token, trigger)
            for verb in self._tree.children(token, "acl"):
                found += self._around(verb, token, trigger)
        governor = self._grammar.governor(trigger.token)
        if governor:
            found += self._around(governor, trigger.token, trigger)
        found += self._responsibility(trigger)
        return found

    def _complements(self, token: Token, trigger: Trigger) -> list[Role]:
        noun = trigger.token
        data, grammar = self._data, self._grammar
        found = self._fill((TARGET,), grammar.obliques(token, data.target_prepositions), noun)
        found += self._fill((DOER,), grammar.obliques(token, data.doer_prepositions), noun)
        of = grammar.obliques(token, grammar.words.complement_prepositions)
        of = [t for t in of if t.start >= trigger.end]
        found += self._fill(trigger.of or (DOER,), of, noun)
        adjectives = [t for t in self._tree.children(token, "amod") if self._referents.mention(t)]
        return found + self._fill((DOER,), adjectives, noun)

    def _around(self, verb: Token, noun: Token, trigger: Trigger) -> list[Role]:
        """The roles that `verb` gives, of which the event is subject, object or oblique."""
        data, grammar = self._data, self._grammar
        lemma = fold(verb.lemma)
        if noun in grammar.objects(verb):
            subjects = grammar.subjects(verb)
            if lemma in data.claiming_verbs:
                return self._fill((CLAIMER,), subjects, verb)
            return self._fill((DOER,), subjects, verb) if lemma in data.doing_verbs else []
        if noun in grammar.subjects(verb):
            objects = grammar.objects(verb)
            if lemma in data.aiming_verbs:
                return self._fill((TARGET,), objects, verb)
            return self._fill((VICTIM,), objects, verb) if lemma in data.killing_verbs else []
        if lemma in data.killing_verbs:
            hit = grammar.objects(verb) or grammar.surface_subject(verb)
            return self._fill((VICTIM,), hit, verb)
        if lemma in data.joining_verbs:
            return self._fill((DOER,), grammar.surface_subject(verb), verb)
        return []

    def _responsibility(self, trigger: Trigger) -> list[Role]:
        """« X a reconnu sa responsabilité dans l'attaque »."""
        noun = self._tree.head(trigger.token)
        if not forms(noun) & self._data.responsibility_nouns:
            return []
        verb = self._grammar.governor(noun)
        if verb is None or fold(verb.lemma) not in self._data.responsibility_verbs:
            return []
        subjects = self._grammar.subjects(verb)
        names = (CLAIMER,) if fold(verb.lemma) in self._data.claiming_verbs else (CLAIMER, DOER)
        return self._fill(names, subjects, verb)

    def _fill(self, names: tuple[str, ...], tokens: list[Token], predicate: Token) -> list[Role]:
        found = []
        for token in tokens:
            filler = self._filler(token)
            if filler:
                found += [Role(name, filler[0], filler[1], predicate) for name in names]
        return found

    def _filler(self, token: Token) -> tuple[Entity, Span] | None:
        named = self._referents.at(token, stand_for="actor target place")
        if named:
            return named
        if not is_people(token, self._grammar):
            return None
        description = describe(token, self._grammar)
        return as_entity(description, self._document), description.span
