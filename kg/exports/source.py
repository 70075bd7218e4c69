"""What is exported: the documents merged, and lookups that the formats share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.ontology import load
from kg.records import Claim, Document, Entity, Graph, Value
from kg.things import Things


@dataclass(frozen=True)
class Source:
    """A merged graph; what is denied stands in it as such, and the formats say what they take."""

    graph: Graph

    @cached_property
    def things(self) -> Things:
        """The things, to look up."""
        return Things(self.graph.entities)

    @property
    def entities(self) -> Mapping[str, Entity]:
        """The things by id."""
        return self.things.by_id

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The documents by id."""
        return {document.id: document for document in self.graph.documents}

    @cached_property
    def said(self) -> Mapping[str, list[Claim]]:
        """The claims of each subject."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.graph.claims:
            found[claim.subject].append(claim)
        return found

    @property
    def events(self) -> list[Entity]:
        """What happened, in order of id."""
        return [each for each in self.graph.entities if load().is_a(each.type, "Event")]

    def find(self, told: str) -> Entity:
        """The thing with this id, present or former, or with this name if it alone has it.

        Raises:
            InputError: there is none, or there are several.
        """
        return self.things.find(told)

    def name(self, end: str | Value | None) -> str:
        """What a thing is called, a value as it is written, "" for nobody."""
        return self.things.name(end)

    def published(self, claim: Claim) -> str:
        """The day on which the document of a claim came out, "" if it does not say."""
        day = self.documents[claim.evidence.document].published
        return day.isoformat() if day else ""

    def held(self, event: Entity, relation: str) -> list[Claim]:
        """What is said and not denied of `event`, the newest document first."""
        found = [
            claim
            for claim in self.said[event.id]
            if claim.relation == relation and claim.certainty != load().denial
        ]
        return sorted(found, key=lambda claim: (self.published(claim), claim.id), reverse=True)
