"""In what a post is held that its title does not tell: « son chef X », « le président X »."""

from __future__ import annotations

from dataclasses import dataclass

from kg.claims.language import fold
from kg.claims.lexicon import words
from kg.claims.referents import Referents
from kg.claims.role_words import role_words
from kg.ontology.model import Ontology
from kg.records import Entity, Sentence, Span

NEAR = 4
"""Words before a title among which the adjective of a state may stand."""
MAIN = 1.5
"""How many times more often the country that an article is about is told than any other."""
ORGANISATION, COUNTRY, PERSON = "Organisation", "Country", "Person"


@dataclass(frozen=True, slots=True)
class Post:
    """A title in a sentence, at tokens `start` to `end` (exclusive), and its first complement."""

    relation: str
    title: str
    start: int
    end: int
    holder_at: int
    organisation: tuple[Entity, Span] | None
    former: bool = False


class PostBodies:
    """Finds the organisation or state of a post by what stands around its title."""

    def __init__(self, referents: Referents, ontology: Ontology) -> None:
        self._referents = referents
        self._ontology = ontology
        self._data = role_words()
        self._words = words()
        self._main_country = self._most_told()

    def _most_told(self) -> tuple[Entity, Span] | None:
        """The country told more than any other by far, with its first mention."""
        countries = [e for e in self._referents.entities.values() if e.type == COUNTRY]
        ranked = sorted(countries, key=lambda e: -len(e.mentions))
        if not ranked:
            return None
        if ranked[1:] and len(ranked[0].mentions) < MAIN * len(ranked[1].mentions):
            return None
        return ranked[0], ranked[0].mentions[0]

    def possessor(self, sentence: Sentence, post: Post) -> tuple[Entity, Span] | None:
        """« son chef X »: the organisation named before the possessive."""
        if post.start == 0:
            return None
        before = sentence.tokens[post.start - 1]
        if fold(before.text) not in self._words.possessives:
            return None
        referent = self._referents.mention(before)
        if referent and self._ontology.is_a(referent[0].type, ORGANISATION):
            return referent
        for token in reversed(sentence.tokens[: post.start]):
            found = self._referents.mention(token)
            if found and self._ontology.is_a(found[0].type, ORGANISATION):
                return found
        return None

    def whose(self, sentence: Sentence, post: Post) -> tuple[Entity, Span] | None:
        """« Y, dont le chef est X »: Y."""
        before = list(sentence.tokens[: post.start])
        while before and before[-1].pos in ("DET", "ADJ"):
            before.pop()
        if len(before) < 2 or fold(before[-1].text) not in self._data.whose:
            return None
        name = before[-3] if before[-2].text == "," and len(before) > 2 else before[-2]
        found = self._referents.mention(name)
        allowed = found and self._ontology.allows(PERSON, post.relation, found[0].type)
        return found if allowed else None

    def realm(self, sentence: Sentence, post: Post) -> tuple[Entity, Span] | None:
        """« l'armée syrienne du président X »: the state of the adjective before the title."""
        for token in reversed(sentence.tokens[max(0, post.start - NEAR) : post.start]):
            found = self._referents.mention(token)
            if found and found[0].type == COUNTRY and token.pos == "ADJ":
                return found
            if token.pos in ("VERB", "AUX", "PUNCT"):
                break
        return None

    def home(self, sentence: Sentence, post: Post) -> tuple[Entity, Span] | None:
        """« le président X », « le ministre de la Défense, X »: the state of the article."""
        between = sentence.tokens[post.end : post.holder_at]
        if post.title not in self._data.posts_of_state and any(t.pos != "PUNCT" for t in between):
            return None
        return self._main_country
