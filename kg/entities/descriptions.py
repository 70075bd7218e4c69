"""Definite descriptions: « le groupe », « la ville », « le président » and what they refer to."""

from __future__ import annotations

from collections.abc import Iterator

from kg.entities.clusters import DESCRIPTION, NAME, Cluster, fold
from kg.entities.discourse import Discourse, Told
from kg.entities.language import small
from kg.entities.places import CITY, Places, only_one
from kg.entities.titles import Titles
from kg.records import Mention, Token

PERSON, COUNTRY = "Person", "Country"
UNIQUE = ("Coalition", "Facility", "GovernmentBody")
"""Classes of which the last one named is meant, whatever tells it apart."""
BY_FIRST_WORD = ("ArmedGroup", "Coalition")
"""Classes whose things may be told apart without a name: « coalition turco-rebelle »."""
GOVERNMENT = "GovernmentBody"
BY_NOUN = ("Facility", "Region", GOVERNMENT)
QUOTES = ("«", "»", '"', "“", "”")
ARMED_GROUP = "ArmedGroup"
POINTED_AT = (ARMED_GROUP, "Coalition")
APPOSITION_REACH = 12


class Descriptions:
    """Finds what a description refers to."""

    def __init__(self, discourse: Discourse, titles: Titles) -> None:
        self._discourse = discourse
        self._words = discourse.words
        self._titles = titles
        self._tokens = discourse.tree.tokens
        self._places = Places(discourse)

    def earlier(self, mention: Mention) -> Cluster | None:
        """The last thing named before the description that fits it."""
        head = self._tokens[mention.head]
        if small(head.text) in self._words.vague and self._is_pointed_at(head):
            return None
        if self._has_complement(mention) or (mention.type == COUNTRY and self._is_owned(head)):
            return None
        if mention.type == PERSON:
            return self._titles.last_with(small(head.text), mention.start, self._country_of(head))
        fitting = self._fitting(mention, head)
        if mention.type == GOVERNMENT:
            return self._government(head, list(fitting))
        if mention.type == CITY:
            return self._places.main(list(fitting))
        if mention.type == COUNTRY:
            return self._places.country(mention, list(fitting))
        return next((cluster for _, cluster in fitting), None)

    def _is_owned(self, noun: Token) -> bool:
        """« son pays »: whichever that is."""
        return small(self._tokens[max(0, noun.index - 1)].text) in self._words.owners

    def _country_of(self, noun: Token) -> Cluster | None:
        """« le président turc »."""
        adjectives = self._discourse.tree.children(noun, "amod")
        told = (self._discourse.at(token) for token in adjectives)
        return next((c for c in told if c is not None and c.type == COUNTRY), None)

    def _government(self, head: Token, told: list[Told]) -> Cluster | None:
        """« le régime »: the last one called so, else the only government."""
        noun = fold(head.text)
        so = (c for m, c in told if noun in fold(m.text).split())
        return next(so, only_one(told))

    def beside(self, mention: Mention) -> Cluster | None:
        """The thing named right before or after, which the description explains."""
        head = self._tokens[mention.head]
        return self._named_after(mention, head) or self._named_before(mention, head)

    def same_head(self, mention: Mention) -> Cluster | None:
        """« l'armée » after « l'armée turque »: the last such thing named before.

        In the title, where nothing was named, the first one named after it.
        """
        if mention.type == ARMED_GROUP and self._is_told_apart(mention):
            return None
        noun = f"{fold(mention.text)} "
        before, after = self._discourse.told_around(mention.start)
        kinds = (NAME, DESCRIPTION) if mention.type in BY_FIRST_WORD else (NAME,)
        in_title = self._discourse.tree.sentence(self._tokens[mention.head]).paragraph == 0
        for other, cluster in before + after if in_title else before:
            told = other.kind in kinds and fold(other.text).startswith(noun)
            if (
                cluster.type == mention.type
                and told
                and (cluster.type in UNIQUE or cluster.canonical)
            ):
                return cluster
        return None

    def _is_told_apart(self, mention: Mention) -> bool:
        """« les milices alliées »: no others."""
        head = self._tokens[mention.head]
        return bool(self._discourse.tree.children(head, "amod", "acl"))

    def pointed_at(self, mention: Mention) -> Cluster | None:
        """« Cette coalition… »: the organisation that the last sentence is about."""
        head = self._tokens[mention.head]
        if small(head.text) in self._words.vague or not self._is_pointed_at(head):
            return None
        for antecedent in self._discourse.antecedents(mention.sentence - 1, head.index):
            cluster = antecedent.cluster
            if antecedent.subject and cluster and self._discourse.is_a(cluster, POINTED_AT):
                return cluster
        return None

    def _is_pointed_at(self, noun: Token) -> bool:
        determiners = self._discourse.tree.children(noun, "det")
        return any(small(token.text) in self._words.demonstratives for token in determiners)

    def _types(self, mention: Mention) -> tuple[str, ...]:
        return self._words.refers_to.get(mention.type, (mention.type,))

    def _fits(self, mention: Mention, cluster: Cluster | None) -> bool:
        return cluster is not None and self._discourse.is_a(cluster, self._types(mention))

    def _named_after(self, mention: Mention, head: Token) -> Cluster | None:
        """« le groupe (djihadiste) X », « le chef de l'ONU, X »."""
        comma = False
        for token in self._after(mention):
            cluster = self._discourse.at(token)
            if self._fits(mention, cluster) and self._is_name_start(mention, token):
                return cluster
            if token.text in QUOTES:
                continue
            if token.text in (",", "("):
                if comma:
                    return None
                comma = True
            elif comma or not self._may_precede_name(token):
                return None
        return None

    def _after(self, mention: Mention) -> Iterator[Token]:
        head = self._tokens[mention.head]
        sentence = self._discourse.tree.sentence(head)
        for token in self._tokens[head.index + 1 : head.index + 1 + APPOSITION_REACH]:
            if token.start >= sentence.end:
                return
            if token.start >= mention.end:
                yield token

    def _may_precede_name(self, token: Token) -> bool:
        if token.pos in ("ADJ", "ADP", "DET", "NOUN", "PROPN", "NUM"):
            return True
        return small(token.text) in self._words.introducing

    def _is_name_start(self, mention: Mention, token: Token) -> bool:
        """Whether a name starts here that is no complement of the description."""
        if mention.type == COUNTRY and token.text[0].islower():
            return False
        before = self._tokens[token.index - 1]
        return before.pos not in ("ADP", "DET") and not self._is_same_thing(before, token)

    def _is_same_thing(self, before: Token, token: Token) -> bool:
        cluster = self._discourse.at(token)
        return cluster is not None and self._discourse.at(before) is cluster

    def _named_before(self, mention: Mention, head: Token) -> Cluster | None:
        """« X, le chef de l'ONU »."""
        index = head.index - 1
        while index > 0 and self._tokens[index].pos in ("DET", "ADJ", "NUM"):
            index -= 1
        if index < 1 or self._tokens[index].text != ",":
            return None
        cluster = self._discourse.at(self._tokens[index - 1])
        return cluster if self._fits(mention, cluster) else None

    def _has_complement(self, mention: Mention) -> bool:
        """« les combattants de l'EI »: whoever they are, no one named before.

        A verb is no complement: « a permis au groupe de fuir ».
        """
        after = next(self._after(mention), None)
        if after is None or small(after.text) not in self._words.linking:
            return False
        return self._tokens[min(after.index + 1, len(self._tokens) - 1)].pos not in ("VERB", "AUX")

    def _fitting(self, mention: Mention, head: Token) -> Iterator[Told]:
        if self._discourse.is_plural(head) and mention.type == COUNTRY:
            return
        called = self._words.groups_called(self._calling(head))
        for other, cluster in self._discourse.told_around(mention.start)[0]:
            if not self._fits(mention, cluster) or self._is_neighbour(other):
                continue
            if called and cluster.canonical and cluster.canonical not in called:
                continue
            if self._needs_noun(mention, head) and not self._shares_noun(head, cluster):
                continue
            if mention.type == COUNTRY and other.kind != NAME:
                continue
            yield other, cluster

    def _calling(self, head: Token) -> set[str]:
        """The noun and its adjectives: « le groupe djihadiste »."""
        adjectives = self._discourse.tree.children(head, "amod")
        return {small(token.text) for token in (head, *adjectives)}

    def _is_neighbour(self, mention: Mention) -> bool:
        """Told only as the other side of a border."""
        head = self._tokens[mention.head]
        return small(self._discourse.tree.head(head).text) in self._words.borders

    def _shares_noun(self, head: Token, cluster: Cluster) -> bool:
        noun = small(head.text)
        same = next((nouns for nouns in self._words.same_nouns if noun in nouns), {noun})
        folded = set(map(fold, same))
        told = (*cluster.names, *cluster.references)
        return any(folded & set(fold(other.text).split()) for other in told)

    def _needs_noun(self, mention: Mention, head: Token) -> bool:
        return mention.type in BY_NOUN or small(head.text) in self._words.by_noun
