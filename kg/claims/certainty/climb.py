"""What a fact inherits from the words above it, up to the root.

A governor ("craindre que"), a carrier ("mener une attaque"), a coordination hand their doubt down.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from kg.claims.certainty.attributes import attribute, predicated
from kg.claims.certainty.data import (
    ASSERTED,
    NEGATED,
    POSSIBLE,
    SURE,
    CertaintyData,
    Doubt,
    Governor,
    certainty_data,
    doubt,
)
from kg.claims.certainty.denials import denied
from kg.claims.certainty.disputes import of_false_source
from kg.claims.certainty.hedges import own_doubt
from kg.claims.certainty.links import Links, links_of
from kg.claims.certainty.openings import is_condition
from kg.claims.certainty.signs import (
    cases_of,
    is_bare_noun,
    is_definite,
    is_object,
    is_set_off,
    is_source,
    is_that_clause,
)
from kg.claims.language import fold
from kg.claims.verbs import clause_of, is_clause, is_finished, is_infinitive, is_participle
from kg.records import Token
from kg.syntax import Tree


@lru_cache(maxsize=1)
def climb_of(tree: Tree) -> Climb:
    """What carries doubts through `tree`."""
    data = certainty_data()
    return Climb(tree, data, links_of(tree, data), {})


@dataclass(frozen=True, slots=True)
class Climb:
    """Carries doubts from a word's heads down to it."""

    tree: Tree
    data: CertaintyData
    links: Links
    known: dict[int, Doubt]

    def told(self, predicate: Token) -> Doubt:
        """The doubt on the fact that `predicate` tells: an accusation or a denial is no more."""
        found = self.doubt(predicate)
        governor = self.links.governor(predicate)
        if governor is None or not governor.own:
            return found
        if found.level != NEGATED:
            return self.data.strongest(found, doubt(governor.level, "word", predicate))
        return doubt(governor.denied, "word", predicate) if governor.level == NEGATED else found

    def is_known(self, noun: Token) -> bool:
        """Whether `noun` stands aside as known: "des victimes de l'attentat", an apposition."""
        link = noun.dep.split(":")[0]
        if is_clause(self.tree, noun) or self.links.governor(self.links.head(noun)):
            return False
        aside = link in ("nmod", "obl") and is_definite(self.tree, self.data, noun)
        return link == "appos" or aside

    def doubt(self, token: Token) -> Doubt:
        """The doubt on `token`: its own and those that it inherits."""
        if token.index not in self.known:
            self.known[token.index] = SURE
            own = own_doubt(self.tree, self.data, token)
            self.known[token.index] = self.data.strongest(own, self._inherited(token))
        return self.known[token.index]

    def _inherited(self, token: Token) -> Doubt:
        """What the head of `token` makes of it."""
        head = self.links.head(token)
        dep = token.dep.split(":")[0]
        if head is token:
            return SURE
        if token.index in self.links.unlinked:
            return self._complement(token, head)
        if is_set_off(self.tree, token):
            return SURE
        if dep == "conj":
            return self._coordinate(token, head)
        if token.dep == "acl:relcl":
            return self._relative(token, head)
        if dep in ("ccomp", "csubj") or (dep == "xcomp" and not is_bare_noun(self.tree, token)):
            return self._complement(token, self.links.carried(token, head))
        if dep in ("advcl", "acl", "parataxis"):
            return self._adjunct(token, head)
        if is_clause(self.tree, token) and self.links.governor(head):
            return self._complement(token, head)
        return self._nominal(token, head)

    def _complement(self, token: Token, head: Token) -> Doubt:
        """A clause or noun that `head` governs."""
        above = self.doubt(head)
        governor = self.links.governor(head)
        if governor is None or not (governor.clauses or self.tree.children(token, "case", "mark")):
            return above if is_infinitive(self.tree, token) else self._doubtful(above)
        if above.level == NEGATED:
            words = sorted({head, *above.words}, key=lambda each: each.index)
            return above if self._is_false(head) else doubt(governor.denied, "governor", *words)
        that = governor.that if is_that_clause(self.tree, self.data, token) else ""
        made = doubt(that or self._effect(governor, head), "governor", head)
        return self.data.strongest(made, above)

    def _effect(self, governor: Governor, head: Token) -> str:
        fact = governor.past_fact and is_finished(self.tree, head)
        return ASSERTED if fact else governor.level

    def _is_false(self, content: Token) -> bool:
        """Whether `content` ("information", "rumeur") is said to be false by what is above it."""
        return content.lemma in self.data.contents and self._inherited(content).level == NEGATED

    @staticmethod
    def _doubtful(above: Doubt) -> Doubt:
        """What `above` makes of what it does not speak of itself: a denial leaves it open."""
        return replace(above, level=POSSIBLE) if above.level == NEGATED else above

    def _relative(self, clause: Token, noun: Token) -> Doubt:
        if self.links.tells_content(clause, noun):
            return self._complement(clause, noun)
        if is_condition(self.tree, noun):
            return self.doubt(noun)
        cleft = self._denied_cleft(clause, noun)
        if cleft is not SURE:
            return cleft
        return SURE if is_definite(self.tree, self.data, noun) else self._of_context(noun)

    def _denied_cleft(self, clause: Token, noun: Token) -> Doubt:
        """ "Ce n'est pas X qui …"; but "ce n'est pas le premier attentat qui …"."""
        above = clause_of(self.tree, noun)
        presents = cases_of(self.tree, above, "expl:subj", "nsubj")
        relative = any(t.pos == "PRON" for t in self.tree.children(clause, "nsubj"))
        cleft = relative and any(t in self.data.presenting for t in presents)
        picked = self.tree.children(noun, "amod")
        return denied(self.tree, self.data, above) if cleft and not picked else SURE

    def _adjunct(self, token: Token, head: Token) -> Doubt:
        """An infinitive of a governor, a participle, a gerund; another clause stands by itself."""
        governor = self.links.governor(head)
        infinitive = is_infinitive(self.tree, token)
        that = is_that_clause(self.tree, self.data, token)
        if (infinitive or that) and governor is not None and governor.clauses:
            return self._complement(token, head)
        if token.dep == "acl" and infinitive and is_object(self.tree, head):
            return self._complement(token, self.links.carried(token, self.tree.head(head)))
        if token.dep == "parataxis":
            return SURE
        if token.dep == "acl" and that:
            return self.doubt(head)
        return self._of_context(head) if is_participle(self.tree, token) else SURE

    def _of_context(self, head: Token) -> Doubt:
        above = self.doubt(head)
        return self._doubtful(above) if is_clause(self.tree, head) else above

    def _coordinate(self, token: Token, first: Token) -> Doubt:
        """What the first conjunct inherits; its own doubts too where its verb serves for both."""
        above = self._inherited(first)
        carried = self.tree.children(token, "aux", "cop", "nsubj")
        finite = token.morph.get("VerbForm") == "Fin"
        but = any(fold(c.text) in self.data.but for c in self.tree.children(token, "cc"))
        if carried or finite or but or not is_clause(self.tree, first):
            return above
        return self.data.strongest(above, own_doubt(self.tree, self.data, first))

    def _nominal(self, noun: Token, head: Token) -> Doubt:
        """A noun: doubted by what governs it, carried by a light verb, else presupposed."""
        if is_source(self.tree, self.data, noun) or self._is_given(noun, head):
            return SURE
        carrier = self.links.carrier(noun, head)
        if self.links.governs(carrier, noun):
            return self._complement(noun, carrier)
        if noun.dep.startswith("nsubj"):
            return self._subject(noun, head)
        if noun.dep == "obj":
            false = (read(self.tree, self.data, head) for read in (predicated, of_false_source))
            said = self.data.strongest(SURE, *false)
            if said is not SURE:
                return said
        if head.lemma in self.data.doing and self._is_deed(noun, head):
            return self.doubt(head)
        return self._presupposed(noun, head)

    def _is_deed(self, noun: Token, head: Token) -> bool:
        """Whether a verb of `doing` says that `noun` is done: "procède à un tir"."""
        linked = set(cases_of(self.tree, noun)) <= set(self.data.complement_prepositions)
        oblique = linked and head.lemma not in self.data.giving
        return noun.dep == "obj" or (noun.dep == "obl:arg" and oblique)

    def _subject(self, noun: Token, head: Token) -> Doubt:
        said = attribute(self.tree, self.data, head)
        if said is not SURE:
            return self.data.strongest(said, self.doubt(head))
        if head.lemma in self.data.doing and noun.dep == "nsubj:pass":
            return SURE if is_definite(self.tree, self.data, noun) else self.doubt(head)
        if self.data.verb(head) in self.data.looming and not is_definite(
            self.tree, self.data, noun
        ):
            return Doubt(POSSIBLE, "governor", (head,))
        verb = self.links.happening(head)
        return self._presupposed(noun, head) if verb is None else self.doubt(verb)

    def _presupposed(self, noun: Token, head: Token) -> Doubt:
        """A noun that its head says nothing of: known already, or as sure as its clause."""
        above = self.doubt(head)
        if head.lemma in self.data.contents and above.level == NEGATED:
            cases = cases_of(self.tree, noun)
            linked = any(c in self.data.complement_prepositions for c in cases)
            return self._complement(noun, head) if linked else self._doubtful(above)
        if noun.lemma in self.data.manners and cases_of(self.tree, noun):
            return above
        if head.lemma in self.data.links or is_definite(self.tree, self.data, noun):
            return SURE
        return SURE if above.level == NEGATED else above

    def _is_given(self, token: Token, head: Token) -> bool:
        """A proper name, an apposition, and what is known before it is feared or planned."""
        if token.pos == "PROPN" or token.dep.split(":")[0] in ("appos", "flat"):
            return not is_clause(self.tree, token)
        if head.lemma in self.data.meeting and token.lemma in self.data.undertakings:
            return token.dep == "obj"
        governor = self.links.governor(head)
        known = head.lemma in self.data.known_after and is_definite(self.tree, self.data, token)
        false = head.lemma in self.data.contents and self.doubt(head).level == NEGATED
        return head.pos == "NOUN" and known and governor is not None and not false
