"""Documents that copy one another: as sources they count once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from kg.identity import fold
from kg.records import Document

SHARE = 0.5
"""How much of the shorter of two documents must stand in the other, word for word."""
LONG = 8
"""How many words a sentence must have to be told again by chance no more."""
COMMON = 50
"""A sentence in more documents than that is a formula of their publisher."""


def copies(documents: Iterable[Document]) -> dict[str, str]:
    """The documents that repeat half of an earlier one, or half of which an earlier one holds.

    Each with the earliest that it copies, in the end; in order of publication, then of id.
    """
    order = sorted(documents, key=_age)
    holders: dict[str, list[str]] = defaultdict(list)
    length: dict[str, int] = {}
    original: dict[str, str] = {}
    for document in order:
        sentences = _sentences(document.text)
        length[document.id] = sum(len(sentence.split()) for sentence in sentences)
        shared = Counter[str]()
        for sentence in sentences:
            earlier = holders[sentence]
            if len(earlier) <= COMMON:
                for other in earlier:
                    shared[other] += len(sentence.split())
            earlier.append(document.id)
        for other, words in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
            if words >= SHARE * min(length[other], length[document.id]):
                original[document.id] = original.get(other, other)
                break
    return original


def _age(document: Document) -> tuple[str, str]:
    return document.published.isoformat() if document.published else "9999", document.id


def _sentences(text: str) -> set[str]:
    """The longer stretches of `text` between stops, folded."""
    parts = text.replace("?", ".").replace("!", ".").replace("\n", ".").split(".")
    return {folded for part in parts if len((folded := fold(part)).split()) >= LONG}
