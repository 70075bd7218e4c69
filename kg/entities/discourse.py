"""What has been spoken of so far: things by token, and the nouns that a pronoun may refer to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from kg.entities.clusters import Cluster
from kg.entities.language import CoreferenceWords, small
from kg.ontology import load
from kg.records import Analysis, Mention, Token
from kg.syntax import Tree

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:caus")
NAMING = ("flat", "flat:name", "appos")

MEMORY = 400
"""How many mentions back and ahead a reference may look."""

Told: TypeAlias = tuple[Mention, Cluster]


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A noun that a pronoun may refer to; `cluster` is None where it names nothing known."""

    token: Token
    cluster: Cluster | None
    plural: bool
    gender: str
    subject: bool


class Discourse:
    """The document with what its mentions are known to refer to."""

    def __init__(self, analysis: Analysis, words: CoreferenceWords) -> None:
        self.tree = Tree(analysis)
        self.sentences = analysis.sentences
        self.words = words
        self._by_token: dict[int, Cluster] = {}
        self._heads: dict[int, Cluster] = {}
        self._told: list[Told] = []
        self.genders: dict[int, str] = {}

    def enter(self, mention: Mention, cluster: Cluster) -> None:
        """Note that `mention` refers to `cluster`; a mention inside another yields to it."""
        for token in self.tokens_of(mention):
            self._by_token.setdefault(token.index, cluster)
        self._heads.setdefault(mention.head, cluster)
        insort(self._told, (mention, cluster), key=_start)

    def tokens_of(self, mention: Mention) -> tuple[Token, ...]:
        """The tokens that a mention covers."""
        tokens = self.tree.tokens
        first = bisect_right(tokens, mention.start, key=lambda t: t.end)
        return tokens[first : bisect_left(tokens, mention.end, key=lambda t: t.start)]

    def told_around(self, start: int) -> tuple[list[Told], list[Told]]:
        """Some mentions before and after an offset, with their things, the nearest first."""
        first = bisect_left(self._told, start, key=_start)
        last = bisect_right(self._told, start, key=_start)
        before = self._told[max(0, first - MEMORY) : first]
        return before[::-1], self._told[last : last + MEMORY]

    def at(self, token: Token) -> Cluster | None:
        """What the mention that covers `token` refers to."""
        return self._by_token.get(token.index)

    def is_a(self, cluster: Cluster, types: tuple[str, ...]) -> bool:
        """Whether the thing is of one of the classes."""
        ontology = load()
        return any(ontology.is_a(cluster.type, type_) for type_ in types)

    def antecedents(self, sentence: int, before: int) -> Iterator[Antecedent]:
        """The nouns of a sentence before token `before`, subjects first, then in order."""
        nouns = [t for t in self._nouns(sentence) if t.index < before]
        nouns.sort(key=lambda t: (not self._is_subject(t), t.index))
        return map(self.antecedent, nouns)

    def antecedent(self, token: Token) -> Antecedent:
        """A noun or pronoun as what a later word may refer to."""
        return Antecedent(
            token=token,
            cluster=self._heads.get(token.index),
            plural=self.is_plural(token),
            gender=self._gender(token),
            subject=self._is_subject(token),
        )

    def _gender(self, token: Token) -> str:
        """Of a common noun or pronoun, or of a person whose title tells it."""
        cluster = self._heads.get(token.index)
        if cluster and id(cluster) in self.genders:
            return self.genders[id(cluster)]
        if token.pos == "PRON":
            return self.words.gender(small(token.text))
        return token.morph.get("Gender", "") if token.pos == "NOUN" else ""

    def _nouns(self, sentence: int) -> list[Token]:
        """Nouns that head a phrase: not the inner words of a name, not plain complements."""
        tokens = self.sentences[sentence].tokens
        return [t for t in tokens if self._is_noun(t)]

    def _is_noun(self, token: Token) -> bool:
        if token.index in self._heads:
            return token.pos != "ADJ" or token.text[0].isupper()
        if small(token.text) in self.words.civilities:
            return False
        return token.pos == "NOUN" and token.index not in self._by_token

    def _is_subject(self, token: Token) -> bool:
        """Also where a title before the name is the subject: « Mme X », « le chef, X »."""
        while token.dep in NAMING and token.head != token.index:
            token = self.tree.tokens[token.head]
        return token.dep in SUBJECTS

    def is_plural(self, token: Token) -> bool:
        """Whether a noun, name or pronoun is plural, by its article where its form is mute."""
        word = small(token.text)
        if word in self.words.owners:
            return word in self.words.plural
        if word in self.words.plural or token.morph.get("Number") == "Plur":
            return True
        if token.pos in ("NOUN", "PRON"):
            return False
        first = token.index
        while first and self._by_token.get(first - 1) is self._by_token.get(first) is not None:
            first -= 1
        return first > 0 and small(self.tree.tokens[first - 1].text) in self.words.plural


def _start(told: Told) -> int:
    return told[0].start
