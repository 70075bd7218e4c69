"""What a token refers to: an entity, by its own mention or a noun that stands for it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.grammar import Grammar
from kg.claims.language import fold
from kg.records import Entity, Span, Token

COUNTRY, GROUP_WITH_NAME, PERSON = "Country", "ArmedGroup", "Person"
NAME_GAP = 6
CITING = 2
"""How many words before a name may tell that it is cited."""
APPOSITION_REACH = 9
PLACES = ("City", "Region", "Place", "Camp", "Facility", "Country")
PLACE_REACH = 60
"""How many words before « y » the place may stand that it means."""
PAUSES = (",", ":", "(", ";", ".", "?", "!", ")")
APOSTROPHES = ("'", "’")
ADJECTIVAL = ("ADJ", "DET", "PUNCT", "ADV", "NUM")


class Referents:
    """The entities of a document by token."""

    def __init__(self, grammar: Grammar, entities: tuple[Entity, ...]) -> None:
        self._grammar = grammar
        self._tokens = grammar.tree.tokens
        self.entities = {entity.id: entity for entity in entities}
        self._at: dict[int, tuple[Entity, Span]] = {}
        self._around: dict[int, tuple[Entity, Span]] = {}
        for entity in entities:
            for span in entity.mentions:
                self._enter(entity, span)
        self._capitalised = frozenset(self._with_capitals())

    def _enter(self, entity: Entity, span: Span) -> None:
        for token in self._grammar.tree.covering(span.start, span.end):
            around = self._around.get(token.index)
            if around is None or span.end - span.start > around[1].end - around[1].start:
                self._around[token.index] = entity, span
            known = self._at.get(token.index)
            if known is None or span.end - span.start < known[1].end - known[1].start:
                self._at[token.index] = entity, span

    def mention(self, token: Token) -> tuple[Entity, Span] | None:
        """The entity whose mention covers `token`, and that mention."""
        return self._at.get(token.index)

    def outermost(self, token: Token) -> tuple[Entity, Span] | None:
        """The entity whose longest mention covers `token`."""
        return self._around.get(token.index)

    def capitalised(self) -> frozenset[int]:
        """The tokens with a capital in mentions that begin with one."""
        return self._capitalised

    def _with_capitals(self) -> Iterator[int]:
        for index, (_, span) in self._at.items():
            first = self._grammar.tree.covering(span.start, span.end)[0]
            if first.text[0].isupper() and self._tokens[index].text[0].isupper():
                yield index

    def at(self, token: Token, *, stand_for: str = "") -> tuple[Entity, Span] | None:
        """What `token` refers to, by the name beside it or, where `stand_for` says so, behind it.

        `stand_for` names the transparent nouns to look through ("actor", "place", "target").
        """
        if found := self._at.get(token.index):
            return self._citizen(token, found) or found
        if token.pos not in ("NOUN", "PROPN", "ADJ", "NUM", "X"):
            return None
        lists = self._grammar.words.transparent_nouns
        through = any(token.lemma.lower() in lists[name] for name in stand_for.split())
        apposed = self._apposed(token) if through else None
        beside = self._beside(token, through=through)
        if token.pos not in ("NOUN", "ADJ", "NUM"):
            return apposed or beside
        by_state = beside is not None and beside[0].type == COUNTRY and not self._is_name(beside)
        if beside and not by_state:
            return apposed or beside
        return apposed or self.renamed(token) or beside

    def _citizen(self, token: Token, found: tuple[Entity, Span]) -> tuple[Entity, Span] | None:
        """« X, un Américain installé à Y »: X, not his country."""
        before = fold(self._tokens[token.index - 1].text) if token.index else ""
        if found[0].type != COUNTRY or before not in self._grammar.words.indefinites:
            return None
        person = self.renamed(token)
        return person if person and person[0].type == PERSON else None

    def place_of(self, pronoun: Token) -> tuple[Entity, Span] | None:
        """The place that « y » and « en » stand for, the last one told; « où »: the one beside."""
        words = self._grammar.words
        text = fold(pronoun.text)
        if text not in words.place_pronouns | words.source_pronouns:
            return None
        relative = pronoun.pos == "PRON" and text in words.relative_places
        for other in reversed(self._tokens[max(0, pronoun.index - PLACE_REACH) : pronoun.index]):
            found = self._around.get(other.index)
            if found and found[0].type in PLACES and self._is_name(found):
                return found
            if relative and other.pos in ("VERB", "AUX", "NOUN"):
                return None
        return None

    def _apposed(self, noun: Token) -> tuple[Entity, Span] | None:
        """« deux villes du nord, (dont) X et Y »: the first of the names listed behind a noun.

        A name with an article goes on an enumeration of others, unless the noun is counted.
        """
        if noun.morph.get("Number") != "Plur":
            return None
        behind = self._tokens[noun.index + 1 : noun.index + 1 + APPOSITION_REACH]
        pause = next((t for t in behind if t.text in PAUSES or t.pos in ("AUX", "CCONJ")), noun)
        if pause.text not in (",", ":", "("):
            return None
        first = self._tokens[min(pause.index + 1, len(self._tokens) - 1)]
        if fold(first.text) in self._grammar.words.including:
            after = self._tokens[first.index + 1 : first.index + 3]
            first = next((t for t in after if t.pos != "DET"), first)
        elif first.pos == "DET" and self._grammar.tree.children(noun, "nummod"):
            first = self._tokens[min(first.index + 1, len(self._tokens) - 1)]
        found = self._at.get(first.index)
        if found is None or not self._is_name(found) or found[1].start < pause.end:
            return None
        return found if len(self.listed(found)) > 1 else None

    def renamed(self, token: Token) -> tuple[Entity, Span] | None:
        """The name that a noun renames: « X, la branche de … », « X (branche de …) »."""
        comma = False
        for other in reversed(self._tokens[max(0, token.index - NAME_GAP) : token.index]):
            if comma:
                found = self._around.get(other.index)
                return None if found and self._is_cited(found) else found
            if fold(other.text) in self._grammar.words.citing:
                return None
            if other.text in (",", "(", "–", "—"):
                comma = True
            elif other.pos not in ("DET", "ADJ", "NUM", "ADV", "ADP"):
                return None
        return None

    def _is_cited(self, found: tuple[Entity, Span]) -> bool:
        """« Selon X, le chef de … »: X is who says it, and not renamed."""
        first = self._grammar.tree.covering(found[1].start, found[1].end)[0]
        before = self._tokens[max(0, first.index - CITING) : first.index]
        return any(fold(t.text) in self._grammar.words.citing for t in before)

    def listed(self, found: tuple[Entity, Span]) -> list[tuple[Entity, Span]]:
        """`found` with the names that stand in one enumeration with it: « X, Y et Z »."""
        before = self._run(found, forward=False)
        after = self._run(found, forward=True)
        names = [*reversed(before[0]), found, *after[0]]
        return names if before[1] or after[1] else [found]

    def _run(
        self, found: tuple[Entity, Span], *, forward: bool
    ) -> tuple[list[tuple[Entity, Span]], bool]:
        """The names on one side of an enumeration, nearest first, and whether "et" joins any.

        They stand after the preposition of the first, if any: « de X, de Y et de Z ».
        """
        names: list[tuple[Entity, Span]] = []
        joined = separated = pending = False
        inside = self._grammar.tree.covering(found[1].start, found[1].end)
        before = self._tokens[max(0, inside[0].index - 2) : inside[0].index]
        own = {self._grammar.preposition(t) for t in before if t.pos == "ADP"}
        position = inside[-1].index + 1 if forward else inside[0].index - 1
        while 0 <= position < len(self._tokens):
            token = self._tokens[position]
            here = self._at.get(token.index)
            if here and separated:
                names.append(here)
                joined, pending, separated = joined or pending, False, False
                covered = self._grammar.tree.covering(here[1].start, here[1].end)
                position = covered[-1].index if forward else covered[0].index
            elif token.pos == "CCONJ":
                pending = separated = True
            elif token.text == ",":
                separated = True
            elif (
                self._joins(token, separated=separated, forward=forward, own=own)
                or token.pos == "DET"
                or token.text in APOSTROPHES
                or token.text in self._grammar.words.elided_articles
            ):
                pass
            else:
                break
            position += 1 if forward else -1
        return names, joined

    def _follows_on(self, preposition: Token) -> bool:
        """« X et de Y »: whether a conjunction or comma stands right before `preposition`."""
        before = self._tokens[max(0, preposition.index - 1)]
        return before.pos == "CCONJ" or before.text == ","

    def _joins(self, token: Token, *, separated: bool, forward: bool, own: set[str]) -> bool:
        """Whether a preposition stands between two names of one enumeration."""
        if token.pos != "ADP":
            return False
        before = not forward and self._follows_on(token)
        return before or (separated and self._grammar.preposition(token) in own)

    def _beside(self, token: Token, *, through: bool) -> tuple[Entity, Span] | None:
        """The next mention after `token`, over adjectives only; over *de* too if `through`."""
        crossed, words = False, self._grammar.words
        state = token.lemma.lower() in self._grammar.words.state_nouns
        for other in self._tokens[token.index + 1 : token.index + 1 + NAME_GAP]:
            found = self._at.get(other.index)
            if found and found[1].start >= token.end:
                if crossed or (self._is_name(found) and self._adjacent(token, other)):
                    return found
                kind = found[0].type
                if through and (kind == GROUP_WITH_NAME or (state and kind == COUNTRY)):
                    return found
                if not self._is_adjective(other):
                    return None
                continue
            if self._leads_on(other, token):
                if not through:
                    return None
                crossed = True
            elif other.pos == "NOUN" and crossed:
                if not self._transparent(other):
                    return None
            elif (
                not self._skippable(other)
                or other.lemma.lower() in words.bordering
                or other.text.lower() in words.rival
            ):
                return None
        return None

    def _leads_on(self, preposition: Token, noun: Token) -> bool:
        """Whether what follows is what `noun` is part of: « zones de X », « bande à travers X »."""
        words = self._grammar.words
        lemma = preposition.lemma.lower()
        place = noun.lemma.lower() in words.transparent_nouns["place"]
        return lemma in words.complement_prepositions or (
            place and (preposition.pos == "ADP" and lemma in words.place_prepositions)
        )

    def _transparent(self, token: Token) -> bool:
        lists = self._grammar.words.transparent_nouns
        return any(token.lemma.lower() in nouns for nouns in lists.values())

    def _is_adjective(self, token: Token) -> bool:
        return token.pos == "ADJ" or token.text[0].islower()

    def _is_name(self, found: tuple[Entity, Span]) -> bool:
        first = self._grammar.tree.covering(found[1].start, found[1].end)[0]
        return any(c.isupper() for c in first.text) or not first.text.islower()

    def _adjacent(self, token: Token, name: Token) -> bool:
        between = self._tokens[token.index + 1 : name.index]
        return all(
            t.pos in ("ADJ", "PUNCT", "VERB") and t.text not in (",", ":", ";", "(", ")", ".")
            for t in between
        )

    @staticmethod
    def _skippable(token: Token) -> bool:
        if token.pos == "DET":
            return True
        if token.pos == "PUNCT" or not token.text.isalnum():
            return token.text in ("«", "»", '"', "“", "”", "'", "’", "-")
        participle = token.pos == "VERB" and token.morph.get("VerbForm") == "Part"
        return token.pos in ADJECTIVAL or token.pos == "PROPN" or participle
