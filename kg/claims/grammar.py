"""Grammatical slots of a predicate, read from a noisy parse: logical subject, object, obliques."""

from __future__ import annotations

from kg.claims.antecedents import Antecedents
from kg.claims.language import fold
from kg.claims.lexicon import words
from kg.claims.verbs import is_infinitive
from kg.records import Analysis, Token
from kg.syntax import Tree

WINDOW = 12
"""How far after a word a preposition is looked for where the parse gives none."""
NEAR = 8
"""How far after a verb a mislabelled object may stand."""
STOPS = (",", ";", ":", ".", "?", "!")
CLAUSES = ("xcomp", "advcl", "ccomp", "conj")


class Grammar:
    """Finds the fillers of a predicate's slots; coordinated fillers are all given."""

    def __init__(self, analysis: Analysis) -> None:
        self.tree = Tree(analysis)
        self.words = words()
        self._antecedents = Antecedents(self.tree, self.words)

    def passive(self, verb: Token) -> bool:
        """Whether `verb` is passive: with its auxiliary, or a past participle on a noun."""
        if self._is_reflexive(verb) or self._takes_etre(verb):
            return False
        if self.tree.children(verb, "aux:pass"):
            return True
        tenses = self.tree.children(verb, "aux:tense")
        if self.tree.children(verb, "nsubj:pass"):
            return not tenses or any(t.lemma == self.words.copula for t in tenses)
        helped = [t.lemma for t in self.tree.children(verb, "cop", "aux")]
        if verb.pos == "VERB" and self.words.copula in helped:
            return True
        return self.is_participle(verb) and not self.tree.children(verb, "aux", "nsubj", "obj")

    def _is_reflexive(self, verb: Token) -> bool:
        expletive = bool(self.tree.children(verb, "expl:pass", "expl:comp"))
        reflexives = self.words.reflexives
        return expletive or any(fold(t.text) in reflexives for t in self.tree.children(verb))

    def _takes_etre(self, verb: Token) -> bool:
        """Whether « est » makes no passive of `verb`: « est intervenu », but « a été descendu »."""
        return fold(verb.lemma) in self.words.etre_verbs and not any(
            self.tree.children(auxiliary, "aux") or fold(auxiliary.text) == self.words.been
            for auxiliary in self.tree.children(verb, "aux")
        )

    def is_participle(self, token: Token) -> bool:
        """Whether `token` is a bare past participle that modifies a noun or a clause."""
        past = token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") == "Past"
        return past and (token.dep.startswith("acl") or token.dep in ("advcl", "amod", "conj"))

    def surface_subject(self, verb: Token) -> list[Token]:
        """What stands as subject of `verb`, its own or one that it shares with another clause.

        A participle behind a comma that does not agree with it goes with the noun before the comma.
        """
        found = self._surface_subject(verb)
        if len(found) == 1 and self.is_participle(verb) and not self._agrees(verb, found[0]):
            near = self._noun_before_comma(verb)
            return self._expand([near]) if near else found
        return found

    def _noun_before_comma(self, participle: Token) -> Token | None:
        """The nearest noun before the comma before `participle` that agrees with it."""
        before = self.tree.sentence(participle).tokens
        offset = participle.index - before[0].index
        if offset == 0 or before[offset - 1].text != ",":
            return None
        for token in reversed(before[max(0, offset - NEAR * 2) : offset - 1]):
            if token.pos in ("VERB", "AUX") or token.text == ",":
                return None
            if token.pos in ("NOUN", "PROPN") and self._agrees(participle, token):
                return token
        return None

    def _agrees(self, participle: Token, noun: Token) -> bool:
        """Whether number and gender of the two, where both are told, are the same."""
        for name in ("Number", "Gender"):
            told = {t.morph[name] for t in self.tree.children(noun, "det") if name in t.morph}
            told |= {noun.morph[name]} if name in noun.morph else set()
            if told and participle.morph.get(name, "") not in {"", *told}:
                return False
        return True

    def _surface_subject(self, verb: Token) -> list[Token]:
        """The subject of `verb` as the parse has it."""
        own = [
            t
            for part in (verb, *self.tree.children(verb, "aux", "cop"))
            for t in self.tree.children(part, "nsubj", "expl:subj")
            if not (
                self._impersonal(t)
                or self._headed_off(t, verb)
                or self._located(t)
                or self._is_object(t, verb)
            )
        ]
        if own:
            return self._expand([self._counted(self._antecedents.of(t, verb)) for t in own])
        if inverted := self._inverted(verb):
            return self._expand(inverted)
        head = self.tree.head(verb)
        if head is verb:
            return self._unread_subject(verb)
        if verb.dep == "acl":
            return self._expand([head]) if head.pos in ("NOUN", "PROPN", "PRON") else []
        fronted = verb.dep.startswith("obl") and verb.morph.get("VerbForm") == "Part"
        if (verb.dep in CLAUSES or fronted) and head.pos in ("VERB", "AUX", "ADJ"):
            infinitive = is_infinitive(self.tree, verb) and verb.dep != "conj"
            controlled = infinitive and fold(head.lemma) in self.words.object_control
            return (self.objects(head) if controlled else []) or self.surface_subject(head)
        return []

    def _inverted(self, verb: Token) -> list[Token]:
        """« où s'est installé X », of which the parser makes an object."""
        present = verb.morph.get("VerbForm") == "Part" and verb.morph.get("Tense") == "Pres"
        if present or not self._is_reflexive(verb):
            return []
        behind = self.tree.children(verb, "obj")
        return [t for t in behind if t.pos in ("NOUN", "PROPN") and not self.case(t)]

    def _unread_subject(self, verb: Token) -> list[Token]:
        """The only bare name or noun before the main verb, whatever the parser takes it for."""
        before = [
            t
            for t in self.tree.children(verb, "dep", "advmod", "nmod", "appos", "obj", "punct")
            if t.index < verb.index
            and t.pos in ("NOUN", "PROPN")
            and not self.case(t)
            and fold(t.lemma) not in self.words.time_nouns
            and not self._headed_off(t, verb)
        ]
        together = before and before[-1].index - before[0].index < len(before)
        return self._expand(before[:1]) if together else []

    def subjects(self, verb: Token) -> list[Token]:
        """The logical subjects of `verb`: who does it."""
        return self.agents(verb) if self.passive(verb) else self.surface_subject(verb)

    def objects(self, verb: Token) -> list[Token]:
        """The logical objects of `verb`: to whom or what it is done."""
        if self.passive(verb):
            return self.surface_subject(verb)
        found = [
            t
            for t in self.tree.children(verb, "obj", "nsubj")
            if t.morph.get("Reflex") != "Yes"
            and (t.dep.startswith("obj") or self._is_object(t, verb))
        ]
        found = [self._counted(self._antecedents.of(t, verb)) for t in found]
        if not found:
            found = self._partitive(verb)
        if not found:
            bare = self.tree.children(verb, "obl", "dep", "advmod", "flat:name", "nmod")
            found = [
                t
                for t in [*bare, *self.tree.children(verb, "xcomp")]
                if (t.pos == "PROPN" or (t.pos == "NOUN" and t.dep != "xcomp"))
                and verb.index < t.index <= verb.index + NEAR
                and not self.case(t)
                and fold(t.lemma) not in self.words.time_nouns
            ]
        return self._expand(found)

    def _partitive(self, verb: Token) -> list[Token]:
        """« Il tient des quartiers », « il tient de vastes zones »: the article read as *de*."""
        if self.tree.children(verb, "expl"):
            return []
        tokens = self.tree.tokens[verb.index + 1 : verb.index + 3]
        if len(tokens) < 2:
            return []
        before_adjective = self.words.partitives.get(fold(tokens[0].text))
        if before_adjective is None or (before_adjective and tokens[1].pos != "ADJ"):
            return []
        return [t for t in self.tree.children(verb) if tokens[0] in self.tree.children(t, "case")]

    def agents(self, predicate: Token) -> list[Token]:
        """Who stands after *par* under a passive or a noun."""
        return self.obliques(predicate, self.words.agent_prepositions) or self.after(
            predicate, self.words.agent_prepositions
        )

    def after(self, token: Token, prepositions: frozenset[str]) -> list[Token]:
        """The noun after the next of `prepositions` in the clause, where the parse gives none."""
        sentence = self.tree.sentence(token)
        first = token.index - sentence.tokens[0].index + 1
        waiting = bracket = False
        for other in sentence.tokens[first : first + WINDOW]:
            if other.text in "()":
                bracket = other.text == "("
            if bracket or other.text == ")":
                continue
            participle = other.morph.get("VerbForm") == "Part"
            if other.text in STOPS or (other.pos in ("VERB", "AUX") and not participle):
                return []
            if waiting and other.pos in ("NOUN", "PROPN", "PRON", "X"):
                return [other]
            near = fold(other.text) in prepositions & self.words.bordering
            if near or (waiting and self._is_of_near(other)):
                waiting = True
                continue
            if other.pos == "ADP" or other.text in self.words.elided_prepositions:
                waiting = self.preposition(other) in prepositions
                if not waiting and prepositions <= self.words.complement_prepositions:
                    return []
        return []

    def _is_of_near(self, token: Token) -> bool:
        """The « de » of « près de »."""
        before = fold(self.tree.tokens[token.index - 1].text)
        of = self.preposition(token) in self.words.complement_prepositions
        return of and before in self.words.bordering

    def obliques(self, predicate: Token, prepositions: frozenset[str]) -> list[Token]:
        """The dependents of `predicate` that stand after one of `prepositions`."""
        found = [
            child
            for child in self.tree.children(predicate)
            if child.pos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X")
            and self.case(child) in prepositions
        ]
        if prepositions & self.words.complement_prepositions:
            relatives = self.words.complement_relatives
            of = [t for t in self.tree.children(predicate) if fold(t.text) in relatives]
            found += [self._antecedents.of(t, predicate) for t in of]
        return self._expand(found) + self._adverbial(predicate, prepositions)

    def _adverbial(self, predicate: Token, prepositions: frozenset[str]) -> list[Token]:
        """« y », « où » for « à cet endroit »; « en », « d'où » for « de cet endroit »."""
        words = self.words
        found = []
        for part in (predicate, *self.tree.children(predicate, "aux", "cop")):
            for token in self.tree.children(part):
                text, case = fold(token.text), self._right_before(token)
                there = text in words.place_pronouns and (case or words.here) in prepositions
                thence = text in words.source_pronouns and token.pos == "PRON"
                if there or (thence and prepositions & words.complement_prepositions):
                    found.append(token)
        return found

    def _right_before(self, token: Token) -> str:
        """The preposition right before `token`: « d'où »."""
        before = self.tree.tokens[max(0, token.index - 1)]
        return self.preposition(before) if before.pos == "ADP" else ""

    def case(self, token: Token) -> str:
        """The preposition of `token`, "" if it has none; of several, the first: « près de »."""
        cases = [t for t in self.tree.children(token, "case") if t.pos != "DET"]
        if not cases:
            return ""
        before = fold(self.tree.tokens[max(0, cases[0].index - 1)].text)
        return before if before in self.words.bordering else self.preposition(cases[0])

    def preposition(self, token: Token) -> str:
        """The preposition that `token` is, without the article that it may hold ("au" is "à")."""
        word = fold(token.text)
        return self.words.contractions.get(word, word)

    def above(self, token: Token) -> Token:
        """What `token` depends on, over what tells when: « victime lundi d'une attaque »."""
        head = self.tree.head(token)
        while head.head != head.index and (head.pos == "NUM" or self._tells_when(head)):
            head = self.tree.head(head)
        return head

    def _tells_when(self, token: Token) -> bool:
        return fold(token.lemma) in self.words.time_nouns | self.words.measures

    def governor(self, noun: Token) -> Token | None:
        """The verb that `noun` depends on, over at most two nouns."""
        token = noun
        for _ in range(3):
            head = self.tree.head(token)
            if head is token:
                return None
            if head.pos in ("VERB", "AUX"):
                return head
            token = head
        return None

    def _expand(self, tokens: list[Token]) -> list[Token]:
        found: list[Token] = []
        for token in tokens:
            if token not in found:
                found.append(token)
            others = self.tree.children(token, "conj")
            if not any(self._is_joined(other) for other in others):
                continue
            for other in others:
                if other.pos in ("NOUN", "PROPN", "PRON", "X", "NUM", "ADJ"):
                    found += [t for t in self._expand([other]) if t not in found]
        return found

    def _is_joined(self, token: Token) -> bool:
        """Whether a conjunction stands before `token` or what follows it; not « X, chef de Y »."""
        if self.tree.children(token, "cc") or not self.tree.children(token, "det"):
            return True
        return any(self._is_joined(other) for other in self.tree.children(token, "conj"))

    def _counted(self, token: Token) -> Token:
        """« cinq des assaillants », « une trentaine de civils »: the assailants, the civilians."""
        counts = fold(token.lemma) in self.words.counting_nouns
        others = any(t.text.lower() in self.words.rival for t in self.tree.children(token, "amod"))
        if others or (token.pos not in ("NUM", "PRON", "ADJ") and not counts):
            return token
        of = [
            t
            for t in self.tree.children(token, "nmod", "obl")
            if self.case(t) in self.words.complement_prepositions
            and (t.pos in ("NOUN", "PROPN") or (counts and t.pos == "ADJ"))
        ]
        return of[0] if of else token

    def _located(self, token: Token) -> bool:
        """Whether a preposition of place or source governs `token`, so that it is no subject."""
        case = self.case(token)
        return case in self.words.place_prepositions or case in self.words.source_prepositions

    def _headed_off(self, token: Token, verb: Token) -> bool:
        """Whether a colon parts `token` from `verb`: « Suède : un camion fonce … »."""
        return any(t.text == ":" for t in self.tree.tokens[token.index : verb.index])

    def _is_object(self, token: Token, verb: Token) -> bool:
        """Whether `token`, a subject for the parser, stands where an object does.

        It stands behind an infinitive, or behind a verb with a subject before it.
        """
        if token.index < verb.index or token.pos not in ("NOUN", "PROPN"):
            return False
        group = [verb, *self.tree.children(verb, "aux")]
        if any(t.morph.get("VerbForm") == "Inf" for t in group):
            return True
        return any(t.index < verb.index for t in self.tree.children(verb, "nsubj"))

    def _impersonal(self, token: Token) -> bool:
        if token.dep != "expl:subj" or token.pos in ("NOUN", "PROPN"):
            return False
        return token.lemma.lower() not in self.words.personal_pronouns
