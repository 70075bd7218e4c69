"""Groups told without a name: « les rebelles » after « les rebelles syriens », the only ones."""

from __future__ import annotations

from collections.abc import Iterable

from kg.entities.clusters import GROUP, Cluster
from kg.entities.discourse import Discourse
from kg.entities.language import small
from kg.records import Mention

ARMED_GROUP = "ArmedGroup"
BETWEEN = ("ADJ", "ADP", "ADV", "DET")
QUOTES = ("«", '"', "“", "'")


class Groups:
    """Finds the group that a noun for people means."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._tokens = discourse.tree.tokens

    def named_by(self, mention: Mention) -> Cluster | None:
        """The armed group right behind: « les rebelles houthis », « les rebelles du M23 »."""
        last = self._discourse.tokens_of(mention)[-1]
        for token in self._tokens[last.index + 1 :]:
            found = self._discourse.at(token)
            if found is not None and found.type == ARMED_GROUP:
                return found
            if token.pos not in BETWEEN and token.text not in QUOTES:
                return None
        return None

    def called_so(self, mention: Mention) -> Cluster | None:
        """The last group called by the noun, else the only one that the article so calls later.

        A people (« les Kurdes ») is the only one called so, or itself.
        """
        before, after = self._discourse.told_around(mention.start)
        earlier = list(self._called(mention, before))
        if mention.text[0].isupper() and mention.canonical[0].isupper():
            every = {id(c): c for c in (*earlier, *self._called(mention, after))}
            return next(iter(every.values())) if len(every) == 1 else None
        if earlier:
            return earlier[0]
        later = {id(c): c for c in self._called(mention, after)}
        return next(iter(later.values())) if len(later) == 1 else None

    def of_kind(self, mention: Mention) -> Cluster | None:
        """The one known group of the kind that a definite noun tells: « les rebelles »."""
        called = self._discourse.words.groups_called({small(mention.text)})
        head = self._tokens[mention.head]
        if any(t.morph.get("Definite") == "Ind" for t in self._discourse.tree.children(head)):
            return None
        told = self._discourse.told_around(mention.start)[0]
        known = {id(c): c for _, c in told if c.type == ARMED_GROUP and c.canonical in called}
        return next(iter(known.values())) if len(known) == 1 else None

    def _called(
        self, mention: Mention, told: Iterable[tuple[Mention, Cluster]]
    ) -> Iterable[Cluster]:
        for other, cluster in told:
            same = other.canonical.partition(" (")[0] == mention.canonical
            if other.type == GROUP and same:
                yield cluster
