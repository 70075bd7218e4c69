"""Which words made a fact as sure or unsure as it is: asked of the readers that decided it."""

from __future__ import annotations

from kg.claims.certainty import Climb, climb_of
from kg.claims.doubts import ASSERTED
from kg.claims.language import fold
from kg.claims.sources import occurrences
from kg.claims.verbs import verb_group
from kg.records import Span, Token
from kg.syntax import Tree
from kg.trace import Reason

PLAIN = Reason("")


def certainty_reason(
    tree: Tree, predicate: Token, level: str, *, span: Span, speaker_is_party: bool
) -> Reason:
    """Why the fact whose word is `predicate` is no surer than `level`.

    The arguments are those of `certainty_of`.  The rule is a key of `Hedges.doubts`, or "word" (the
    predicate itself), "governor" (a word above it), "participant", "party", or "" for none.
    """
    climb = climb_of(tree)
    if level == ASSERTED:
        return PLAIN
    if climb.level(predicate) == level:
        return _above(climb, predicate, level)
    if climb.told(predicate) == level:
        return Reason("word", (predicate,))
    for token in tree.covering(span.start, span.end):
        if climb.hedges.agent(token) == level:
            return Reason("participant", _modifiers(climb, token, level))
    return Reason("party") if speaker_is_party else PLAIN


def _above(climb: Climb, token: Token, level: str) -> Reason:
    """The doubt on `token` itself, or what hands it down."""
    for rule, found in climb.hedges.doubts(token).items():
        if found == level:
            return Reason(rule, _words(climb, rule, token, level))
    head = climb.head(token)
    if head is token:
        return PLAIN
    above = climb.charge(token, head) or climb.carried(token, head)
    governor = climb.governor(above)
    if governor and (climb.level(above) != level or governor.level == level):
        return Reason("governor", (above,))
    if climb.level(above) == level:
        return _above(climb, above, level)
    beside = [above, *climb.tree.children(above, "xcomp")]
    adjectives = [a for a in beside if climb.hedges.modified(a) == level]
    return Reason("governor", tuple(adjectives) or (above,))


def _words(climb: Climb, rule: str, token: Token, level: str) -> tuple[Token, ...]:
    """The words that the reader `rule` found on `token`."""
    tree, data = climb.tree, climb.data
    if rule == "modifier":
        return _modifiers(climb, token, level)
    if rule in ("mood", "subjunctive"):
        return tuple(verb_group(tree, token))
    if rule == "question":
        return tree.sentence(token).tokens[-1:]
    if rule in ("phrase", "source"):
        phrases = data.phrases[level] if rule == "phrase" else data.sources
        return tuple(w for words in occurrences(tree, token, tuple(phrases)) for w in words)
    if rule == "misread":
        verb = climb.hedges.governing_before(token)
        return (verb,) if verb else ()
    if rule == "conjunction":
        return tuple(tree.children(token, "mark", "case"))
    if rule == "preceded":
        before = tree.sentence(token).tokens
        governing = [t for t in before if t.index < token.index and data.governor(t)]
        return tuple(governing[-1:])
    return _denials(climb, token)


def _modifiers(climb: Climb, token: Token, level: str) -> tuple[Token, ...]:
    near = [token, *climb.hedges.beside(token)]
    for word in (token, *climb.hedges.bare_complements(token)):
        near += climb.tree.children(word)
    listed = frozenset(climb.data.modifiers[level])
    found = {t.index: t for t in near if climb.hedges.forms(t) & listed}
    if climb.hedges.compound(token) in listed:
        found |= {t.index: t for t in climb.hedges.before(token)}
    return tuple(found[i] for i in sorted(found))


def _denials(climb: Climb, token: Token) -> tuple[Token, ...]:
    """The words of denial near `token`: "n'", "pas", "aucun"."""
    negation = climb.data.negation
    words = {*negation.alone, *negation.words, *negation.with_ne, *negation.ne, *negation.none}
    heads = {token.index, token.head, *(t.index for t in verb_group(climb.tree, token))}
    heads |= {c.index for c in climb.tree.children(token)}
    tokens = climb.tree.sentence(token).tokens
    return tuple(t for t in tokens if t.head in heads and fold(t.text) in words)
