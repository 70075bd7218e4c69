"""Cuts a text into paragraphs, and long paragraphs into stretches that a parser can take."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_END = re.compile(r"[.!?…]\s+")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text to parse; `start` is its offset, `paragraph` its paragraph's number."""

    text: str
    start: int
    paragraph: int


def stretches(text: str, *, longest: int) -> Iterator[Stretch]:
    """The paragraphs of `text` (its lines), none longer than `longest` characters."""
    lines = (line for line in _LINE.finditer(text) if line[0].strip())
    for paragraph, line in enumerate(lines):
        for start, end in _pieces(line[0], longest):
            yield Stretch(line[0][start:end], line.start() + start, paragraph)


def batches(pieces: Iterable[Stretch], *, most: int) -> Iterator[list[Stretch]]:
    """`pieces` in order, gathered until there are `most` characters."""
    batch: list[Stretch] = []
    size = 0
    for piece in pieces:
        batch.append(piece)
        size += len(piece.text)
        if size >= most:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _pieces(line: str, longest: int) -> Iterator[tuple[int, int]]:
    start = 0
    while len(line) - start > longest:
        end = _cut(line, start, start + longest)
        yield start, end
        start = end
    if line[start:].strip():
        yield start, len(line)


def _cut(line: str, start: int, limit: int) -> int:
    """After the last sentence before `limit`, else the last space, else at `limit`."""
    for pattern in (_END, _SPACE):
        ends = [match.end() for match in pattern.finditer(line, start, limit)]
        if ends and ends[-1] > start:
            return ends[-1]
    return limit
