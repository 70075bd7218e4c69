"""People whom no name covers: the phrase that describes them, and the entity made of it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.claims.grammar import Grammar
from kg.claims.language import fold
from kg.identity import digest
from kg.identity import fold as plain
from kg.records import Document, Entity, Span, Token

REACH = 8
"""How many tokens after a noun may describe it."""
MEMORY = 600
"""How many tokens back people may have been introduced."""
PERSON, GROUP = "Person", "Group"


@dataclass(frozen=True, slots=True)
class Description:
    """The phrase of a noun with its number, adjectives and *de* complement, without article.

    `first` is the phrase by which the people were introduced: « 4 assaillants … les assaillants ».
    """

    head: Token
    span: Span
    plural: bool
    first: Span


def describe(noun: Token, grammar: Grammar) -> Description:
    """The descriptive phrase of `noun`, over tokens: number, adjectives, *de* complement."""
    span, plural = _phrase(noun, grammar)
    bare = (span.start, span.end) == (noun.start, noun.end)
    first = _introduced(noun, grammar) if bare and _has_article(noun, grammar, "Def") else None
    return Description(noun, span, plural, first or span)


def _introduced(noun: Token, grammar: Grammar) -> Span | None:
    """The phrase that told of such people before, counted or with « un »; None if several did."""
    number = noun.morph.get("Number")
    found = None
    for token in grammar.tree.tokens[max(0, noun.index - MEMORY) : noun.index]:
        if token.lemma != noun.lemma or token.morph.get("Number") != number:
            continue
        span, _ = _phrase(token, grammar)
        counted = grammar.tree.covering(span.start, span.end)[0].pos == "NUM"
        if counted or _has_article(token, grammar, "Ind"):
            if found is not None:
                return None
            found = span
    return found


def _has_article(noun: Token, grammar: Grammar, kind: str) -> bool:
    articles = grammar.tree.children(noun, "det")
    return any(token.morph.get("Definite") == kind for token in articles)


def _phrase(noun: Token, grammar: Grammar) -> tuple[Span, bool]:
    """The stretch of the phrase, and whether it tells of several people."""
    tokens = grammar.tree.sentence(noun).tokens
    offset = tokens[0].index
    first = last = noun.index - offset
    while first > 0 and tokens[first - 1].pos in ("NUM", "ADJ") and tokens[first - 1].text != ",":
        first -= 1
    complement = False
    for position in range(last + 1, min(len(tokens), last + REACH)):
        token = tokens[position]
        if token.pos == "ADJ" or token.lemma.lower() in grammar.words.describing:
            last = position
        elif token.lemma.lower() in grammar.words.complement_prepositions and not complement:
            complement = True
        elif not (complement and token.pos in ("NOUN", "PROPN", "X", "DET")):
            break
        elif token.pos != "DET":
            last = position
    plural = noun.morph.get("Number") == "Plur" or tokens[first].pos == "NUM"
    return Span(tokens[first].start, tokens[last].end), plural


def is_people(noun: Token, grammar: Grammar) -> bool:
    """Whether `noun` is a word for people who may be told without a name."""
    return fold(noun.lemma) in grammar.words.people_nouns or (
        fold(noun.text) in grammar.words.people_nouns
    )


def says_nothing(description: Description, grammar: Grammar) -> bool:
    """Whether the phrase only counts people ("32 personnes")."""
    return fold(description.head.lemma) in grammar.words.empty_people


def as_entity(description: Description, document: Document) -> Entity:
    """The group, or the person, that the phrase describes."""
    kind = GROUP if description.plural else PERSON
    span = description.first
    name = " ".join(document.text[span.start : span.end].split())
    return Entity(
        id=f"{kind.lower()}:{digest(document.id, plain(name))}",
        type=kind,
        name=name,
        mentions=tuple(dict.fromkeys((span, description.span))),
    )
