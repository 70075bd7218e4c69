"""People whom no name covers: the phrase that describes them, and the entity made of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.claims.grammar import Grammar
from kg.claims.language import fold
from kg.identity import digest, local_id
from kg.identity import fold as plain
from kg.records import Document, Entity, Span, Token

INNER = ("det", "nummod", "amod", "advmod", "nmod", "flat", "fixed", "case", "flat:name", "obl")
PERSON, GROUP = "Person", "Group"


@dataclass(frozen=True, slots=True)
class Description:
    """The phrase of a noun with its number, adjectives and *de* complement, without article."""

    head: Token
    span: Span
    plural: bool


def describe(noun: Token, grammar: Grammar) -> Description:
    """The descriptive phrase of `noun`."""
    tree = grammar.tree
    kept = [noun]
    for child in tree.children(noun, "nummod", "amod", "nmod", "flat", "appos"):
        if child.dep == "nmod" and grammar.case(child) not in grammar.words.complement_prepositions:
            continue
        if child.dep == "appos":
            continue
        kept += [t for t in tree.subtree(child) if abs(t.index - noun.index) < 9]
    kept = _contiguous(sorted(kept, key=lambda t: t.index), noun)
    plural = noun.morph.get("Number") == "Plur" or any(t.pos == "NUM" for t in kept)
    return Description(noun, Span(kept[0].start, kept[-1].end), plural)


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


def actor_groups(
    grammar: Grammar, document: Document, taken: frozenset[int]
) -> tuple[Entity, ...]:
    """The armed groups told without a name ("les rebelles"), one for each noun; not tokens `taken`."""
    found: dict[str, list[Description]] = {}
    for token in grammar.tree.tokens:
        plural = token.morph.get("Number") == "Plur" and token.pos == "NOUN"
        lemma = fold(token.lemma)
        if plural and lemma in grammar.words.actor_groups and token.index not in taken:
            found.setdefault(lemma, []).append(describe(token, grammar))
    return tuple(_group(told, document) for told in found.values())


def _group(told: list[Description], document: Document) -> Entity:
    fullest = max(told, key=lambda d: (d.span.end - d.span.start, -d.span.start))
    spans = tuple(Span(d.head.start, d.head.end) for d in told)
    return replace(
        as_entity(fullest, document),
        id=local_id(GROUP.lower(), document.id, told[0].head.start),
        mentions=spans,
    )


def _contiguous(tokens: list[Token], noun: Token) -> list[Token]:
    kept = [noun]
    for token in reversed([t for t in tokens if t.index < noun.index]):
        if token.index == kept[0].index - 1:
            kept.insert(0, token)
    for token in (t for t in tokens if t.index > noun.index):
        if token.index == kept[-1].index + 1 and token.pos != "PUNCT":
            kept.append(token)
    return kept
