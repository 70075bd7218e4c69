"""The ontology as records: classes, relations, certainty levels, structural terms; their IRIs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args
from urllib.parse import quote, unquote

StructureKind: TypeAlias = Literal["class", "property", "edge", "annotation"]
Stance: TypeAlias = Literal["", "friendly", "hostile"]
Section: TypeAlias = Literal["", "relations", "certainties"]
ValueKindName: TypeAlias = Literal["date", "count", "text", "integer", "offset", "decimal"]
VALUE_KINDS: tuple[ValueKindName, ...] = get_args(ValueKindName)


@dataclass(frozen=True, slots=True)
class Links:
    """The external terms that a term is tied to, as CURIEs.

    `equivalents` mean the same, `broader` contain it, `close` are near enough to search with.
    """

    equivalents: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    close: tuple[str, ...] = ()

    def all(self) -> tuple[str, ...]:
        """Every external term, nearest first."""
        return self.equivalents + self.broader + self.close


@dataclass(frozen=True, slots=True)
class EntityClass:
    """A class of things.  `labels` and `definitions` go by language code (fr, en).

    `family` is the coarse kind that the stages reason with (declared on the roots of the tree);
    `codes` are its own in other event codebooks (acled, plover); `key` is the property whose value
    names a node of the class, or "".
    """

    name: str
    parents: tuple[str, ...]
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    links: Links = field(default_factory=Links)
    family: str = ""
    codes: Mapping[str, str] = field(default_factory=dict)
    key: str = ""

    @property
    def equivalents(self) -> tuple[str, ...]:
        """CURIEs of the external terms that mean the same."""
        return self.links.equivalents


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation between things, or from a thing to a value.

    `domain` holds class names; `range` class names or value kinds.
    A symmetric relation is written once and holds in both directions.  `stance` says what it tells
    of how two actors stand to one another, if anything.
    """

    name: str
    domain: tuple[str, ...]
    range: tuple[str, ...]
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    symmetric: bool = False
    transitive: bool = False
    stance: Stance = ""
    links: Links = field(default_factory=Links)

    @property
    def equivalents(self) -> tuple[str, ...]:
        """CURIEs of the external terms that mean the same."""
        return self.links.equivalents

    @property
    def value_kinds(self) -> tuple[str, ...]:
        """The kinds of value that its object may be; empty where the object is always a thing."""
        return tuple(kind for kind in self.range if kind in VALUE_KINDS)


@dataclass(frozen=True, slots=True)
class Certainty:
    """How sure a document is of a claim: `rank` 0 is the surest, the highest a denial."""

    name: str
    rank: int
    labels: Mapping[str, str]
    definitions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class StructureTerm:
    """A term that carries the evidence rather than the news: a document, a claim, their properties.

    `kind` is "class", "property", "edge" (derived from claims, never claimed itself), or
    "annotation" (said of the ontology's own terms).  `iri` is the CURIE of a standard term that
    stands in its place, or "".  `key` is as in `EntityClass`.  For properties: `one_of` names the
    declarations that its values are, `before` the property whose value is greater.
    """

    name: str
    kind: StructureKind
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    iri: str = ""
    key: str = ""
    required: bool = False
    repeatable: bool = False
    indexed: bool = False
    one_of: Section = ""
    before: str = ""
    links: Links = field(default_factory=Links)


@dataclass(frozen=True, slots=True)
class ValueKind:
    """A kind of value; `pattern` is a regular expression for all of it, `datatype` a CURIE."""

    name: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    pattern: str = ""
    datatype: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Ontology:
    """The whole declaration; mappings go by name, in the order of declaration."""

    base: str
    prefixes: Mapping[str, str]
    classes: Mapping[str, EntityClass]
    relations: Mapping[str, Relation]
    certainties: Mapping[str, Certainty]
    structure: Mapping[str, StructureTerm]
    values: Mapping[str, ValueKind]
    lineages: Mapping[str, tuple[str, ...]]

    def ancestors(self, class_name: str) -> tuple[str, ...]:
        """The class and those above it, itself first, the root last."""
        return self.lineages[class_name]

    def is_a(self, class_name: str, ancestor: str) -> bool:
        """Whether the class is `ancestor` or below it; an unknown class is nothing."""
        return ancestor in self.lineages.get(class_name, ())

    @property
    def denial(self) -> str:
        """The certainty of what is denied: that of the highest rank."""
        return max(self.certainties.values(), key=lambda each: each.rank).name

    def family(self, class_name: str) -> str:
        """The coarse kind: person, organisation, place, event, group, country; "" above these."""
        families = (self.classes[name].family for name in self.ancestors(class_name))
        return next(filter(None, families), "")

    def codes(self, class_name: str) -> Mapping[str, str]:
        """The class's codes in other event codebooks; one without takes its parent's."""
        found: dict[str, str] = {}
        for name in reversed(self.ancestors(class_name)):
            found.update(self.classes[name].codes)
        return found

    def allows(self, subject_class: str, relation: str, object_kind: str) -> bool:
        """Whether a claim may go from that class to `object_kind`, a class or a value kind."""
        declared = self.relations[relation]
        return any(self.is_a(subject_class, name) for name in declared.domain) and any(
            object_kind == name or self.is_a(object_kind, name) for name in declared.range
        )

    def relationship_type(self, name: str) -> str:
        """The property graph's type for a relation or structural property: OPERATES_IN."""
        return relationship_type(name)

    def term_iri(self, name: str) -> str:
        """The IRI of a class, relation, certainty level or structural term."""
        term = self.structure.get(name)
        if term and term.iri:
            return self.expand(term.iri)
        if not any(name in part for part in self._vocabulary()):
            raise KeyError(name)
        return f"{self.base}ontology#{name}"

    def expand(self, curie: str) -> str:
        """The IRI of a CURIE with a declared prefix."""
        prefix, _, local = curie.partition(":")
        return self.prefixes[prefix] + local

    def entity_iri(self, identifier: str) -> str:
        """The IRI of an entity."""
        return self._data_iri("entity", identifier)

    def document_iri(self, identifier: str) -> str:
        """The IRI of a document, which is also that of its named graph."""
        return self._data_iri("document", identifier)

    def claim_iri(self, identifier: str) -> str:
        """The IRI of a claim node."""
        return self._data_iri("claim", identifier)

    @property
    def retractions_iri(self) -> str:
        """The IRI of the named graph that holds the traces of what was taken out."""
        return f"{self.base}retractions"

    def retraction_iri(self, document: str) -> str:
        """The IRI of the trace of a document that was taken out."""
        return self._data_iri("retraction", document)

    def mention_iri(self, document: str, start: int, end: int) -> str:
        """The IRI of a stretch of a document: its IRI with an RFC 5147 fragment."""
        return f"{self.document_iri(document)}#char={start},{end}"

    def id_of(self, iri: str) -> str:
        """The id behind the IRI of an entity, document or claim; ValueError for any other IRI."""
        kind, _, encoded = iri.removeprefix(self.base).partition("/")
        if not iri.startswith(self.base) or kind not in ("entity", "document", "claim"):
            raise ValueError(f"not the IRI of an entity, document or claim: {iri}")
        return unquote(encoded)

    def _data_iri(self, kind: str, identifier: str) -> str:
        """A full stop is encoded too: at the end of a prefixed name it would end the statement."""
        encoded = quote(identifier, safe=":").replace(".", "%2E")
        return f"{self.base}{kind}/{encoded}"

    def _vocabulary(self) -> tuple[Mapping[str, object], ...]:
        return (self.classes, self.relations, self.certainties, self.structure)


def relationship_type(name: str) -> str:
    """Upper snake case of a name: operatesIn becomes OPERATES_IN."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).upper()
