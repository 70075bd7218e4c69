"""Towns told in a clause that begins with a wider place: « En X, l'armée a repris Y »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.claims.containment_words import CITY, COUNTRY, REGION, containment
from kg.claims.facts import Fact
from kg.claims.grammar import Grammar
from kg.claims.language import fold
from kg.claims.referents import Referents
from kg.records import Analysis, Entity, Sentence, Span

FRONT = 4
"""How many words may stand before a place at the head of a sentence."""
COMMA = re.compile(r"(?: \w+)? ?,")


class FrontedPlaces:
    """Reads which towns lie in the place that their clause begins with."""

    def __init__(self, analysis: Analysis, grammar: Grammar, referents: Referents) -> None:
        self._analysis = analysis
        self._tree = grammar.tree
        self._referents = referents
        self._data = containment()
        self._where = self._data.compiled(self._data.where)

    def facts(self) -> Iterator[Fact]:
        """« En X, l'armée a repris Y », « en X, où l'armée a repris Y »: the towns told in X."""
        for sentence in self._analysis.sentences:
            places = self._in_sentence(sentence)
            for position, (outer, span) in enumerate(places):
                if not self._is_front(outer, span, sentence):
                    continue
                for inner, at in places[position + 1 :]:
                    if inner.type == COUNTRY and self._before(at) in self._data.before_front:
                        break
                    if inner.type == CITY and self._is_told_there(at):
                        yield self._data.lies(self._tree, (inner, at), (outer, span), "front")

    def _in_sentence(self, sentence: Sentence) -> list[tuple[Entity, Span]]:
        """The places named in `sentence`, in text order, without those within others."""
        found: dict[Span, Entity] = {}
        for token in sentence.tokens:
            mention = self._referents.outermost(token)
            if mention and self._data.rank(mention[0]) >= 0:
                found.setdefault(mention[1], mention[0])
        return [(entity, span) for span, entity in found.items()]

    def _is_front(self, entity: Entity, span: Span, sentence: Sentence) -> bool:
        """« En X, » at the head of a sentence, « en X, où » anywhere."""
        if self._data.rank(entity) < self._data.rank_of(REGION):
            return False
        after = self._analysis.document.text[span.end : sentence.end]
        if self._where.match(after):
            return True
        first = self._tree.covering(span.start, span.end)[0]
        before = [t for t in sentence.tokens if t.index < first.index]
        opens = bool(before) and fold(before[0].text) in self._data.before_front
        return opens and len(before) <= FRONT and bool(COMMA.match(after))

    def _is_told_there(self, span: Span) -> bool:
        """Whether something is done to the town at `span`, or happens there."""
        first = self._tree.covering(span.start, span.end)[0]
        before = self._tree.tokens[max(0, first.index - 1)]
        if before.pos == "ADP":
            return fold(before.text) in self._data.before_towns
        return before.pos == "VERB" or first.dep.startswith(("obj", "nsubj", "conj"))

    def _before(self, span: Span) -> str:
        """The word before `span`, folded; "" where there is none."""
        first = self._tree.covering(span.start, span.end)[0]
        return fold(self._tree.tokens[first.index - 1].text) if first.index else ""
