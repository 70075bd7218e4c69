"""Frames: which words say a relation, and where in the grammar its two ends stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import kg.ontology
from kg.errors import DeclarationError
from kg.ontology.declaration import read

SLOTS = (
    "subject",
    "object",
    "surface",
    "oblique",
    "beside",
    "head",
    "adjective",
    "governor",
    "possessor",
)


@dataclass(frozen=True, slots=True)
class Frame:
    """Words that say a relation.

    `verbs`, `nouns` and `adjectives` trigger it.  `subject` and `object` list the slots that may
    fill its ends, tried in order.  One of `having`, if given, must stand in the trigger's phrase,
    none of `lacking` may; `governors` are the verbs that a noun must depend on.  With `people`, the
    object may be people told without a name.
    """

    name: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    having: frozenset[str] = frozenset()
    lacking: frozenset[str] = frozenset()
    governors: frozenset[str] = frozenset()
    people: bool = False
    qualifiers: dict[str, str] = field(default_factory=dict)
    subject_classes: frozenset[str] = frozenset()
    object_classes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the grammar around a trigger: `kind`, and the prepositions that it asks for.

    `written` is the slot as the frame has it.
    """

    kind: str
    prepositions: frozenset[str]
    written: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A frame with the relation that it says and its slots read."""

    relation: str
    frame: Frame
    subject: tuple[Slot, ...]
    object: tuple[Slot, ...]

    @property
    def name(self) -> str:
        """What a claim says made it: relation and frame."""
        return f"{self.relation}.{self.frame.name}"


@cache
def rules(language: str = "fr") -> tuple[Rule, ...]:
    """The rules of a language, from `frames/RELATION.yaml`.

    Raises:
        DeclarationError: a file is broken, names no relation of the ontology or an unknown slot.
    """
    return read_rules(Path(next(iter(kg.ontology.__path__))) / "languages" / language / "frames")


def read_rules(folder: Path) -> tuple[Rule, ...]:
    """The rules of the files RELATION.yaml in `folder`; errors as in `rules`."""
    known = kg.ontology.load().relations
    found = []
    for path in sorted(folder.glob("*.yaml")):
        if path.stem not in known:
            raise DeclarationError(f"{path}: no relation {path.stem!r}; name the file after one")
        for frame in read(path, list[Frame]):
            found.append(
                Rule(path.stem, frame, _slots(frame.subject, path), _slots(frame.object, path))
            )
    return tuple(found)


def _slots(written: tuple[str, ...], path: Path) -> tuple[Slot, ...]:
    found = []
    for text in written:
        kind, *prepositions = text.split()
        if kind not in SLOTS:
            raise DeclarationError(f"{path}: no slot {kind!r}; use one of {', '.join(SLOTS)}")
        found.append(Slot(kind, frozenset(prepositions), text))
    return tuple(found)
