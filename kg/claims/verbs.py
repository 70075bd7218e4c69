"""What a verb group says by its form: negation, conditional, future, past, infinitive."""

from __future__ import annotations

from dataclasses import dataclass

from kg.claims.language import fold
from kg.records import Token
from kg.syntax import Tree

AUXILIARIES = ("aux", "cop")
NOMINALS = ("nsubj", "obj", "obl", "iobj")


@dataclass(frozen=True, slots=True)
class Negation:
    """The words that deny.  `words` and `with_ne` need a `ne`, `alone` does not."""

    alone: list[str]

    words: list[str]
    with_ne: list[str]
    ne: list[str]
    bare_ne: list[str]
    none: list[str]
    partitive: list[str]
    not_before: list[str]


def verb_group(tree: Tree, token: Token) -> list[Token]:
    """`token` with its auxiliaries or copula, in text order.

    The auxiliaries right before a participle are its own, wherever the parse puts them.
    """
    group = {t.index: t for t in [token, *tree.children(token, *AUXILIARIES)]}
    if token.morph.get("VerbForm") == "Part":
        index = token.index - 1
        while index >= 0 and tree.tokens[index].pos in ("AUX", "ADV"):
            if tree.tokens[index].pos == "AUX":
                group[index] = tree.tokens[index]
            index -= 1
    return [group[i] for i in sorted(group)]


def is_clause(tree: Tree, token: Token) -> bool:
    """Whether `token` heads a clause: a verb, or whatever has a copula, a subject or a "ne"."""
    return token.pos in ("VERB", "AUX") or bool(
        tree.children(token, "aux", "cop", "nsubj", "expl:subj")
    )


def clause_of(tree: Tree, token: Token) -> Token:
    """The nearest clause head at or above `token`, or the root."""
    while not is_clause(tree, token) and token.head != token.index:
        token = tree.head(token)
    return token


def is_infinitive(tree: Tree, token: Token) -> bool:
    """Whether the verb group of `token` is an infinitive, simple or past."""
    return any(t.morph.get("VerbForm") == "Inf" for t in verb_group(tree, token))


def is_participle(tree: Tree, token: Token) -> bool:
    """Whether `token` is a participle that no finite auxiliary carries."""
    return token.morph.get("VerbForm") == "Part" and not tree.children(token, *AUXILIARIES)


def is_past(tree: Tree, token: Token) -> bool:
    """Whether the verb group of `token` is in a past tense."""
    if tree.children(token, "aux:tense") and token.morph.get("Tense") == "Past":
        return True
    return token.morph.get("VerbForm") == "Fin" and token.morph.get("Tense") in ("Past", "Imp")


def is_finished(tree: Tree, token: Token) -> bool:
    """Whether the verb group is a finished past ("a dû", "dut"), not an imperfect ("devait")."""
    return is_past(tree, token) and token.morph.get("Tense") != "Imp"


def is_negated(tree: Tree, token: Token, negation: Negation) -> bool:
    """Whether the clause of `token` is denied: "ne … pas", "aucun …", "personne ne …", "ni".

    "Ne" alone denies only the few verbs of `bare_ne`; "ne … que" denies nothing.
    """
    dependents = [*_clause_words(tree, token), *_around(tree, token, negation)]
    has_ne = any(fold(d.text) in negation.ne for d in dependents)
    if has_ne and token.lemma in negation.bare_ne:
        return True
    return any(_denies(tree, d, negation, has_ne=has_ne) for d in dependents)


def _clause_words(tree: Tree, token: Token) -> list[Token]:
    own = [c for t in verb_group(tree, token) for c in tree.children(t)]
    below = [
        c
        for d in own
        if d.dep.split(":")[0] in NOMINALS
        for c in tree.children(d, "det", "advmod", "cc", "amod", "nmod", "obl")
    ]
    return own + below


def _around(tree: Tree, token: Token, negation: Negation) -> list[Token]:
    """The "ne" before the verb group of `token`, and the words where its second half stands.

    These are the word before the "ne", those up to the verb, and adverbs right behind the verb.
    """
    group = verb_group(tree, token)
    start = group[0].index - 1
    while start >= 0 and tree.tokens[start].pos in ("PRON", "ADV"):
        if fold(tree.tokens[start].text) in negation.ne:
            break
        start -= 1
    if start < 0 or fold(tree.tokens[start].text) not in negation.ne:
        return []
    end = group[-1].index + 1
    while end < len(tree.tokens) and tree.tokens[end].pos == "ADV":
        end += 1
    return list(tree.tokens[max(0, start - 1) : end])


def _denies(tree: Tree, word: Token, negation: Negation, *, has_ne: bool) -> bool:
    text = fold(word.text)
    following = tree.tokens[min(word.index + 1, len(tree.tokens) - 1)]
    if fold(following.text) in negation.not_before and following.dep != "mark":
        return False
    if text in negation.alone:
        return True
    if text in negation.words:
        return has_ne and not tree.children(word, "det")
    return text in negation.with_ne and has_ne and word.pos == "ADV"
