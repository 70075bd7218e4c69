"""Posts and titles beside names, read over tokens: the parse of appositions can't be relied on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.claims.event_triggers import forms
from kg.claims.facts import Fact, stretch
from kg.claims.grammar import Grammar
from kg.claims.language import fold, language_data
from kg.claims.referents import Referents
from kg.ontology.model import Ontology
from kg.ontology.terms import RelationName
from kg.records import Analysis, Entity, Sentence, Span, Token
from kg.trace import End

LONGEST = 7
"""Words of the longest title."""
REACH = 14
"""Words that the complement of a title may take."""
NEAR = 4
"""Words before a title among which the adjective of a state may stand."""
MAIN = 1.5
"""How many times more often the country that an article is about is told than any other."""
ORGANISATION, COUNTRY = "Organisation", "Country"


@dataclass(frozen=True, slots=True)
class Titles:
    """The content of claims/roles.yaml."""

    titles: dict[RelationName, list[str]]
    membership: RelationName
    citizenship: RelationName
    posts_of_state: frozenset[str]
    rulers: frozenset[str]
    professions: frozenset[str]
    complements: frozenset[str]
    links: frozenset[str]
    stops: frozenset[str]


@dataclass(frozen=True, slots=True)
class Post:
    """A title in a sentence, at tokens `start` to `end` (exclusive), and its first complement."""

    relation: str
    title: str
    start: int
    end: int
    holder_at: int
    organisation: tuple[Entity, Span] | None


class TitleReader:
    """Reads who holds which post."""

    def __init__(
        self, analysis: Analysis, grammar: Grammar, referents: Referents, ontology: Ontology
    ) -> None:
        self._analysis = analysis
        self._grammar = grammar
        self._referents = referents
        self._ontology = ontology
        self._data = language_data("claims/roles", Titles)
        self._relations = {
            title: relation for relation, titles in self._data.titles.items() for title in titles
        }

        self._beginnings = frozenset(title.split(" ")[0] for title in self._relations)
        self._told: set[str] = set()
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

    def facts(self) -> Iterator[Fact]:
        """The posts told of persons, in text order."""
        for sentence in self._analysis.sentences:
            position = 0
            while position < len(sentence.tokens):
                post = self._post(sentence, position)
                if post is None:
                    position += 1
                    continue
                fact = self._fact(sentence, post)
                if fact:
                    self._told.add(fact.subject.id)
                    yield fact
                position = post.end

    def members(self) -> Iterator[Fact]:
        """« X, de l'organisation Y »: who belongs to it without a post."""
        for sentence in self._analysis.sentences:
            tokens = sentence.tokens
            for position, token in enumerate(tokens[:-2]):
                person = self._person(tokens, position - 1)
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
                person = self._person(tokens, position + 1) or self._named_before(tokens, position)
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
            return self._person(tokens, position - 3)
        return None

    def _post(self, sentence: Sentence, start: int) -> Post | None:
        tokens = sentence.tokens
        if not forms(tokens[start]) & self._beginnings:
            return None
        for length in range(LONGEST, 0, -1):
            words = tokens[start : start + length]
            title = " ".join(fold(t.text) for t in words).replace("' ", "'").replace(" - ", "-")
            relation = self._relations.get(title) or self._singular(words, title)
            if relation:
                return self._complete(sentence, relation, title, start, start + len(words))
        return None

    def _singular(self, words: tuple[Token, ...], title: str) -> str | None:
        if len(words) == 1 and words[0].pos == "NOUN":
            return self._relations.get(fold(words[0].lemma))
        return None

    def _complete(
        self, sentence: Sentence, relation: str, title: str, start: int, end: int
    ) -> Post:
        """Reads on over adjectives and complements to where the holder's name may stand."""
        tokens = sentence.tokens
        organisation = None
        position = end
        while position < min(len(tokens), end + REACH):
            token = tokens[position]
            found = self._referents.mention(token)
            if found and found[0].type == "Person":
                break
            if found and self._fits(relation, found[0], title):
                if organisation is None or self._better(found[0], organisation[0], title):
                    organisation = found
                position = self._after(found[1], sentence)
                continue
            if fold(token.text) in self._data.stops or token.pos in ("VERB", "AUX", "CCONJ"):
                break
            position += 1
        return Post(relation, title, start, end, position, organisation)

    def _fits(self, relation: str, entity: Entity, title: str) -> bool:
        if title in self._data.posts_of_state and entity.type != COUNTRY:
            return False
        if title in self._data.professions and entity.type == COUNTRY:
            return False
        return self._ontology.allows("Person", relation, entity.type)

    def _better(self, new: Entity, old: Entity, title: str) -> bool:
        return old.type in ("City", "Region", "Country") and self._ontology.is_a(
            new.type, ORGANISATION
        )

    def _after(self, span: Span, sentence: Sentence) -> int:
        return next(
            (n for n, t in enumerate(sentence.tokens) if t.start >= span.end), len(sentence.tokens)
        )

    def _fact(self, sentence: Sentence, post: Post) -> Fact | None:
        holder = self._holder_after(sentence, post) or self._holder_before(sentence, post)
        if holder is None:
            return None
        organisation = (
            post.organisation
            or self._possessor(sentence, post)
            or self._realm(sentence, post, holder[0])
            or self._home(sentence, post, holder)
        )
        if organisation is None:
            return None
        tokens = sentence.tokens
        token = tokens[post.start]
        spans = [holder[1], Span(token.start, tokens[post.end - 1].end)]
        if post.organisation:
            spans.append(post.organisation[1])
        text = self._analysis.document.text
        role = " ".join(text[token.start : tokens[post.end - 1].end].split())
        return Fact(
            holder[0],
            post.relation,
            organisation[0],
            token,
            stretch(*spans),
            f"{post.relation}.title",
            (("role", role),),
            ends=(End(holder[1]), End(organisation[1])),
        )

    def _possessor(self, sentence: Sentence, post: Post) -> tuple[Entity, Span] | None:
        """« son chef X »: the organisation named before the possessive."""
        if post.start == 0:
            return None
        before = sentence.tokens[post.start - 1]
        if fold(before.text) not in self._grammar.words.possessives:
            return None
        for token in reversed(sentence.tokens[: post.start]):
            found = self._referents.mention(token)
            if found and self._ontology.is_a(found[0].type, ORGANISATION):
                return found
        return None

    def _realm(self, sentence: Sentence, post: Post, holder: Entity) -> tuple[Entity, Span] | None:
        """« l'armée syrienne du président X »: the state of the adjective before the title."""
        if post.title not in self._data.rulers or holder.id in self._told:
            return None
        for token in reversed(sentence.tokens[max(0, post.start - NEAR) : post.start]):
            found = self._referents.mention(token)
            if found and found[0].type == COUNTRY and token.pos == "ADJ":
                return found
            if token.pos in ("VERB", "AUX", "PUNCT"):
                break
        return None

    def _home(
        self, sentence: Sentence, post: Post, holder: tuple[Entity, Span]
    ) -> tuple[Entity, Span] | None:
        """« le président X », « le ministre de la Défense, X »: the state that the article is about."""
        if post.title not in self._data.rulers or holder[0].id in self._told:
            return None
        between = sentence.tokens[post.end : post.holder_at]
        if post.title not in self._data.posts_of_state and any(t.pos != "PUNCT" for t in between):
            return None
        return self._main_country

    def _holder_after(self, sentence: Sentence, post: Post) -> tuple[Entity, Span] | None:
        """« le président français Emmanuel Macron », « Le chef de l'ONUCT, Vladimir Voronkov »."""
        tokens = sentence.tokens
        position = post.holder_at
        while position < len(tokens) and (
            tokens[position].text in (",", "«", "»") or tokens[position].pos == "DET"
        ):
            position += 1
        return self._person(tokens, position)

    def _holder_before(self, sentence: Sentence, post: Post) -> tuple[Entity, Span] | None:
        """« Rita Katz, directrice de X », « X était l'un des chefs de Y »."""
        tokens = sentence.tokens
        position = post.start - 1
        while position >= 0 and (
            tokens[position].pos in ("DET", "ADJ", "ADV", "NUM", "AUX", "ADP")
            or tokens[position].text in (",", "«", "(", "–", "—")
            or tokens[position].text in self._grammar.words.one_of
            or forms(tokens[position]) & self._data.links
        ):
            position -= 1
        if position == post.start - 1 and position >= 0:
            return None
        return self._person(tokens, position)

    def _person(self, tokens: tuple[Token, ...], position: int) -> tuple[Entity, Span] | None:
        if not 0 <= position < len(tokens):
            return None
        found = self._referents.mention(tokens[position])
        return found if found and found[0].type == "Person" else None
