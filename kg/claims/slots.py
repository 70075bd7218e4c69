"""The slots of a frame: which words stand in each place around a trigger."""

from __future__ import annotations

from itertools import islice

from kg.claims.frames import Slot
from kg.claims.grammar import Grammar
from kg.claims.referents import Referents
from kg.records import Token

BESIDE = 5
"""How many words may stand between a noun and the name beside it."""
GOVERNING = ("governor", "governed", "affected")
"""The slots that the verb of a noun fills."""
PHRASE = 12
"""How many words the phrase of a noun and the name apposed to it may take."""


class SlotReader:
    """Finds what stands in the slots of a trigger."""

    def __init__(self, grammar: Grammar, referents: Referents) -> None:
        self._grammar = grammar
        self._tree = grammar.tree
        self._referents = referents

    def fill(self, token: Token, slot: Slot) -> list[Token]:
        """The words that stand in `slot` of the trigger `token`."""
        grammar = self._grammar
        if slot.kind == "subject":
            return grammar.subjects(token)
        if slot.kind == "object":
            return grammar.objects(token)
        if slot.kind == "surface":
            return grammar.surface_subject(token)
        if slot.kind == "oblique":
            return self._oblique(token, slot.prepositions)
        if slot.kind in GOVERNING:
            return self._governed(token, slot)
        if slot.kind == "head":
            return self._head(token)
        if slot.kind == "joined":
            return self._joined(token)
        if slot.kind == "apposed":
            return self._apposed(token)
        if slot.kind == "adjective":
            return self._tree.children(token, "amod")
        if slot.kind == "possessor":
            return [t for t in self._tree.children(token, "det") if t.morph.get("Poss") == "Yes"]
        return self._beside(token)

    def _oblique(self, token: Token, prepositions: frozenset[str]) -> list[Token]:
        """What stands after a preposition; « l'agence de presse de X »: X too."""
        grammar = self._grammar
        found = grammar.obliques(token, prepositions)
        of = prepositions & grammar.words.complement_prepositions
        if found and of and not any(self._refers(t) for t in found):
            return found + [t for word in found for t in grammar.obliques(word, prepositions)]
        return found or grammar.after(token, prepositions)

    def _governed(self, token: Token, slot: Slot) -> list[Token]:
        """The subject, the object or an oblique of the verb that `token` depends on."""
        grammar = self._grammar
        governor = None if self._tree.children(token, "cop") else grammar.governor(token)
        if slot.kind == "affected":
            return grammar.objects(governor) if governor else []
        if slot.kind == "governor":
            return grammar.subjects(governor) if governor else grammar.surface_subject(token)
        if governor is None and token.dep == "nsubj":
            head = self._tree.head(token)
            return [head] if grammar.case(head) in slot.prepositions else []
        return grammar.obliques(governor, slot.prepositions) if governor else []

    def _joined(self, token: Token) -> list[Token]:
        """« X et ses alliés », « X et ses milices alliées »: X."""
        while token.dep in ("amod", "acl"):
            token = self._tree.head(token)
        return [self._tree.head(token)] if token.dep == "conj" else []

    def _apposed(self, token: Token) -> list[Token]:
        """« La branche de Y en Syrie, X »: X, behind the comma after the phrase of `token`."""
        comma = False
        for other in self._tree.tokens[token.index + 1 : token.index + 1 + PHRASE]:
            if comma and other.pos != "DET":
                return [other]
            if other.pos in ("VERB", "AUX", "CCONJ") or other.text in (".", ";", "("):
                return []
            comma = comma or other.text in (",", ":")
        return []

    def _head(self, token: Token) -> list[Token]:
        if token.pos == "NOUN" and (
            self._referents.renamed(token) or self._referents.mention(token)
        ):
            return [token]
        while token.dep == "conj" and self._tree.head(token).pos in ("ADJ", "VERB"):
            token = self._tree.head(token)
        head = self._tree.head(token)
        while head.pos == "ADJ" and head.dep == "amod":
            head = self._tree.head(head)
            if head.dep == "nmod" and not self._refers(head):
                head = self._tree.head(head)
        if token.dep in ("amod", "acl", "appos", "nmod") and head.pos in ("NOUN", "PROPN", "ADJ"):
            while head.dep in ("flat:name", "flat", "amod", "nmod") and not self._refers(head):
                if head.head == head.index:
                    break
                head = self._tree.head(head)
            return [head]
        return self._grammar.surface_subject(token)

    def _refers(self, token: Token) -> bool:
        return self._referents.at(token, stand_for="actor place") is not None

    def _beside(self, token: Token) -> list[Token]:
        """The name right after the trigger, or that it stands behind as an apposition."""
        after = self._tree.tokens[token.index + 1 : token.index + 1 + BESIDE]
        names = (t for t in after if t.pos not in ("ADJ", "DET") and t.text not in ("«", "»", '"'))
        return list(islice(names, 1))
