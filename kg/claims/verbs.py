"""What a verb group says by its form: past, infinitive, participle; and clauses."""

from __future__ import annotations

from kg.records import Token
from kg.syntax import Tree

AUXILIARIES = ("aux", "cop")


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
