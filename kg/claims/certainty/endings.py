"""States that the sentence says have ended: "a cessé de soutenir", "a mis fin à son aide"."""

from __future__ import annotations

from kg.claims.certainty.climb import climb_of
from kg.claims.certainty.data import SURE
from kg.records import Token
from kg.syntax import Tree

ENDED = ("obj", "obl", "nmod", "xcomp", "ccomp", "advcl", "acl", "nsubj:pass")


def ended(tree: Tree, word: Token) -> dict[str, str]:
    """The qualifiers of the state that `word` (a verb or a noun) tells, where it has ended."""
    climb = climb_of(tree)
    head = climb.links.head(word)
    if not {word.dep, word.dep.split(":")[0]} & set(ENDED):
        return {}
    beside = [t for t in tree.children(head, "obj", "xcomp", "obl") if t.index < word.index]
    ending = any(t.lemma in climb.data.ending for t in (head, *beside))
    return climb.data.ended if ending and climb.doubt(head) is SURE else {}
