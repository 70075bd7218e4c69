"""Small tests on a word in its clause: articles, prepositions, copulas."""

from __future__ import annotations

from kg.claims.certainty.data import CertaintyData
from kg.claims.language import fold
from kg.claims.verbs import is_clause, is_infinitive, is_participle
from kg.records import Token
from kg.syntax import Tree


def is_definite(tree: Tree, data: CertaintyData, noun: Token) -> bool:
    """Whether `noun` is told as known: "le", "ce", "son", a complement with such, a name."""
    for child in tree.children(noun, "det", "case", "nmod"):
        morph = child.morph
        if morph.get("Definite") == "Def" or morph.get("PronType") == "Dem":
            return True
        if morph.get("Poss") == "Yes" or fold(child.text) in data.contracted:
            return True
    return noun.pos == "PROPN"


def is_capitalised(tree: Tree, noun: Token) -> bool:
    """Whether `noun` is a word of a name ("l'État islamique"), as its one capital says."""
    inside = tree.sentence(noun).tokens[0] is not noun
    return noun.pos == "NOUN" and inside and noun.text.istitle()


def is_source(tree: Tree, data: CertaintyData, noun: Token) -> bool:
    """Whether `noun` is who says it ("selon des témoins"), which no doubt touches."""
    return any(fold(c.text) in data.sources for c in tree.children(noun, "case"))


def is_that_clause(tree: Tree, data: CertaintyData, clause: Token) -> bool:
    """Whether "que" opens `clause`."""
    conjunctions = [t for t in tree.children(clause) if t.pos == "SCONJ"]
    marks = [*tree.children(clause, "mark"), *conjunctions]
    return any(fold(m.text) in data.that for m in marks)


def is_bare_noun(tree: Tree, token: Token) -> bool:
    """Whether `token` is a noun without a preposition."""
    noun = token.pos in ("NOUN", "PROPN") and not is_clause(tree, token)
    return noun and not tree.children(token, "mark", "case")


def is_set_off(tree: Tree, modifier: Token) -> bool:
    """Whether `modifier` adds what is known of its noun: "les milices, soutenues par X, …"."""
    participle = is_participle(tree, modifier) and modifier.morph.get("Tense") == "Past"
    beside = tree.tokens[max(0, modifier.index - 1)].text == ","
    return participle and beside and modifier.dep in ("acl", "amod")


def is_object(tree: Tree, noun: Token) -> bool:
    """Whether an infinitive after `noun` is its verb's: "empêcher le groupe de frapper"."""
    elliptic = noun.dep.startswith("obl") and tree.head(noun).pos in ("ADJ", "NOUN")
    placed = elliptic or noun.dep in ("obj", "iobj", "obl:arg", "nsubj:pass")
    return placed and noun.pos != "VERB"


def is_copular(tree: Tree, data: CertaintyData, word: Token) -> bool:
    """Whether `word` says what its subject is: "est imminente", "reste un objectif"."""
    return bool(tree.children(word, "cop", "aux:pass")) or data.verb(word) in data.copular


def is_to_be(tree: Tree, data: CertaintyData, infinitive: Token) -> bool:
    """Whether `infinitive` says what is to be done: "est à craindre"."""
    marks = [fold(t.text) for t in tree.children(infinitive, "mark")]
    return is_infinitive(tree, infinitive) and any(t in data.to_be for t in marks)


def cases_of(tree: Tree, token: Token, *deps: str) -> list[str]:
    """The prepositions (or words of other labels `deps`) on `token`."""
    return [fold(c.text) for c in tree.children(token, *(deps or ("case",)))]
