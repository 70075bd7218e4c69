"""The records that pass between the stages: documents, sentences, mentions, entities, claims.

All are frozen.  Offsets are code points of `Document.text`, half open.
Class, relation and certainty names are those of the ontology (`kg.ontology`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """An article.  `language` is an ISO 639-1 code; `published` the day it came out.

    `copy_of` is the id of an earlier document that it repeats, "" of what is nobody's copy.
    """

    id: str
    text: str
    language: str = "fr"
    title: str = ""
    url: str = ""
    published: date | None = None
    copy_of: str = ""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the parse.  `index` and `head` count tokens from the start of the document.

    `pos`, `dep` and `morph` are Universal Dependencies labels and features; a root is its own head.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    dep: str
    head: int
    morph: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its tokens; `paragraph` counts from 0 over the document."""

    index: int
    paragraph: int
    start: int
    end: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name that the language model found; `label` is the model's (PER, LOC, ORG, MISC)."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document with its parsed sentences and the names that the model found."""

    document: Document
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that refers to something.

    `type` is the deepest class known from the words alone ("" for a pronoun); `kind` is "name",
    "description" or "pronoun"; `head` is the document index of its syntactic head token;
    `canonical` is the name that the lexicon gives for this wording, or ""; `source` says what found
    it: lexicon, model, phrase, list, acronym, nationality or reference.
    """

    start: int
    end: int
    text: str
    type: str
    kind: str
    sentence: int
    head: int
    canonical: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Location:
    """A place in GeoNames.  `country_code` is of ISO 3166, `region_code` GeoNames' own
    (IQ.15) or "".

    `precision` is what is located: exact (a village or small town), city, region or country.
    Coordinates are of WGS 84, in degrees, and None where there is no one point.
    """

    geonames: int
    precision: str
    country_code: str
    region_code: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What authorities say of a thing: its number in Wikidata or "", and its names by language."""

    wikidata: str
    names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """One real thing of one document, with every mention of it.

    `name` is the fullest proper name that the document uses; `aliases` are its other wordings;
    `mentions` says where it stands, in order, pronouns included; `location` is None for what is no
    place or is not located; `known` is None for what no authority knows.  `formerly` are ids that
    it had before it was found to be one with something else, and that lead to it.
    """

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = field(default=(), hash=False)
    location: Location | None = None
    known: Known | None = None
    formerly: tuple[str, ...] = ()

    def _repr_html_(self) -> str:
        from kg.display import entity_html

        return entity_html(self)


@dataclass(frozen=True, slots=True)
class Value:
    """What is no entity: a date (ISO 8601), a count with its bound, or words of the article."""

    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a document says a claim: `quote` is `text[start:end]`, within `sentence`."""

    document: str
    start: int
    end: int
    quote: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A subject-relation-object triple with its evidence.

    `subject` and a string `object` are entity ids; `attributed_to` is an entity id or, for a
    speaker that is no entity, a `Value`; `time` is an ISO 8601 date or interval; `rule` names
    what made the claim.  The id is a hash of the content (`kg.identity.claim_id`).
    """

    id: str
    subject: str
    relation: str
    object: str | Value
    certainty: str
    evidence: Evidence
    attributed_to: str | Value | None = None
    time: str = ""
    qualifiers: tuple[tuple[str, str], ...] = ()
    rule: str = ""

    def _repr_html_(self) -> str:
        from kg.display import claim_html

        return claim_html(self)


@dataclass(frozen=True, slots=True)
class DocumentGraph:
    """All that one document says: the batch that is written, replaced and removed as a whole."""

    document: Document
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]

    def _repr_html_(self) -> str:
        from kg.display import graph_html

        return graph_html(Graph((self.document,), self.entities, self.claims))


@dataclass(frozen=True, slots=True)
class Retraction:
    """That a document no longer counts: `when` (ISO 8601, UTC) that was decided, and `why`."""

    document: str
    when: str
    why: str


@dataclass(frozen=True, slots=True)
class Graph:
    """The documents' graphs merged (by `kg.graph`): one entity an id, claims in order of id."""

    documents: tuple[Document, ...]
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
