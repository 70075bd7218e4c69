"""To whom people belong by what stands beside their names: « X, de Y », « le Y du général X »."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.appositions import person_at
from kg.claims.described import GROUP
from kg.claims.event_triggers import forms
from kg.claims.facts import Fact, stretch
from kg.claims.grammar import Grammar
from kg.claims.language import fold
from kg.claims.post_bodies import COUNTRY, ORGANISATION
from kg.claims.referents import Referents
from kg.claims.role_words import role_words
from kg.ontology.model import Ontology
from kg.records import Analysis, Entity, Span, Token
from kg.trace import End

LED = (
    "ArmedForce",
    "ArmedGroup",
    "Coalition",
    "GovernmentBody",
    "PoliticalParty",
    "Group",
    COUNTRY,
)
"""The classes of what people head who are named right behind it."""
BRACKETS = ("(", ")", "«", "»")
BEHIND = 9
"""How many words behind a name its leader may stand."""


class BelongingReader:
    """Reads who belongs to what, or heads it, without a post being told."""

    def __init__(
        self, analysis: Analysis, grammar: Grammar, referents: Referents, ontology: Ontology
    ) -> None:
        self._analysis = analysis
        self._grammar = grammar
        self._referents = referents
        self._ontology = ontology
        self._data = role_words()

    def members(self) -> Iterator[Fact]:
        """« X, de l'organisation Y »: who belongs to it without a post."""
        for sentence in self._analysis.sentences:
            tokens = sentence.tokens
            for position, token in enumerate(tokens[:-2]):
                person = person_at(self._referents, tokens, position - 1)
                of = fold(tokens[position + 1].lemma) in self._grammar.words.complement_prepositions
                if token.text != "," or person is None or not of:
                    continue
                after = [t for t in tokens[position + 2 : position + 4] if t.pos != "DET"]
                found = self._referents.mention(after[0]) if after else None
                if found and self._ontology.is_a(found[0].type, ORGANISATION):
                    span = stretch(person[1], found[1])
                    relation = self._data.membership
                    rule, ends = f"{relation}.beside", (End(person[1]), End(found[1]))
                    yield Fact(person[0], relation, found[0], token, span, rule, ends=ends)

    def citizens(self) -> Iterator[Fact]:
        """« le Tunisien X », « X, un Tunisien de 24 ans », « X est un Tunisien »."""
        for sentence in self._analysis.sentences:
            tokens = sentence.tokens
            for position, token in enumerate(tokens[1:], start=1):
                found = self._referents.mention(token)
                if not found or not self._is_citizen(tokens[position - 1], token, found):
                    continue
                person = person_at(self._referents, tokens, position + 1) or self._named_before(
                    tokens, position
                )
                if person:
                    span = stretch(person[1], found[1])
                    relation = self._data.citizenship
                    rule, ends = f"{relation}.demonym", (End(person[1]), End(found[1]))
                    yield Fact(person[0], relation, found[0], token, span, rule, ends=ends)

    def _is_citizen(self, before: Token, token: Token, found: tuple[Entity, Span]) -> bool:
        """Whether `token` is the name of one citizen of a country: « le Tunisien »."""
        country, span = found
        article = before.pos == "DET" and before.morph.get("Number") != "Plur"
        alone = span == Span(token.start, token.end) and token.text[0].isupper()
        return (
            country.type == COUNTRY and article and alone and token.text not in country.name.split()
        )

    def _named_before(self, tokens: tuple[Token, ...], position: int) -> tuple[Entity, Span] | None:
        """« X, un Tunisien », « X est un Tunisien »: X."""
        between = tokens[position - 2] if position >= 3 else None
        if between and (between.text in (",", "(") or between.lemma == self._grammar.words.copula):
            return person_at(self._referents, tokens, position - 3)
        return None

    def leaders(self) -> Iterator[Fact]:
        """« les forces de X », « le Y du général X », « le régime syrien de X »: X heads it."""
        for entity in self._referents.entities.values():
            if not any(self._ontology.is_a(entity.type, name) for name in LED):
                continue
            for span in entity.mentions:
                person = self._leader(span) if self._may_be_led(entity, span) else None
                if person:
                    relation = self._data.leadership
                    token = self._grammar.tree.covering(span.start, span.end)[0]
                    yield Fact(
                        person[0],
                        relation,
                        entity,
                        token,
                        stretch(span, person[1]),
                        f"{relation}.beside",
                        ends=(End(person[1]), End(span)),
                    )

    def _may_be_led(self, entity: Entity, span: Span) -> bool:
        """Whether people without a name are such as someone heads: no « opposants de X »."""
        first = self._grammar.tree.covering(span.start, span.end)[0]
        if entity.type == COUNTRY:
            return first.pos == "PROPN" and first.text[0].isupper()
        return entity.type != GROUP or bool(forms(first) & self._data.followers)

    def _leader(self, span: Span) -> tuple[Entity, Span] | None:
        """The person behind « de » in a mention of who is led, or right behind it."""
        tree, words = self._grammar.tree, self._grammar.words
        inside = tree.covering(span.start, span.end)
        sentence = tree.sentence(inside[0]).tokens
        first, last = inside[0].index - sentence[0].index, inside[-1].index - sentence[0].index
        if any(
            fold(t.text) in words.agent_prepositions for t in sentence[max(0, first - 2) : first]
        ):
            return None
        linked = False
        for position in range(first + 1, min(len(sentence), last + BEHIND)):
            token = sentence[position]
            person = person_at(self._referents, sentence, position)
            if person and person[1] != span and token.text[0].isupper():
                return person if linked else None
            if fold(token.text) in words.complement_prepositions:
                linked = True
            elif position <= last:
                linked = linked and self._is_rank(token)
            elif not (self._is_rank(token) if linked else self._goes_on(token, span)):
                return None
        return None

    def _goes_on(self, token: Token, span: Span) -> bool:
        """Whether `token` may stand between a name and « de »: an adjective, an acronym."""
        found = self._referents.mention(token)
        again = found is not None and span in found[0].mentions
        return again or token.pos == "ADJ" or token.text in BRACKETS

    def _is_rank(self, token: Token) -> bool:
        return token.pos == "DET" or fold(token.text) in self._data.ranks
