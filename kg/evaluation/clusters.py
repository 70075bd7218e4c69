"""Whether the same things of several articles are one: B-cubed.

For each thing, precision is the share of what stands with it that should, recall the share of what
should stand with it that does; both are averaged over all things (Bagga and Baldwin, "Entity-based
cross-document coreferencing using the vector space model", ACL 1998).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError

Item = tuple[str, str]
"""A document's id, and the id that a thing has in its annotation."""


@dataclass(frozen=True, slots=True)
class Clustering:
    """How well things are told to be one: from 0 to 1, over so many `things`.

    `merged` are labels of the gold that were taken for one, `split` those that were taken for many.
    """

    things: int
    precision: float
    recall: float
    merged: tuple[tuple[str, ...], ...]
    split: tuple[str, ...]

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def read_labels(path: Path) -> dict[Item, str]:
    """Which things of several articles are one: lines of document, thing and label, tabs between.

    Raises:
        InputError: the file can't be read, or a line is malformed.
    """
    try:
        lines = path.read_text(encoding="utf8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: can't be read ({error})") from None
    return dict(_labels(path, lines))


def clustering(gold: Mapping[Item, str], found: Mapping[Item, str]) -> Clustering:
    """Compare `found` with `gold`, over the things that both have."""
    items = sorted(gold.keys() & found.keys())
    right, told = _groups(gold, items), _groups(found, items)
    precision = recall = 0.0
    for item in items:
        same = len(right[gold[item]] & told[found[item]])
        precision += same / len(told[found[item]])
        recall += same / len(right[gold[item]])
    mixed = (tuple(sorted({gold[item] for item in group})) for group in told.values())
    torn = (label for label, group in right.items() if len({found[item] for item in group}) > 1)
    count = len(items) or 1
    return Clustering(
        len(items),
        precision / count,
        recall / count,
        tuple(sorted(labels for labels in mixed if len(labels) > 1)),
        tuple(sorted(torn)),
    )


def _groups(labels: Mapping[Item, str], items: Iterable[Item]) -> dict[str, set[Item]]:
    groups: dict[str, set[Item]] = defaultdict(set)
    for item in items:
        groups[labels[item]].add(item)
    return groups


def _labels(path: Path, lines: Iterable[str]) -> Iterator[tuple[Item, str]]:
    for number, line in enumerate(lines, start=1):
        parts = line.split("\t")
        if line.startswith("#") or not line.strip():
            continue
        if len(parts) != 3 or not all(parts):
            raise InputError(
                f"{path}:{number}: no label; write document, thing and label with tabs between"
            )
        yield (parts[0], parts[1]), parts[2]
