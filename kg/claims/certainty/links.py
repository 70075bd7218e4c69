"""Which word makes something of which: heads and governors as the text has them."""

from __future__ import annotations

from dataclasses import dataclass

from kg.claims.certainty.data import ASSERTED, NEGATED, CertaintyData, Governor
from kg.claims.certainty.openings import opens
from kg.claims.certainty.signs import (
    cases_of,
    is_capitalised,
    is_object,
    is_source,
    is_that_clause,
)
from kg.claims.certainty.unlinked import unlinked_governors
from kg.claims.verbs import is_infinitive
from kg.records import Token
from kg.syntax import Tree


def links_of(tree: Tree, data: CertaintyData) -> Links:
    """The links of `tree`."""
    unlinked = unlinked_governors(tree, data)
    return Links(tree, data, unlinked, frozenset(t.index for t in unlinked.values()))


@dataclass(frozen=True, slots=True)
class Links:
    """Heads and governors; `unlinked` maps words to the governors that the parse misses."""

    tree: Tree
    data: CertaintyData
    unlinked: dict[int, Token]
    misses: frozenset[int]

    def head(self, token: Token) -> Token:
        """The head of `token`."""
        return self.unlinked.get(token.index) or self.tree.head(token)

    def governor(self, token: Token) -> Governor | None:
        """The governor class of `token`; none for a word of a conjunction ("à supposer que")."""
        if token.pos != "VERB" and token.index in self.misses:
            return self.data.finite_governor(token)
        if opens(self.tree, token) or is_capitalised(self.tree, token):
            return None
        return self.data.governor(token)

    def carrier(self, noun: Token, head: Token) -> Token:
        """The governor of `noun`, where the parse hangs it on a word beside: `head` otherwise."""
        return self._charge(noun, head) or self.carried(noun, head)

    def carried(self, token: Token, head: Token) -> Token:
        """The governor noun of a light verb, where a complement hangs on the verb instead.

        "faire état de dix morts", "avoir l'intention d'attaquer", "ordre a été donné de tirer"
        """
        if head.lemma not in self.data.doing:
            return head
        passive = ("nsubj:pass",) if is_infinitive(self.tree, token) else ()
        objects = self.tree.children(head, "obj", "xcomp", "obl", *passive)
        nouns = [o for o in objects if o.index < token.index and self.governor(o)]
        return nouns[-1] if nouns else head

    def governs(self, head: Token, noun: Token) -> bool:
        """Whether `head` makes something of `noun`, its dependent or what it is carrier of."""
        governor = self.governor(head)
        if governor is None:
            return False
        if governor.subjects and noun.dep.startswith("nsubj"):
            return noun.lemma not in self.data.undertakings
        if governor.plans and not self._is_plan(noun):
            return False
        cases = cases_of(self.tree, noun, "case", "mark")
        if any(c in governor.prepositions for c in cases):
            return True
        return governor.objects and self._is_complement(head, noun, cases)

    def happening(self, head: Token) -> Token | None:
        """The verb that only says that its subject takes place: "survient", "doit commencer"."""
        verbs = [head, *(v for v in self.tree.children(head, "xcomp") if self.governor(head))]
        return next((v for v in verbs if self._happens(v)), None)

    def _happens(self, verb: Token) -> bool:
        objects = self.tree.children(verb, "obj", "obl")
        idiom = any(t.lemma in self.data.taking_effect for t in objects)
        return idiom or verb.lemma in self.data.happening

    def tells_content(self, clause: Token, noun: Token) -> bool:
        """Whether `clause` is what `noun` says: "la rumeur selon laquelle …", "l'idée que …"."""
        tree, data = self.tree, self.data
        sources = [t for t in tree.children(clause) if is_source(tree, data, t)]
        relative = any(t.morph.get("PronType") == "Rel" or t.pos == "PRON" for t in sources)
        tells = relative or (noun.pos == "NOUN" and is_that_clause(tree, data, clause))
        return tells and self.governor(noun) is not None

    def _charge(self, noun: Token, head: Token) -> Token | None:
        """The verb of a charge that the parse hangs on the accused: "accuse X de torture"."""
        verb = self.tree.head(head)
        governor = self.governor(verb)
        bare = not self.tree.children(noun, "det") and noun.pos == "NOUN"
        accused = governor is not None and governor.own and bool(governor.prepositions)
        return verb if bare and accused and is_object(self.tree, head) else None

    def _is_complement(self, head: Token, noun: Token, cases: list[str]) -> bool:
        passive = noun.dep == "nsubj:pass" or (
            noun.dep.startswith("nsubj") and self.tree.children(head, "expl:comp", "expl:pass")
        )
        linked = not cases or any(c in self.data.complement_prepositions for c in cases)
        link = noun.dep.split(":")[0]
        oblique = link in (("obl",) if not cases else ("obl", "nmod", "xcomp"))
        return bool(passive) or noun.dep == "obj" or (linked and oblique)

    def _is_plan(self, noun: Token) -> bool:
        """Whether `noun` tells what is only planned, tried, heard or supposed, or has a date."""
        governor = self.data.governor(noun)
        doubted = governor is not None and governor.level not in (ASSERTED, NEGATED)
        return doubted or noun.lemma in (*self.data.contents, *self.data.scheduled)
