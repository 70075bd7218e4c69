"""Posts and titles beside names, read over tokens: the parse of appositions can't be relied on."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.event_triggers import forms
from kg.claims.facts import Fact, stretch
from kg.claims.grammar import Grammar
from kg.claims.language import fold
from kg.claims.post_bodies import COUNTRY, ORGANISATION, PERSON, Post, PostBodies
from kg.claims.referents import Referents
from kg.claims.role_words import role_words
from kg.ontology.model import Ontology
from kg.records import Analysis, Entity, Sentence, Span, Token
from kg.trace import End

LONGEST = 7
"""Words of the longest title."""
REACH = 14
"""Words that the complement of a title may take."""
TOWNS = ("City", "Region")
PAST = (("tense", "past"),)


class TitleReader:
    """Reads who holds which post."""

    def __init__(
        self, analysis: Analysis, grammar: Grammar, referents: Referents, ontology: Ontology
    ) -> None:
        self._analysis = analysis
        self._grammar = grammar
        self._referents = referents
        self._ontology = ontology
        self._data = role_words()
        self._relations = {
            title: relation for relation, titles in self._data.titles.items() for title in titles
        }

        self._beginnings = frozenset(title.split(" ")[0] for title in self._relations)
        self._told: set[str] = set()
        self._bodies = PostBodies(referents, ontology)

    def facts(self) -> Iterator[Fact]:
        """The posts told of persons, in text order."""
        for sentence in self._analysis.sentences:
            position, last = 0, None
            while position < len(sentence.tokens):
                post = self._post(sentence, position) or self._counterpart(sentence, position, last)
                if post is None:
                    position += 1
                    continue
                fact = self._fact(sentence, post)
                if fact:
                    self._told.add(fact.subject.id)
                    yield fact
                position, last = post.end, post

    def _post(self, sentence: Sentence, start: int) -> Post | None:
        tokens = sentence.tokens
        if not self._words(tokens[start]) & self._beginnings:
            return None
        for length in range(LONGEST, 0, -1):
            words = tokens[start : start + length]
            title = " ".join(fold(t.text) for t in words).replace("' ", "'").replace(" - ", "-")
            title = title.removeprefix(self._data.former_prefix)
            relation = self._relations.get(title) or self._singular(words, title)
            if relation:
                return self._complete(sentence, relation, title, start, start + len(words))
        return None

    def _words(self, token: Token) -> frozenset[str]:
        """The forms of `token`; of « ex-chef », those of « chef »."""
        prefix = self._data.former_prefix
        return frozenset(word.removeprefix(prefix) for word in forms(token))

    def _singular(self, words: tuple[Token, ...], title: str) -> str | None:
        if len(words) == 1 and words[0].pos == "NOUN":
            return self._relations.get(fold(words[0].lemma).removeprefix(self._data.former_prefix))
        return None

    def _counterpart(self, sentence: Sentence, start: int, last: Post | None) -> Post | None:
        """« son homologue turc X »: the same post in another state."""
        if last is None or not forms(sentence.tokens[start]) & self._data.counterparts:
            return None
        return self._complete(sentence, last.relation, last.title, start, start + 1)

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
            if found and found[0].type == PERSON:
                break
            own = found is not None and found[1].start <= tokens[start].start
            if found and not own and self._fits(relation, found, title, tokens[end:position]):
                if organisation is None or self._better(found[0], organisation[0]):
                    organisation = found
                position = self._after(found[1], sentence)
                continue
            if self._ends(token):
                break
            position += 1
        former = self._is_former(tokens, start)
        return Post(relation, title, start, end, position, organisation, former)

    def _ends(self, token: Token) -> bool:
        """Whether the phrase of a title ends before `token`."""
        describes = {fold(token.lemma), fold(token.text)} & self._grammar.words.describing
        verb = token.pos in ("VERB", "AUX", "CCONJ") and not describes
        return verb or fold(token.text) in self._data.stops

    def _is_former(self, tokens: tuple[Token, ...], start: int) -> bool:
        """« l'ancien chef », « ex-chef »."""
        before = {fold(t.text) for t in tokens[max(0, start - 1) : start]}
        prefixed = fold(tokens[start].text).startswith(self._data.former_prefix)
        return prefixed or bool(before & self._data.former)

    def _fits(
        self, relation: str, found: tuple[Entity, Span], title: str, between: tuple[Token, ...]
    ) -> bool:
        entity, span = found
        country = entity.type == COUNTRY
        if title in self._data.posts_of_state and not country:
            return False
        if title in self._data.posts_of_towns and entity.type not in TOWNS:
            return False
        if title in self._data.professions and country:
            return False
        if country and title in self._data.unstately and self._is_adjective(span):
            return False
        if entity.type in TOWNS and any(t.pos == "NOUN" for t in between):
            return False
        return self._ontology.allows(PERSON, relation, entity.type)

    def _is_adjective(self, span: Span) -> bool:
        return self._analysis.document.text[span.start].islower()

    def _better(self, new: Entity, old: Entity) -> bool:
        return old.type in (*TOWNS, COUNTRY) and self._ontology.is_a(new.type, ORGANISATION)

    def _after(self, span: Span, sentence: Sentence) -> int:
        return next(
            (n for n, t in enumerate(sentence.tokens) if t.start >= span.end), len(sentence.tokens)
        )

    def _fact(self, sentence: Sentence, post: Post) -> Fact | None:
        holder = (
            self._holder_after(sentence, post)
            or self._holder_before(sentence, post)
            or self._holder_told(sentence.tokens[post.start])
        )
        if holder is None:
            return None
        organisation = (
            self._bodies.whose(sentence, post)
            or post.organisation
            or self._bodies.possessor(sentence, post)
            or self._state(sentence, post, holder[0])
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
            (("role", role), *(PAST if post.former else ())),
            ends=(End(holder[1]), End(organisation[1])),
        )

    def _state(self, sentence: Sentence, post: Post, holder: Entity) -> tuple[Entity, Span] | None:
        """The state of a ruler of whom no post has been told yet."""
        if post.title not in self._data.rulers or holder.id in self._told:
            return None
        return self._bodies.realm(sentence, post) or self._bodies.home(sentence, post)

    def _holder_after(self, sentence: Sentence, post: Post) -> tuple[Entity, Span] | None:
        """« le président français Emmanuel Macron », « Le chef de l'ONUCT, Vladimir Voronkov »."""
        tokens = sentence.tokens
        position = post.holder_at
        while position < len(tokens) and (
            tokens[position].text in (",", "«", "»")
            or tokens[position].pos == "DET"
            or fold(tokens[position].text) in self._data.ranks
            or self._is_copula(tokens, position)
        ):
            position += 1
        return self._person(tokens, position)

    def _is_copula(self, tokens: tuple[Token, ...], position: int) -> bool:
        """« le chef de Y est X »."""
        copula = tokens[position].lemma == self._grammar.words.copula
        behind = [t for t in tokens[position + 1 : position + 4] if t.pos not in ("DET", "NOUN")]
        found = self._referents.mention(behind[0]) if copula and behind else None
        return found is not None and found[0].type == PERSON

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

    def _holder_told(self, title: Token) -> tuple[Entity, Span] | None:
        """« X, renversé en juillet, était le chef de Y »."""
        if not self._grammar.tree.children(title, "cop"):
            return None
        subjects = self._grammar.surface_subject(title)
        found = self._referents.mention(subjects[0]) if len(subjects) == 1 else None
        return found if found and found[0].type == PERSON else None

    def _person(self, tokens: tuple[Token, ...], position: int) -> tuple[Entity, Span] | None:
        return person_at(self._referents, tokens, position)


def person_at(
    referents: Referents, tokens: tuple[Token, ...], position: int
) -> tuple[Entity, Span] | None:
    """The person whose mention covers the token at `position`, if there is one."""
    if not 0 <= position < len(tokens):
        return None
    found = referents.mention(tokens[position])
    return found if found and found[0].type == PERSON else None
