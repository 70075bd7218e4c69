"""Who and what takes part in an event, from the grammar around the word that tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.claims.described import is_people
from kg.claims.event_fillers import Fillers
from kg.claims.event_role import CLAIMER, COUNTRY, DOER, PLACE, TARGET, VICTIM, Role
from kg.claims.event_triggers import Trigger, forms
from kg.claims.event_words import EventWords
from kg.claims.grammar import Grammar
from kg.claims.language import fold
from kg.claims.referents import Referents
from kg.records import Document, Sentence, Token

NEAR = 5
"""How many tokens before an event the word for the responsibility for it may stand."""
STOPS = (",", ";", ":", ".", "(", ")", "?", "!", "–", "—")


class RoleFinder:
    """Reads the roles of one trigger at a time."""

    def __init__(
        self, grammar: Grammar, referents: Referents, data: EventWords, document: Document
    ) -> None:
        self._grammar = grammar
        self._tree = grammar.tree
        self._referents = referents
        self._data = data
        self._fillers = Fillers(grammar, referents, data, document)
        self._kind = ""

    def roles(self, trigger: Trigger) -> list[Role]:
        """The roles that the words around `trigger` tell."""
        self._kind = trigger.kind
        return self._of_verb(trigger) if trigger.is_verb else self._of_noun(trigger)

    def _of_verb(self, trigger: Trigger) -> list[Role]:
        verb = trigger.token
        doers = [] if trigger.intransitive else self._grammar.subjects(verb)
        found = self._fill((DOER,), doers, verb)
        hit = self._grammar.objects(verb)
        if trigger.intransitive and not hit:
            hit = self._grammar.surface_subject(verb)
        found += self._fill(trigger.object, hit, verb)
        if trigger.target_prepositions:
            hit = self._grammar.obliques(verb, trigger.target_prepositions)
            found += self._fill((TARGET,), hit, verb)
        return found

    def _of_noun(self, trigger: Trigger) -> list[Role]:
        noun = self._carrier(trigger.token)
        found = self._complements(trigger) + self._possessor(trigger) + self._tied(noun)
        governor = self._grammar.governor(noun)
        for verb in [*self._participles(trigger, noun), *([governor] if governor else [])]:
            for other in [verb, *self._tree.children(verb, "xcomp", "conj")]:
                if other.pos in ("VERB", "AUX"):
                    found += self._around(other, noun, trigger)
        if trigger.kind in self._data.joint_kinds:
            found += self._purpose([noun, *([governor] if governor else [])])
        return found + self._responsibility(trigger) + self._named_by(trigger, noun)

    def _purpose(self, above: list[Token]) -> list[Role]:
        """« une offensive pour reprendre X », « visant à chasser Y de X »: what it is aimed at."""
        below = [t for a in above for t in self._tree.children(a, "acl", "advcl", "xcomp", "obl")]
        meant = [b for b in below if forms(b) & self._data.intending_verbs]
        below += [t for b in meant for t in self._tree.children(b, "xcomp")]
        found = []
        for verb in below:
            if verb.morph.get("VerbForm") == "Inf" and forms(verb) & self._data.purpose_verbs:
                behind = self._grammar.words.complement_prepositions
                hit = self._grammar.objects(verb) + self._grammar.obliques(verb, behind)
                found += [replace(r, ahead=True) for r in self._fill((TARGET,), hit, above[0])]
        return found

    def _tied(self, noun: Token) -> list[Role]:
        """« des attentats liés à X », « imputables à X », taken for adjectives."""
        found = []
        for word in self._tree.children(noun, "amod"):
            if word.pos == "ADJ" and forms(word) & self._data.blaming_verbs:
                found += self._fill((DOER,), self._said(word, self._data.blame_prepositions), word)
        return found

    def _carrier(self, noun: Token) -> Token:
        """« une série d'attentats »: the noun that counts the event stands for it in the clause."""
        head = self._tree.head(noun)
        counts = bool(forms(head) & self._data.carriers)
        return head if counts and head.index < noun.index else noun

    def _participles(self, trigger: Trigger, noun: Token) -> list[Token]:
        """The participles on the noun: « menée par X », « visant Y »."""
        found = []
        for token in {t.index: t for t in self._tree.covering(trigger.start, trigger.end)}.values():
            found += self._tree.children(token, "acl")
        if noun is not trigger.token:
            found += self._tree.children(noun, "acl")
        return found

    def _complements(self, trigger: Trigger) -> list[Role]:
        """What stands after a preposition behind the noun, read over tokens."""
        noun, data = trigger.token, self._data
        found: list[Role] = []
        for preposition, token, first in self._behind(trigger):
            if preposition in data.target_prepositions:
                ahead = preposition in data.heading_prepositions
                hit = self._fill((TARGET,), [token], noun)
                found += [replace(role, ahead=ahead) for role in hit]
            elif self._takes_part(trigger, preposition) or self._does(preposition, token):
                found += self._fill((DOER,), [token], noun)
            elif first and preposition in self._grammar.words.complement_prepositions:
                thing = self._fillers.thing(token, TARGET) and not self._referents.at(token)
                names = (TARGET,) if thing else trigger.of or (DOER,)
                found += self._fill(names, [token], noun)
        return found

    def _behind(self, trigger: Trigger) -> Iterator[tuple[str, Token, bool]]:
        """The names and people behind the trigger, each with its preposition ("" for an adjective).

        The last of the three says whether that is the first preposition behind the trigger.
        """
        preposition = ""
        prepositions = 0
        end = trigger.end
        for token in self._grammar.tree.sentence(trigger.token).tokens:
            if token.start < end:
                continue
            named = self._referents.mention(token)
            if token.text in STOPS or (token.pos in ("VERB", "AUX") and not named):
                return
            if token.pos == "NOUN" and not named and self._data.by_noun(forms(token)):
                return
            place_word = fold(token.lemma) in self._grammar.words.place_prepositions
            if (
                token.pos == "ADP"
                or place_word
                or fold(token.lemma) in self._data.target_prepositions
            ):
                preposition = self._grammar.preposition(token)
                prepositions += 1
            elif named or (token.pos == "NOUN" and preposition and is_people(token, self._grammar)):
                yield preposition, token, prepositions == 1
                end = named[1].end if named else token.end
            elif token.pos == "NOUN" and preposition and forms(token) & self._data.objects:
                yield preposition, token, prepositions == 1

    def _takes_part(self, trigger: Trigger, preposition: str) -> bool:
        """« les combats entre X et Y »."""
        return (
            trigger.kind in self._data.joint_kinds and preposition in self._data.joint_prepositions
        )

    def _does(self, preposition: str, token: Token) -> bool:
        return preposition in self._data.doer_prepositions or self._is_demonym(preposition, token)

    def _is_demonym(self, preposition: str, token: Token) -> bool:
        """« les frappes américaines »: the adjective tells the doer."""
        named = self._referents.mention(token)
        lower = token.text[0].islower()
        return not preposition and lower and named is not None and named[0].type == COUNTRY

    def _possessor(self, trigger: Trigger) -> list[Role]:
        """« X poursuit ses frappes »: the possessive is the subject."""
        possessive = [
            t
            for t in self._tree.children(trigger.token, "det")
            if t.morph.get("Poss") == "Yes" or fold(t.text) in self._grammar.words.possessives
        ]
        governor = self._grammar.governor(trigger.token)
        if not possessive or governor is None or trigger.of:
            return []
        subjects = self._grammar.surface_subject(governor)
        owner = [] if trigger.token in subjects else self._fill((DOER,), subjects, governor)
        return owner or self._fill((DOER,), possessive, trigger.token)

    def _named_by(self, trigger: Trigger, noun: Token) -> list[Role]:
        """« X, auteur de l'attaque », « Y, victime d'un attentat »."""
        head = self._grammar.above(noun)
        told = forms(head)
        if told & self._data.author_words:
            names: tuple[str, ...] = (DOER,)
        elif told & self._data.aim_words:
            names = (TARGET,)
        elif told & self._data.victim_words:
            names = (VICTIM, TARGET)
        else:
            return []
        if self._referents.renamed(head):
            return self._fill(names, [head], head)
        return self._fill(names, self._holders(head), head)

    def _holders(self, noun: Token) -> list[Token]:
        """Who is the `noun`: its apposition, what it is said to be, or who is said to be it."""
        beside = self._tree.children(noun, "appos", "flat")
        above = self._tree.head(noun)
        if beside or not noun.dep.startswith("nsubj"):
            own = beside or self._grammar.surface_subject(noun)
            return own or self._said_of(above, noun) or [above]
        if self._tree.children(above, "cop"):
            return [above, *self._tree.children(above, "appos")]
        return []

    def _around(self, verb: Token, noun: Token, trigger: Trigger) -> list[Role]:
        """The roles that `verb` gives, of which the event is subject, object or oblique."""
        data, grammar = self._data, self._grammar
        told = forms(verb)
        if noun in (done := grammar.objects(verb)) or trigger.token in done:
            subjects = grammar.subjects(verb)
            if told & data.claiming_verbs:
                return self._fill((CLAIMER,), subjects, verb)
            if told & data.blaming_verbs:
                return self._fill((DOER,), self._said(verb, data.blame_prepositions), verb)
            if told & data.suffering_verbs:
                return self._fill((TARGET,), subjects, verb)
            between = grammar.obliques(verb, data.joint_prepositions)
            both = between if trigger.kind in data.joint_kinds else []
            does = self._done(verb, subjects) if told & data.doing_verbs else []
            return does + self._fill((DOER,), both, verb)
        if noun in grammar.subjects(verb):
            objects = grammar.objects(verb)
            if told & data.opposing_verbs:
                return self._fill(
                    (DOER,), objects + self._said(verb, data.opposing_prepositions), verb
                )
            joint = grammar.obliques(verb, data.joint_prepositions)
            if joint and trigger.kind in data.joint_kinds:
                return self._fill((DOER,), joint, verb)
            if told & data.aiming_verbs:
                return self._fill((TARGET,), objects, verb)
            if told & data.shaking_verbs:
                return self._fill((PLACE,), objects, verb)
            return self._fill((VICTIM,), objects, verb) if told & data.killing_verbs else []
        if told & data.killing_verbs:
            hit = grammar.objects(verb) or grammar.surface_subject(verb)
            return self._fill((VICTIM,), hit, verb)
        if told & data.ambushing_verbs and forms(noun) & data.ambush_nouns:
            taken = self._fill(trigger.of or (TARGET,), grammar.objects(verb), verb)
            return taken + self._fill((DOER,), grammar.subjects(verb), verb)
        if told & data.suspecting_verbs:
            return self._fill((DOER,), grammar.objects(verb), verb)
        if self._joins(verb, noun):
            return self._fill((DOER,), grammar.surface_subject(verb), verb)
        return []

    def _said_of(self, verb: Token, noun: Token) -> list[Token]:
        """Of whom `verb` says that they are the `noun`: « X nie être l'auteur »."""
        between = self._tree.tokens[min(verb.index, noun.index) : noun.index]
        copula = any(t.lemma == self._grammar.words.copula for t in between)
        if not copula or verb.pos not in ("VERB", "AUX"):
            return []
        if fold(verb.lemma) in self._grammar.words.object_control:
            return [t for t in self._grammar.objects(verb) if t.index < noun.index]
        return self._grammar.surface_subject(verb)

    def _done(self, verb: Token, subjects: list[Token]) -> list[Role]:
        """« l'attaque a été menée par X contre Y »."""
        hit = (
            self._said(verb, self._data.target_prepositions) if self._grammar.passive(verb) else []
        )
        return self._fill((DOER,), subjects, verb) + self._fill((TARGET,), hit, verb)

    def _joins(self, verb: Token, noun: Token) -> bool:
        """« participer à l'attaque », « prendre part aux combats »."""
        data, grammar = self._data, self._grammar
        idioms = data.joining_idioms.get(fold(verb.lemma), [])
        joins = bool(forms(verb) & data.joining_verbs) or any(
            t.lemma in idioms for t in self._tree.children(verb, "obj")
        )
        direct = self._tree.head(noun) is verb
        return joins and direct and grammar.case(noun) in data.joining_prepositions

    def _said(self, verb: Token, prepositions: frozenset[str]) -> list[Token]:
        """What stands after one of `prepositions` behind `verb`, whatever the parse ties it to."""
        return self._grammar.obliques(verb, prepositions) or self._grammar.after(verb, prepositions)

    def _responsibility(self, trigger: Trigger) -> list[Role]:
        """« X a reconnu sa responsabilité dans l'attaque »."""
        before = self._tree.sentence(trigger.token).tokens
        near = [t for t in before if 0 < trigger.token.index - t.index <= NEAR]
        nouns = [t for t in near if forms(t) & self._data.responsibility_nouns]
        if not nouns:
            return []
        return self._admitted(nouns[-1])

    def admissions(self, sentence: Sentence) -> list[Role]:
        """« X a nié toute implication »: who did, or did not do, what was told before."""
        nouns = [t for t in sentence.tokens if forms(t) & self._data.responsibility_nouns]
        own = [t for t in nouns if not self._tree.children(t, "nmod")]
        return [role for noun in own for role in self._admitted(noun)]

    def _admitted(self, noun: Token) -> list[Role]:
        verb = self._grammar.governor(noun)
        told = forms(verb) & self._data.responsibility_verbs.keys() if verb else frozenset()
        if verb is None or not told:
            return []
        subjects = self._grammar.subjects(verb)
        names = self._data.responsibility_verbs[min(told)]
        return self._fill(names, subjects, verb)

    def _fill(self, names: tuple[str, ...], tokens: list[Token], predicate: Token) -> list[Role]:
        return self._fillers.fill(names, tokens, predicate, kind=self._kind)
