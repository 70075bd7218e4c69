"""The numbers that a document counts people with: the dead, the wounded, others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.claims.language import fold
from kg.claims.numbers import CountData, Number, bound_after, count_data, find_numbers
from kg.claims.sources import spaced
from kg.claims.tolls import FATALITIES, OTHER, Tolls
from kg.claims.verbs import verb_group
from kg.claims.wordings import Wording, find_wordings
from kg.records import Analysis, Sentence, Token
from kg.syntax import Tree

REACH = 4  # words between a number and the noun that it counts

NAMES = ("NOUN", "PROPN")
LISTING = (":", "(")
NOBODY = "0"
"""The value of a count of nobody."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number at `start` to `end` with its bound.

    `value` is "26", ">=32", ">50", "~20", "<=3", "85-90", "0", or vague words as in the text.
    `kind` is fatalities, injured or other.  `head` is the counted noun (or the number itself),
    `noun` its lemma, `predicate` the word that makes it a toll.  `who` words the people counted,
    "" where the noun is the toll ("32 morts").  A `subset` is a part of a total told before it, a
    `revised` one the new figure of it.  `side` words the party that it is told of: « 40 chez … ».
    """

    start: int
    end: int
    value: str
    kind: str
    noun: str
    head: Token
    predicate: Token
    who: str = ""
    subset: bool = False
    revised: bool = False
    side: str = ""


def find_counts(analysis: Analysis, tree: Tree | None = None) -> tuple[Count, ...]:
    """The counts of a document in text order; dates, durations and measures are none."""
    tree = tree or Tree(analysis)
    dates = find_wordings(analysis.document.text)
    finder = _Finder(tree, count_data())
    found = [
        count
        for sentence in analysis.sentences
        for count in finder.in_sentence(sentence)
        if not _is_dated(count, dates)
    ]
    return tuple(found)


def _is_dated(count: Count, dates: tuple[Wording, ...]) -> bool:
    """Whether `count` overlaps one of `dates`, which are in order and overlap none."""
    first = bisect_right(dates, count.start, key=lambda date: date.end)
    return first < len(dates) and dates[first].start < count.end


@dataclass(frozen=True, slots=True)
class _Finder:
    tree: Tree
    data: CountData

    def in_sentence(self, sentence: Sentence) -> list[Count]:
        counts: list[Count] = []
        for number in find_numbers(spaced(sentence.tokens)):
            count = self._of_number(sentence, number)
            if count is not None:
                counts.append(self._as_part(count, counts))
        taken = {c.head.index for c in counts}
        if self._tolls.may_be_told(sentence):
            counts += [c for c in self._wordless(sentence) if c.head.index not in taken]
        return sorted(counts, key=lambda c: (c.start, c.end))

    def _of_number(self, sentence: Sentence, number: Number) -> Count | None:
        start, end = sentence.start + number.start, sentence.start + number.end
        words = self.tree.covering(start, end)
        noun = self._counted(words[-1])
        if noun is not None and noun.lemma in self.data.measures:
            return None
        head = noun or words[-1]
        toll = (
            (noun and self._tolls.of_noun(noun))
            or self._tolls.of_verb_before(words[0])
            or self._tolls.of_people(head)
        )
        kind, predicate = toll or (OTHER, head)
        if head.lemma in self.data.not_people:
            kind, predicate = OTHER, head
        if number.value == "1" and (predicate is not head or kind == OTHER):
            return None  # an article; see `_single`
        who = self._phrase(head) if noun is not None and predicate is not noun else ""
        value = number.value
        if noun is not None and value.isdigit():
            value = bound_after(self._behind(noun)) + value
        return Count(start, end, value, kind, head.lemma, head, predicate, who)

    def _behind(self, noun: Token) -> str:
        following = self.tree.tokens[noun.index + 1 : noun.index + 3]
        return fold(" ".join(t.text for t in following))

    @property
    def _tolls(self) -> Tolls:
        return Tolls(self.tree, self.data)

    def _counted(self, last: Token) -> Token | None:
        """The noun that the number ending in `last` counts."""
        sentence = self.tree.sentence(last)
        after = [t for t in sentence.tokens if t.index > last.index][:REACH]
        for token in after:
            if self._tolls.of_noun(token) or token.lemma in self.data.measures:
                return token
            if token.pos in ("NOUN", "PROPN") or token.lemma in self.data.measures:
                return token
            if fold(token.text) not in self.data.linking and token.pos not in ("ADJ", "NUM"):
                return None
        return None

    def _as_part(self, count: Count, before: list[Count]) -> Count:
        """`count` as a part of the last toll ("dont", brackets, a colon), or its new figure."""
        tolls = [c for c in before if c.kind != OTHER and not c.subset]
        if not tolls or (count.kind != OTHER and count.predicate is count.head):
            return count
        first = self.tree.covering(count.start, count.end)[0]
        previous = {fold(t.text) for t in self.tree.tokens[max(0, first.index - 2) : first.index]}
        if count.kind == OTHER and previous & self.data.revised:
            return replace(count, kind=tolls[-1].kind, predicate=tolls[-1].predicate, revised=True)
        if count.kind == OTHER and (side := self._side(count, previous)):
            return replace(count, kind=tolls[-1].kind, predicate=tolls[-1].predicate, side=side)
        if previous & self.data.subset or self._is_listed(tolls[-1], first):
            toll = tolls[-1]
            who = self._phrase(count.head)
            return replace(count, kind=toll.kind, predicate=toll.predicate, who=who, subset=True)
        return count

    def _side(self, count: Count, previous: set[str]) -> str:
        """The word that tells of which side a number is, given that a toll was told before."""
        against = previous & self.data.sides_before
        last = self.tree.covering(count.start, count.end)[-1]
        following = {fold(t.text) for t in self.tree.tokens[last.index + 1 : last.index + 3]}
        beside = following & self.data.sides_after
        return min(against | beside, default="")

    def _is_listed(self, toll: Count, first: Token) -> bool:
        between = self.tree.tokens[toll.head.index + 1 : first.index]
        return any(t.text in LISTING for t in between) and all(t.pos != "VERB" for t in between)

    def _wordless(self, sentence: Sentence) -> Iterator[Count]:
        """Counts without a number: "aucun mort" is 0, "un policier a été tué" is 1."""
        for token in sentence.tokens:
            if token.pos not in (*NAMES, "ADJ", "VERB"):
                continue
            named = self._tolls.of_noun(token)
            if named is not None and self._is_none(token):
                yield Count(token.start, token.end, NOBODY, named[0], token.lemma, token, token)
            elif named is None and token.pos in NAMES:
                yield from self._single(token)
        pronouns = self.data.one_of | self.data.nobody
        for token in sentence.tokens:
            if (
                token.dep.startswith("nsubj")
                and token.pos not in NAMES
                and fold(token.text) in pronouns
            ):
                yield from self._single(token)

    def _is_none(self, noun: Token) -> bool:
        """Whether `noun` has a word of none before it: "aucun mort", "n'a pas fait de morts"."""
        if noun.index == 0 or noun.morph.get("VerbForm") is not None:
            return False
        before = noun.index - 1
        if fold(self.tree.tokens[before].text) in self.data.linking:
            before -= 1
            while before > 0 and self.tree.tokens[before].pos in ("VERB", "AUX"):
                before -= 1
        return fold(self.tree.tokens[max(0, before)].text) in self.data.none

    def _single(self, noun: Token) -> Iterator[Count]:
        toll = self._tolls.of_people(noun)
        if toll is None or noun.dep in ("flat:name", "appos") or self._is_counted_with(noun):
            return
        kind, predicate = toll
        if noun.dep == "nmod" and self.tree.head(noun).lemma in self.data.not_people:
            return  # « un avion de l'armée a été abattu »
        members = self._members(noun, predicate)
        several = any(t.morph.get("Number") == "Plur" for t in verb_group(self.tree, predicate))
        if several != (len(members) > 1):
            return
        people = all(self._is_one(m) for m in members)
        if members[0] is noun and people and self._sure(predicate, kind):
            count = self._people(noun, kind, predicate, len(members))
            yield replace(count, value=NOBODY) if self._tolls.is_nobody(noun) else count

    def _members(self, noun: Token, predicate: Token) -> list[Token]:
        """`noun` and those told together with it: "un capitaine et sa femme"."""
        subjects = self.tree.children(predicate, "nsubj")
        firsts = subjects if noun in subjects else [noun]
        below = [t for first in firsts for t in self.tree.subtree(first)]
        others = [t for t in below if t.dep == "conj" and t.pos in NAMES]
        members = {t.index: t for t in [*firsts, *others] if t.pos != "PRON" or t is noun}
        return [members[i] for i in sorted(members)]

    def _people(self, noun: Token, kind: str, predicate: Token, number: int) -> Count:
        who, value = self._phrase(noun), str(self.data.couples.get(noun.lemma, number))
        return Count(noun.start, noun.end, value, kind, noun.lemma, noun, predicate, who)

    def _is_counted_with(self, noun: Token) -> bool:
        """Whether `noun` is coordinated with one that counts for both ("X et sa femme")."""
        first = self.tree.head(noun)
        return (
            noun.dep == "conj"
            and self._is_one(first)
            and (self._tolls.of_people(first) is not None)
        )

    def _sure(self, predicate: Token, kind: str) -> bool:
        """Whether the word says it of living beings only."""
        heads = self.data.fatalities.heads if kind == FATALITIES else self.data.injured.heads
        return predicate.lemma in self.data.plain or predicate.lemma in heads

    def _is_one(self, noun: Token) -> bool:
        if noun.lemma in self.data.not_people or noun.morph.get("Number") == "Plur":
            return False
        if self._tolls.is_nobody(noun):
            return True
        return (
            not self._is_none(noun)
            and noun.pos in (*NAMES, "PRON", "DET")
            and not self.tree.children(noun, "nummod")
        )

    def _phrase(self, noun: Token) -> str:
        """The noun with the adjectives and the complement with "de" that follow it directly."""
        last = noun
        for child in self.tree.children(noun):
            if child.index <= last.index:
                continue
            words = self.tree.subtree(child)
            adjective = child.dep == "amod" and self._tolls.of_noun(child) is None
            complement = child.dep == "nmod" and fold(words[0].text) in self.data.linking
            if words[0].index != last.index + 1 or not (adjective or complement):
                break
            last = child if adjective else words[-1]
        return spaced(self.tree.tokens[noun.index : last.index + 1])
