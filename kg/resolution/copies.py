"""Documents that copy one another: as sources they count once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.identity import digest, fold
from kg.records import Document
from kg.resolution.tellings import since

SHARE = 0.5
"""How much of the shorter of two documents must stand in the other, word for word."""
LONG = 8
"""How many words a sentence must have to be told again by chance no more."""
COMMON = 50
"""A sentence in more documents than that is a formula of their publisher."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A document's longer sentences, each as a hash, with how many words it has."""

    document: str
    since: str
    sentences: Mapping[str, int]

    @property
    def age(self) -> tuple[str, str]:
        """What orders documents."""
        return self.since, self.document


def wording(document: Document) -> Wording:
    """The longer stretches of a document between stops, folded."""
    parts = document.text.replace("?", ".").replace("!", ".").replace("\n", ".").split(".")
    folded = ((part, len(part.split())) for part in map(fold, parts))
    sentences = {digest(part): words for part, words in folded if words >= LONG}
    return Wording(document.id, since(document), sentences)


def copies(wordings: Iterable[Wording]) -> dict[str, str]:
    """The documents that repeat half of an earlier one, or half of which an earlier one holds.

    Each with the earliest that it copies, in the end; in order of publication, then of id.
    """
    holders: dict[str, list[str]] = defaultdict(list)
    length: dict[str, int] = {}
    original: dict[str, str] = {}
    for each in sorted(wordings, key=lambda each: each.age):
        length[each.document] = sum(each.sentences.values())
        shared = Counter[str]()
        for sentence, words in each.sentences.items():
            earlier = holders[sentence]
            if len(earlier) <= COMMON:
                for other in earlier:
                    shared[other] += words
            earlier.append(each.document)
        for other, words in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
            if words >= SHARE * min(length[other], length[each.document]):
                original[each.document] = original.get(other, other)
                break
    return original
