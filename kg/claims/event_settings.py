"""Where and when, and who was hit: the roles of an event that its whole sentence may tell."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.counts import NOBODY, Count
from kg.claims.described import GROUP, PERSON, as_entity, describe, is_people, says_nothing
from kg.claims.event_role import COUNTRY, DOER, PLACE, TARGET, VICTIM, Role
from kg.claims.event_triggers import Trigger, forms
from kg.claims.event_words import EventWords
from kg.claims.forms import masculine
from kg.claims.grammar import Grammar
from kg.claims.identities import Identities
from kg.claims.language import fold
from kg.claims.numbers import count_data
from kg.claims.referents import Referents
from kg.claims.time import Dated
from kg.claims.tolls import OTHER
from kg.claims.wordings import date_data
from kg.ontology.model import Ontology
from kg.records import Document, Entity, Sentence, Span, Token, Value

DATE = "date"
CITY, FACILITY = "City", "Facility"
RELATIVE = "acl:relcl"
SUBJECTS = ("nsubj", "ROOT", "obl")
"""How the doer told first in a sentence is parsed, rightly or not."""
WALK = 8
"""How many words may stand between a preposition and the place that it governs."""


class SettingFinder:
    """Gives places, dates and tolls of a sentence to the triggers in it."""

    def __init__(
        self,
        grammar: Grammar,
        referents: Referents,
        data: EventWords,
        ontology: Ontology,
        document: Document,
    ) -> None:
        self._document = document
        self._ontology = ontology
        self._grammar = grammar
        self._tree = grammar.tree
        self._referents = referents
        self._data = data
        self._identities = Identities(grammar, referents, data)

    def reaches(self, trigger: Trigger, token: Token) -> bool:
        """Whether a date at `token` may be that of `trigger`: not of « le bilan de l'attentat »."""
        noun = trigger.token
        head = self._tree.head(noun)
        if self._is_aside(noun, token):
            return False
        if trigger.is_verb or head.pos != "NOUN" or not noun.dep.startswith("nmod"):
            return True
        if noun.index < token.index and self._happened(token):
            return True
        data = self._data
        stands_in = data.carriers | data.victim_words | data.author_words
        above = forms(head) | forms(self._grammar.above(noun))
        return bool(above & stands_in) or token in self._tree.subtree(noun)

    def _happened(self, date: Token) -> bool:
        """« l'attaque survenue mardi »: the participle before the date is that of an event."""
        before = self._tree.tokens[max(0, date.index - 2) : date.index]
        return any(fold(t.text) in date_data().happening for t in before)

    def _is_aside(self, told: Token, token: Token) -> bool:
        """Whether `token` stands in a relative clause that does not tell of `told`.

        Or in one that is told to come before or after it.
        """
        above = {told.index, *(t.index for t in self._tree.ancestors(told))}
        clauses = [
            t
            for t in (token, *self._tree.ancestors(token))
            if t.pos in ("VERB", "AUX") and t.index not in above
        ]
        aside = [t for t in clauses if t.dep == RELATIVE and told.index != t.head]
        return bool(aside) or any(self._is_parted(t) for t in clauses)

    def _is_parted(self, verb: Token) -> bool:
        """« avant d'être relâchés »."""
        words = self._tree.children(verb, "mark", "case", "advmod")
        return any(fold(t.text) in date_data().parting for t in words if t.index < verb.index)

    def nearest(self, token: Token, triggers: list[Trigger]) -> Trigger:
        """The trigger among `triggers` of the sentence that `token` goes with."""
        chain = [token, *self._tree.ancestors(token)]
        told = {trigger.token.index: trigger for trigger in triggers}
        for trigger in triggers:
            if trigger.start <= token.start < trigger.end:
                return trigger
        for word in chain:
            if word.index in told:
                return told[word.index]
        above = {word.index for word in chain}
        governed = [t for t in triggers if self._governor_index(t) in above]
        pool = governed or triggers
        before = [t for t in pool if t.token.index < token.index]
        return before[-1] if before else pool[0]

    def _governor_index(self, trigger: Trigger) -> int:
        governor = self._grammar.governor(trigger.token)
        return governor.index if governor else -1

    def places(self, sentence: Sentence, triggers: list[Trigger]) -> Iterator[tuple[Token, Role]]:
        """The places of `sentence` that a preposition of place governs, none in an event's name."""
        seen = set()
        for token in sentence.tokens:
            found = self._referents.mention(token)
            if found is None or found in seen or not self.happens_at(found[0]):
                continue
            if any(t.name and t.start <= token.start < t.end for t in triggers):
                continue
            seen.add(found)
            if token.pos == "ADJ" or (token.text[0].islower() and found[0].type == "Country"):
                continue
            first = self._tree.covering(found[1].start, found[1].end)[0]
            around = self._referents.outermost(first)
            if around and self._names_itself(around[1], found[1]):
                continue
            if around and around[0].type == FACILITY and found[0].type == COUNTRY:
                continue
            if self._is_setting(first, sentence) or self._is_bracketed(first, seen):
                yield token, Role(PLACE, found[0], found[1], token)

    def happens_at(self, entity: Entity) -> bool:
        """Whether something may happen at `entity`: whether it is a place."""
        relation = self._data.relations[PLACE]
        return self._ontology.allows(
            self._ontology.relations[relation].domain[0], relation, entity.type
        )

    def _is_setting(self, first: Token, sentence: Sentence) -> bool:
        offset = sentence.tokens[0].index
        words = self._grammar.words
        for other in reversed(
            sentence.tokens[max(0, first.index - offset - WALK) : first.index - offset]
        ):
            word = self._grammar.preposition(other)
            if fold(other.lemma) in words.measures:
                return False
            if word in words.place_prepositions:
                return not (self._is_measured(other) or self._is_tied(other))
            if word in words.complement_prepositions or other.pos in ("DET", "ADJ", "NUM"):
                continue
            if other.pos != "NOUN" or is_people(other, self._grammar):
                return False
        return False

    def inside(self, roles: list[Role]) -> Iterator[Role]:
        """The towns in the names of what is hit: « un marché de X »."""
        for role in roles:
            thing = isinstance(role.filler, Value) or role.filler.type == FACILITY
            if role.name != TARGET or not thing:
                continue
            for token in self._tree.covering(role.span.start, role.span.end):
                found = self._referents.mention(token)
                around = self._referents.outermost(token)
                own = found is not None and around and self._names_itself(around[1], found[1])
                if found and found[0].type == CITY and not own and found[0] != role.filler:
                    yield Role(PLACE, found[0], found[1], role.predicate)

    def _names_itself(self, around: Span, inside: Span) -> bool:
        """« la rue de X », « la province de X »: X is the name, and no place of its own here."""
        first = self._tree.covering(around.start, around.end)[0]
        return inside != around and bool(forms(first) & self._grammar.words.place_nouns)

    def _is_bracketed(self, first: Token, seen: set[tuple[Entity, Span]]) -> bool:
        """« X (Y) »: where X is the place, Y is too."""
        before = self._tree.tokens[max(0, first.index - 2) : first.index]
        if len(before) < 2 or before[1].text != "(":
            return False
        return self._referents.mention(before[0]) in seen

    def _is_tied(self, preposition: Token) -> bool:
        """« affilié à X » tells no place."""
        before = self._tree.tokens[preposition.index - 1] if preposition.index else preposition
        return bool(forms(before) & self._grammar.words.tying_words)

    def _is_measured(self, preposition: Token) -> bool:
        """« à 80 kilomètres au sud de X » is not in X."""
        before = self._tree.tokens[max(0, preposition.index - 2) : preposition.index]
        return any(fold(t.lemma) in self._grammar.words.measures for t in before)

    def dates(self, dates: list[Dated]) -> Iterator[tuple[Token, Role]]:
        """The dates of events told in a sentence."""
        for date in dates:
            if date.of_event:
                token = self._tree.covering(date.start, date.end)[0]
                span = Span(date.start, date.end)
                yield token, Role(DATE, Value(date.iso), span, token, weak=date.clock)

    def tolls(self, counts: list[Count]) -> Iterator[tuple[Token, Role]]:
        """The dead and wounded counted in a sentence, and who they are."""
        for count in counts:
            if count.kind == OTHER:
                continue
            if any(forms(count.head) & entry.nouns for entry in self._data.nouns):
                continue
            if self._is_repelled(count):
                continue
            if not count.subset:
                yield count.predicate, self._toll(count, counts)
            people = count.who or self._referents.mention(count.head)
            if people and count.value != NOBODY:
                yield from self._hit(count.head, count.predicate)

    def _toll(self, count: Count, counts: list[Count]) -> Role:
        """The toll that `count` tells, with the side of which it is told if there are several."""
        alone = count.start == count.head.start and not (count.revised or count.side)
        sides = any(c.side for c in counts)
        side = count.who or count.side or (count.noun if sides else "")
        span = Span(count.start, count.end)
        return Role(count.kind, Value(count.value), span, count.predicate, weak=alone, side=side)

    def casualties(self, sentence: Sentence) -> Iterator[tuple[Token, Role]]:
        """« Parmi les victimes figurent X et Y », « X est au nombre des morts »."""
        for noun in sentence.tokens:
            if noun.pos not in ("NOUN", "ADJ", "VERB") or not self._dead_or_hurt(noun):
                continue
            articles = self._tree.children(noun, "det", "case")
            if not any(forms(t) & self._data.definites for t in articles):
                continue
            for other, verb in self._among(noun, sentence):
                yield from self._hit(other, verb)

    def _dead_or_hurt(self, noun: Token) -> bool:
        told = {masculine(noun.text), fold(noun.lemma)}
        dead, hurt = count_data().fatalities, count_data().injured
        return bool(told & (dead.nouns | dead.participles | hurt.nouns))

    def _among(self, noun: Token, sentence: Sentence) -> list[tuple[Token, Token]]:
        """Those whom a verb counts among the dead or wounded `noun`, or says that these are."""
        offset = sentence.tokens[0].index
        before = sentence.tokens[max(0, noun.index - offset - 4) : noun.index - offset]
        partitive = any(fold(t.text) in self._data.among_words for t in before)
        if not partitive:
            most = bool(forms(self._tree.head(noun)) & self._data.most_words)
            after = sentence.tokens[noun.index - offset + 1 : noun.index - offset + 3]
            copulas = [t for t in after if t.lemma == self._grammar.words.copula]
            if not copulas or not (most or noun.dep.startswith("nsubj")):
                return []
            head = self._tree.head(copulas[0])
            return [(head, head)] if head.index > copulas[0].index else []
        for verb in self._tree.ancestors(noun):
            if forms(verb) & self._data.showing_verbs or self._tree.children(verb, "cop"):
                shown = self._grammar.surface_subject(verb) + self._grammar.objects(verb)
                return [(t, verb) for t in shown if t is not noun]
        return []

    def _hit(self, token: Token, verb: Token) -> Iterator[tuple[Token, Role]]:
        named = self._referents.at(token)
        if named and named[0].type in (PERSON, GROUP):
            yield verb, Role(VICTIM, named[0], named[1], verb)
        elif is_people(token, self._grammar):
            description = describe(token, self._grammar)
            if not says_nothing(description, self._grammar):
                who = as_entity(description, self._document)
                hit = who if description.plural else Value(who.name)
                yield verb, Role(VICTIM, hit, description.span, verb)

    def suspects(self, sentence: Sentence) -> Iterator[tuple[Token, Role]]:
        """« La police soupçonne X », « X est soupçonné »: the alleged doers of the attack told."""
        for token in sentence.tokens:
            if token.pos != "VERB" or not forms(token) & self._data.suspecting_verbs:
                continue
            for other in self._grammar.objects(token):
                found = self._referents.at(other, stand_for="actor")
                if found and not self._tree.children(token, "xcomp", "acl"):
                    yield token, Role(DOER, found[0], found[1], token)

    def _is_repelled(self, count: Count) -> bool:
        """Whether it counts attackers whom someone else killed: no victims of the attack."""
        told = forms(count.head)
        attackers = told & (self._grammar.words.attackers | self._data.suspect_words)
        if not attackers or count.subset:
            return False
        return count.value == "1" or bool(self._grammar.subjects(count.predicate))

    def attackers(self, sentence: Sentence) -> Iterator[tuple[Token, Role]]:
        """Those told by what they did ("l'assaillant"): the doers of the attack told last."""
        for token in sentence.tokens:
            attacker = bool(forms(token) & self._grammar.words.attackers)
            suspect = bool(forms(token) & self._data.suspect_words)
            if token.pos != "NOUN" or not (attacker or suspect):
                continue
            if token.dep.split(":")[0] not in SUBJECTS or not self._is_definite(token):
                continue
            named = self._referents.at(token) or self._identities.apposed(token)
            told = None if named else self._identities.told(token)
            if named and named[0].type in (PERSON, GROUP):
                yield token, Role(DOER, named[0], named[1], token)
            elif told:
                name = self._tree.covering(told[1].start, told[1].end)[0]
                yield token, Role(DOER, told[0], told[1], name if attacker else token)
            elif not named and attacker:
                description = describe(token, self._grammar)
                who = as_entity(description, self._document)
                yield token, Role(DOER, who, description.span, token, weak=True)

    def _is_definite(self, noun: Token) -> bool:
        return any(forms(t) & self._data.definites for t in self._tree.children(noun, "det"))
