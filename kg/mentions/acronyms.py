"""Acronyms that a document explains: « Forces nationales de défense (FND) », then « FND »."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.mentions.candidates import NAME, Candidate
from kg.mentions.text import Text
from kg.mentions.words import Word

SHORTEST, LONGEST = 2, 10
BRACKET_REACH = 20
_OPENING = re.compile(r"\s*\(\s*")


def acronyms(
    text: Text, candidates: Iterable[Candidate], little: frozenset[str]
) -> Iterator[Candidate]:
    """Every acronym of the text that stands for one of the candidates.

    Its letters begin the candidate's words, `little` words left out; a bracket holds it or, for
    three letters and more, the full name stands before it.
    """
    words = text.words
    meant = _meanings(text, candidates, little)
    for word in words:
        full = meant.get(word.text)
        if full and (word.start >= full.end or _explained(text, full, word.text)):
            canonical = full.canonical or text.document.text[full.start : full.end]
            yield Candidate(
                word.start,
                word.end,
                full.type,
                NAME,
                canonical,
                rank=-1,
                nested=True,
                source="acronym",
            )


def _meanings(
    text: Text, candidates: Iterable[Candidate], little: frozenset[str]
) -> dict[str, Candidate]:
    found: dict[str, Candidate] = {}
    known = {word.text for word in text.words if _is_acronym(word)}
    for candidate in sorted(candidates, key=lambda c: (c.start, -c.end)):
        initials = _initials(text, candidate, little)
        for length in range(len(initials), SHORTEST - 1, -1):
            short = initials[:length]
            if short in known and (length > SHORTEST or _explained(text, candidate, short)):
                found.setdefault(short, candidate)
                break
    return found


def _is_acronym(word: Word) -> bool:
    return word.text.isupper() and SHORTEST <= len(word.text) <= LONGEST


def _initials(text: Text, candidate: Candidate, little: frozenset[str]) -> str:
    inside = text.words_in(candidate.start, candidate.end)
    told = [word for word in inside if word.key not in little]
    return "".join(word.key[0] for word in told).upper() if len(told) >= SHORTEST else ""


def _explained(text: Text, candidate: Candidate, short: str) -> bool:
    after = text.document.text[candidate.end : candidate.end + BRACKET_REACH]
    opening = _OPENING.match(after)
    return opening is not None and after[opening.end() :].startswith(short)
