"""What tells that a place lies in another: the content of claims/containment.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.claims.facts import Fact, stretch
from kg.claims.language import fold, language_data
from kg.ontology.terms import ClassName, RelationName
from kg.records import Entity, Span
from kg.syntax import Tree
from kg.trace import End

CITY, REGION, COUNTRY, PLACE = "City", "Region", "Country", "Place"


@dataclass(frozen=True, slots=True)
class Containment:
    """The content of claims/containment.yaml."""

    relation: RelationName
    part_relation: RelationName
    seat_relation: RelationName
    seat_heads: frozenset[str]
    pieces: dict[str, str]
    between: list[str]
    no_country_after: frozenset[str]
    before_demonym: str
    before_apposed: str
    apposed: str
    inner_kinds: frozenset[str]
    after_demonym: str
    demonym_nouns: frozenset[str]
    foreign: frozenset[str]
    wide: frozenset[str]
    aside: str
    outside: str
    before_front: frozenset[str]
    before_towns: frozenset[str]
    where: str
    ranks: list[list[ClassName]]

    def rank(self, entity: Entity) -> int:
        """How large a place of its class is; -1 for what is no place."""
        if fold(entity.name).split(" ")[0] in self.wide and entity.type == PLACE:
            return self.rank_of(REGION)
        return self.rank_of(entity.type)

    def rank_of(self, kind: str) -> int:
        """How large a place of the class `kind` is; -1 if it is none of places."""
        return next((n for n, kinds in enumerate(self.ranks) if kind in kinds), -1)

    def pattern(self) -> re.Pattern[str]:
        """What may stand between a place and the one that it lies in."""
        return self.compiled("|".join(f"(?:{pattern})" for pattern in self.between))

    def compiled(self, pattern: str) -> re.Pattern[str]:
        """`pattern` with its pieces put in."""
        for name, piece in self.pieces.items():
            pattern = pattern.replace(f"<{name}>", piece)
        return re.compile(rf"\s*(?:{pattern})\s*")

    def lies(
        self, tree: Tree, inner: tuple[Entity, Span], outer: tuple[Entity, Span], how: str
    ) -> Fact:
        """The fact that `inner` lies in `outer`, both with the mentions that tell it."""
        first, second = inner[1], outer[1]
        earlier = min(first, second, key=lambda span: span.start)
        return Fact(
            inner[0],
            self.relation,
            outer[0],
            tree.covering(earlier.start, earlier.end)[0],
            stretch(first, second),
            f"{self.relation}.{how}",
            ends=(End(first), End(second)),
        )


def containment() -> Containment:
    """The French words of places in places."""
    return language_data("claims/containment", Containment)
