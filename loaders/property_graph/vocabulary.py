"""Labels and relationship types, as the ontology names them, quoted for Cypher."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from kg.ontology import Ontology, relationship_type

EVIDENCE = ("MENTIONED_IN", "SUBJECT", "OBJECT", "ATTRIBUTED_TO", "ATTACKED")
"""The types of an entity's relationships beside those of its facts."""


class Vocabulary:
    """The names that become part of a statement; all else goes in as parameters."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology

    def labels(self, class_name: str, *, beyond: str = "") -> str:
        """The labels of a class, the root first, without those of the class `beyond`.

        For City: ":`Entity`:`Place`:`City`"; beyond Place: ":`City`".
        """
        names = reversed(self.ontology.ancestors(class_name))
        return "".join(f":`{name}`" for name in names if not self.ontology.is_a(beyond, name))

    def relationship(self, relation: str) -> str:
        """The type of a relation's facts: "`OPERATES_IN`"."""
        return f"`{relationship_type(self.ontology.relations[relation].name)}`"

    @cached_property
    def relationships(self) -> tuple[str, ...]:
        """Every type that a relationship of an entity may have."""
        return (*EVIDENCE, *map(self.relationship, self.ontology.relations))

    @cached_property
    def value_relations(self) -> tuple[str, ...]:
        """The relations whose object may be a value."""
        return tuple(name for name, each in self.ontology.relations.items() if each.value_kinds)

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The rank of each certainty; 0 is the surest."""
        return {name: each.rank for name, each in self.ontology.certainties.items()}

    @cached_property
    def denial(self) -> str:
        """The certainty of a claim that its document denies."""
        return self.least_sure(self.ranks)

    @cached_property
    def assertion(self) -> str:
        """The certainty of a claim that its document makes without reserve."""
        return self.surest(self.ranks)

    def edge(self, name: str) -> str:
        """The type of a derived relationship: "`ATTACKED`"."""
        return f"`{relationship_type(self.ontology.structure[name].name)}`"

    def any_of(self, class_names: Iterable[str]) -> str:
        """A label expression for entities of any of these classes: "(`Actor`|`Place`)"."""
        return f"({'|'.join(f'`{self.ontology.classes[name].name}`' for name in class_names)})"

    def surest(self, certainties: Iterable[str]) -> str:
        """The certainty of the lowest rank."""
        return min(certainties, key=self.ranks.__getitem__)

    def least_sure(self, certainties: Iterable[str]) -> str:
        """The certainty of the highest rank."""
        return max(certainties, key=self.ranks.__getitem__)
