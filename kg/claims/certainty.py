"""How sure the article is of a fact: from the words around its predicate up to the root.

A fact's level is the strongest doubt among its own words (negation, mood, modifiers) and what its
head hands down: a governor ("craindre que"), a carrier ("mener une attaque"), a coordination.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kg.claims.doubts import (
    ASSERTED,
    NEGATED,
    POSSIBLE,
    REPORTED,
    CertaintyData,
    Governor,
    certainty_data,
)
from kg.claims.hedges import Hedges
from kg.claims.language import fold
from kg.claims.misreadings import misread_verbs
from kg.claims.verbs import clause_of, is_clause, is_finished, is_infinitive, is_participle
from kg.records import Span, Token
from kg.syntax import Tree


def certainty_of(
    tree: Tree, predicate: Token, *, span: Span | None = None, speaker_is_party: bool = False
) -> str:
    """The certainty of the fact whose word is `predicate`, a verb or a noun.

    One of asserted, reported, alleged, possible, negated.  Doubts on the words of `span` (a
    participant: "des membres présumés") count too.  Where the speaker is a fighting party
    (`speaker_is_party`), what it says is only reported.
    """
    climb = climb_of(tree)
    hedges, data = climb.hedges, climb.data
    levels = [climb.told(predicate)]
    if span is not None:
        levels += [hedges.agent(t) for t in tree.covering(span.start, span.end)]
    if speaker_is_party:
        levels.append(REPORTED)
    return data.strongest(*levels)


@lru_cache(maxsize=1)
def climb_of(tree: Tree) -> Climb:
    """What carries doubts through `tree`."""
    data = certainty_data()
    return Climb(Hedges(tree, data), misread_verbs(tree, data), {})


@dataclass(frozen=True, slots=True)
class Climb:
    """Carries doubts from a word's heads down to it."""

    hedges: Hedges
    misread: dict[int, Token]
    levels: dict[int, str]

    @property
    def tree(self) -> Tree:
        return self.hedges.tree

    @property
    def data(self) -> CertaintyData:
        return self.hedges.data

    def head(self, token: Token) -> Token:
        """The head of `token`, which may be a verb that the parse takes for another word."""
        return self.misread.get(token.index) or self.tree.head(token)

    def governor(self, token: Token) -> Governor | None:
        """The governor class of `token`; none for a word of a conjunction ("à supposer que")."""
        if token.pos != "VERB" and token in self.misread.values():
            return self.data.finite_governor(token)
        return None if self.hedges.opens(token) else self.data.governor(token)

    def told(self, predicate: Token) -> str:
        """The level of the fact that `predicate` tells: an accusation or a denial is no more."""
        level = self.level(predicate)
        governor = self.governor(predicate)
        if governor is None or not governor.own:
            return level
        if level == NEGATED:
            return governor.denied if governor.level == NEGATED else NEGATED
        return self.data.strongest(level, governor.level)

    def level(self, token: Token) -> str:
        """The level of `token`: its own doubts and those that it inherits."""
        if token.index not in self.levels:
            self.levels[token.index] = ASSERTED
            own = self.hedges.local(token)
            self.levels[token.index] = self.data.strongest(own, self.inherited(token))
        return self.levels[token.index]

    def inherited(self, token: Token) -> str:
        """What the head of `token` makes of it."""
        head = self.head(token)
        dep = token.dep.split(":")[0]
        if head is token:
            return ASSERTED
        if token.index in self.misread:
            return self._complement(token, head)
        if dep == "conj":
            return self._coordinate(token, head)
        if token.dep == "acl:relcl":
            if self._tells_content(token, head):
                return self._complement(token, head)
            if self._is_denied_cleft(token, head):
                return NEGATED
            return ASSERTED if self._is_definite(head) else self._of_context(head)
        if dep in ("ccomp", "csubj") or (dep == "xcomp" and not self._is_bare_noun(token)):
            return self._complement(token, self.carried(token, head))
        if dep in ("advcl", "acl", "parataxis"):
            return self._adjunct(token, head)
        if is_clause(self.tree, token) and self.governor(head):
            return self._complement(token, head)
        return self._nominal(token, head)

    def _complement(self, token: Token, head: Token) -> str:
        above = self.level(head)
        governor = self.governor(head)
        if governor is None or not (governor.clauses or self.tree.children(token, "case", "mark")):
            denied = NEGATED if is_infinitive(self.tree, token) else POSSIBLE
            return denied if above == NEGATED else above
        if above == NEGATED:
            false = head.lemma in self.data.contents and self.inherited(head) == NEGATED
            return NEGATED if false else governor.denied
        that = governor.that if self._is_that_clause(token) else ""
        return self.data.strongest(that or self._effect(governor, head), above)

    def _effect(self, governor: Governor, head: Token) -> str:
        fact = governor.past_fact and is_finished(self.tree, head)
        return ASSERTED if fact else governor.level

    def _adjunct(self, token: Token, head: Token) -> str:
        """An infinitive of a governor, a participle, a gerund; another clause stands by itself."""
        governor = self.governor(head)
        clause = is_infinitive(self.tree, token) or self._is_that_clause(token)
        if clause and governor is not None and governor.clauses:
            return self._complement(token, head)
        if token.dep == "acl" and is_infinitive(self.tree, token) and self._is_object(head):
            return self._complement(token, self.tree.head(head))
        if token.dep == "parataxis":
            return ASSERTED
        if token.dep == "acl" and self._is_that_clause(token):
            return self.level(head)
        if is_participle(self.tree, token):
            return self._of_context(head)
        return ASSERTED

    def _is_object(self, noun: Token) -> bool:
        """Whether an infinitive after `noun` is its verb's: "empêcher le groupe de frapper"."""
        elliptic = noun.dep.startswith("obl") and self.tree.head(noun).pos in ("ADJ", "NOUN")
        placed = elliptic or noun.dep in ("obj", "iobj", "obl:arg", "nsubj:pass")
        return placed and noun.pos != "VERB"

    def _of_context(self, head: Token) -> str:
        above = self.level(head)
        return POSSIBLE if above == NEGATED and is_clause(self.tree, head) else above

    def _coordinate(self, token: Token, first: Token) -> str:
        """What the first conjunct inherits; its own doubts too where its verb serves for both."""
        above = self.inherited(first)
        carried = self.tree.children(token, "aux", "cop", "nsubj")
        finite = token.morph.get("VerbForm") == "Fin"
        but = any(fold(c.text) in self.data.but for c in self.tree.children(token, "cc"))
        if carried or finite or but or not is_clause(self.tree, first):
            return above
        return self.data.strongest(above, self.hedges.local(first))

    def _nominal(self, token: Token, head: Token) -> str:
        """A noun: doubted by what governs it, carried by a light verb, else presupposed."""
        if self._is_source(token) or self._is_given(token, head):
            return ASSERTED
        carried = self.charge(token, head) or self.carried(token, head)
        if self._is_governed(token, carried):
            return self._complement(token, carried)
        if token.dep.startswith("nsubj") and (doubt := self._attribute(head)) != ASSERTED:
            return self.data.strongest(doubt, self.level(head))
        if head.lemma in self.data.doing and token.dep in ("obj", "nsubj:pass", "obl:arg"):
            presupposed = token.dep == "nsubj:pass" and self._is_definite(token)
            return ASSERTED if presupposed else self.level(head)
        if token.dep.startswith("nsubj") and (verb := self._happens(head)) is not None:
            return self.level(verb)
        above = self.level(head)
        if head.lemma in self.data.contents and above == NEGATED:
            cases = [fold(c.text) for c in self.tree.children(token, "case")]
            linked = any(c in self.data.complement_prepositions for c in cases)
            return self._complement(token, head) if linked else POSSIBLE
        if token.lemma in self.data.manners:
            return above
        if head.lemma in self.data.links or self._is_definite(token):
            return ASSERTED
        return ASSERTED if above == NEGATED else above

    def _happens(self, head: Token) -> Token | None:
        """The verb that only says that its subject takes place: "survient", "doit commencer"."""
        verbs = [head, *(v for v in self.tree.children(head, "xcomp") if self.governor(head))]
        return next((v for v in verbs if v.lemma in self.data.happening), None)

    def _is_governed(self, token: Token, head: Token) -> bool:
        governor = self.governor(head)
        if governor is None:
            return False
        if governor.subjects and token.dep.startswith("nsubj"):
            return token.lemma not in self.data.undertakings
        if governor.plans and not self._is_plan(token):
            return False
        cases = [fold(c.text) for c in self.tree.children(token, "case", "mark")]
        if any(c in governor.prepositions for c in cases):
            return True
        if not governor.objects:
            return False
        if token.dep.startswith("nsubj") and self.tree.children(head, "expl:comp", "expl:pass"):
            return True
        linked = not cases or any(c in self.data.complement_prepositions for c in cases)
        link = token.dep.split(":")[0]
        return token.dep in ("obj", "nsubj:pass") or (
            linked and link in (("obl",) if not cases else ("obl", "nmod", "xcomp"))
        )

    def charge(self, token: Token, head: Token) -> Token | None:
        """The verb of a charge that the parse hangs on the accused: "accuse X de torture"."""
        verb = self.tree.head(head)
        governor = self.governor(verb)
        bare = not self.tree.children(token, "det") and token.pos == "NOUN"
        accused = governor is not None and governor.own and bool(governor.prepositions)
        return verb if bare and accused and self._is_object(head) else None

    def carried(self, token: Token, head: Token) -> Token:
        """The governor noun of a light verb, where a complement hangs on the verb instead.

        "faire état de dix morts", "avoir l'intention d'attaquer"
        """
        if head.lemma not in self.data.doing:
            return head
        objects = self.tree.children(head, "obj", "xcomp", "obl")
        nouns = [o for o in objects if o.index < token.index and self.governor(o)]
        return nouns[-1] if nouns else head

    def _attribute(self, head: Token) -> str:
        """What `head` says of its subject: "est imminente", "reste un objectif"."""
        parts = [head, *self.tree.children(head, "xcomp", "obj", "obl", "dep", "amod")]
        levels = [self.hedges.modified(a) for a in parts if a.pos == "ADJ"]
        for part in parts if self._is_copular(head) else ():
            governor = self.data.adjective(part)
            if governor is not None and governor.level == NEGATED:
                denied = self.hedges.negation(head) == NEGATED
                levels.append(governor.denied if denied else governor.level)
            if self._is_to_be(part) and (governor := self.governor(part)) is not None:
                levels.append(governor.level)
            if part.lemma in self.data.outlooks and not self.tree.children(part, "case"):
                levels.append(POSSIBLE)
        if self.hedges.mood(head) != ASSERTED and self._is_outlook(head):
            levels.append(POSSIBLE)
        return self.data.strongest(ASSERTED, *levels)

    def _is_copular(self, head: Token) -> bool:
        return (
            bool(self.tree.children(head, "cop", "aux:pass"))
            or self.data.verb(head) in self.data.copular
        )

    def _is_to_be(self, infinitive: Token) -> bool:
        """Whether `infinitive` says what is to be done: "est à craindre"."""
        marks = [fold(t.text) for t in self.tree.children(infinitive, "mark")]
        return is_infinitive(self.tree, infinitive) and any(t in self.data.to_be for t in marks)

    def _is_outlook(self, head: Token) -> bool:
        """Whether `head` says how long or hard something is: "prendra des mois", "sera ardue"."""
        arduous = head.pos == "ADJ" and bool(self.tree.children(head, "cop"))
        return arduous or self.data.verb(head) in self.data.lasting

    def _is_plan(self, noun: Token) -> bool:
        """Whether `noun` tells what is only planned, tried, heard or supposed."""
        governor = self.data.governor(noun)
        doubted = governor is not None and governor.level not in (ASSERTED, NEGATED)
        return doubted or noun.lemma in self.data.contents

    def _is_denied_cleft(self, clause: Token, noun: Token) -> bool:
        """ "Ce n'est pas X qui …"; but "ce n'est pas le premier attentat qui …"."""
        above = clause_of(self.tree, noun)
        presents = [fold(t.text) for t in self.tree.children(above, "expl:subj", "nsubj")]
        if self.hedges.negation(above) != NEGATED or self.tree.children(noun, "amod"):
            return False
        relative = [t for t in self.tree.children(clause, "nsubj") if t.pos == "PRON"]
        return bool(relative) and any(t in self.data.presenting for t in presents)

    def _tells_content(self, clause: Token, noun: Token) -> bool:
        """Whether a clause is what `noun` says: "la rumeur selon laquelle …", "l'idée que …"."""
        sources = [t for t in self.tree.children(clause) if self._is_source(t)]
        relative = any(t.morph.get("PronType") == "Rel" or t.pos == "PRON" for t in sources)
        tells = relative or (noun.pos == "NOUN" and self._is_that_clause(clause))
        return tells and self.governor(noun) is not None

    def _is_given(self, token: Token, head: Token) -> bool:
        """A proper name, an apposition, and what is known before it is feared or planned."""
        if token.pos == "PROPN" or token.dep.split(":")[0] in ("appos", "flat"):
            return not is_clause(self.tree, token)
        governor = self.governor(head)
        known = head.lemma in self.data.known_after and self._is_definite(token)
        false = head.lemma in self.data.contents and self.level(head) == NEGATED
        return head.pos == "NOUN" and known and governor is not None and not false

    def _is_source(self, noun: Token) -> bool:
        """Whether the noun is who says it ("selon des témoins"), which no doubt touches."""
        return any(fold(c.text) in self.data.sources for c in self.tree.children(noun, "case"))

    def _is_that_clause(self, clause: Token) -> bool:
        conjunctions = [t for t in self.tree.children(clause) if t.pos == "SCONJ"]
        marks = [*self.tree.children(clause, "mark"), *conjunctions]
        return any(fold(m.text) in self.data.that for m in marks)

    def _is_bare_noun(self, token: Token) -> bool:
        noun = token.pos in ("NOUN", "PROPN") and not is_clause(self.tree, token)
        return noun and not self.tree.children(token, "mark", "case")

    def _is_definite(self, noun: Token) -> bool:
        for child in self.tree.children(noun, "det", "case", "nmod"):
            morph = child.morph
            if morph.get("Definite") == "Def" or morph.get("PronType") == "Dem":
                return True
            if morph.get("Poss") == "Yes" or fold(child.text) in self.data.contracted:
                return True
        return noun.pos == "PROPN"
