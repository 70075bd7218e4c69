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
PERSON, GROUP = "Person", "Group"


@dataclass(frozen=True, slots=True)
class Description:
    """The phrase of a noun with its number, adjectives and *de* complement, without article."""

    head: Token
    span: Span
    plural: bool


def describe(noun: Token, grammar: Grammar) -> Description:
    """The descriptive phrase of `noun`, over tokens: number, adjectives, *de* complement."""
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
    return Description(noun, Span(tokens[first].start, tokens[last].end), plural)


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
    span = description.span
    name = " ".join(document.text[span.start : span.end].split())
    return Entity(
        id=f"{kind.lower()}:{digest(document.id, plain(name))}",
        type=kind,
        name=name,
        mentions=(span,),
    )
