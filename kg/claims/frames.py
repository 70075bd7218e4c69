"""Frames: which words say a relation, and where in the grammar its two ends stand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field

import kg.ontology
from kg.errors import DeclarationError
from kg.ontology.declaration import Declared, read_declared
from kg.ontology.model import Relation
from kg.ontology.terms import ClassName, QualifierName, TriggerWords

OBLIQUE, GOVERNED = "oblique", "governed"
PREPOSITIONAL = (OBLIQUE, GOVERNED)
"""The slots that ask for prepositions."""
SLOTS = (
    "subject",
    "object",
    "surface",
    OBLIQUE,
    "beside",
    "head",
    "adjective",
    "governor",
    GOVERNED,
    "affected",
    "joined",
    "apposed",
    "possessor",
)


def _slot(written: str) -> str:
    """A slot as a frame writes it: its kind, then for an oblique its prepositions."""
    kind, *prepositions = written.split() or [""]
    if kind not in SLOTS:
        raise ValueError(f"no slot {kind!r}; use one of {', '.join(SLOTS)}")
    if kind in PREPOSITIONAL and not prepositions:
        raise ValueError(f"{kind!r} needs prepositions; write for example: {kind} à dans")
    if kind not in PREPOSITIONAL and prepositions:
        raise ValueError(f"{kind!r} takes no prepositions; only {' and '.join(PREPOSITIONAL)} do")
    return written


Classes = Annotated[frozenset[ClassName], Field(min_length=1)]
Slots = Annotated[tuple[Annotated[str, AfterValidator(_slot)], ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class Frame:
    """Words that say a relation.

    `verbs`, `nouns` and `adjectives` trigger it.  `subject` and `object` list the slots that may
    fill its ends, tried in order.  One of `having`, if given, must stand in the trigger's phrase,
    none of `lacking` may; `governors` are the verbs that a noun must depend on.  With `people`, the
    object may be people told without a name.
    """

    name: str
    subject: Slots
    object: Slots
    verbs: TriggerWords = frozenset()
    nouns: TriggerWords = frozenset()
    adjectives: TriggerWords = frozenset()
    having: TriggerWords = frozenset()
    lacking: TriggerWords = frozenset()
    governors: TriggerWords = frozenset()
    people: bool = False
    qualifiers: dict[QualifierName, str] = field(default_factory=dict)
    subject_classes: Classes = frozenset()
    object_classes: Classes = frozenset()

    def __post_init__(self) -> None:
        if not self.verbs | self.nouns | self.adjectives:
            raise ValueError("no word begins it; list some under verbs, nouns or adjectives")


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


@cache
def rules_by_word(language: str = "fr") -> dict[str, list[Rule]]:
    """The rules of a language by each word that triggers them."""
    found: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules(language):
        for word in rule.frame.verbs | rule.frame.nouns | rule.frame.adjectives:
            found[word].append(rule)
    return dict(found)


def read_rules(folder: Path) -> tuple[Rule, ...]:
    """The rules of the files RELATION.yaml in `folder`; errors as in `rules`."""
    known = kg.ontology.load().relations
    found: list[Rule] = []
    for path in sorted(folder.glob("*.yaml")):
        if path.stem not in known:
            raise DeclarationError(
                f"{path}:1: no relation {path.stem!r}; name the file after one (kg ontology)"
            )
        declared = read_declared(path, list[Frame])
        _check(declared, known[path.stem])
        found += [
            Rule(path.stem, frame, _slots(frame.subject), _slots(frame.object))
            for frame in declared.value
        ]
    return tuple(found)


def _check(declared: Declared[list[Frame]], relation: Relation) -> None:
    """No name twice in a file, and no class that the relation can't have at that end."""
    names: set[str] = set()
    for index, frame in enumerate(declared.value):
        if frame.name in names:
            message = f"{frame.name} names two frames"
            raise declared.error(message, "rename or remove one of the two", index, "name")
        names.add(frame.name)
        _check_classes(declared, index, "subject_classes", relation.domain)
        _check_classes(declared, index, "object_classes", relation.range)


def _check_classes(
    declared: Declared[list[Frame]], index: int, key: str, allowed: tuple[str, ...]
) -> None:
    is_a = kg.ontology.load().is_a
    for name in sorted(getattr(declared.value[index], key)):
        if not any(is_a(name, each) or is_a(each, name) for each in allowed):
            message = f"{key}: the relation never has a {name} there"
            cure = f"use a class at, above or below {', '.join(allowed)}"
            raise declared.error(message, cure, index, key, name)


def _slots(written: tuple[str, ...]) -> tuple[Slot, ...]:
    found = []
    for text in written:
        kind, *prepositions = text.split()
        found.append(Slot(kind, frozenset(prepositions), text))
    return tuple(found)
