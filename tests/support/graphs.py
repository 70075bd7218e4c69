"""Graphs of any shape that the ontology admits, hostile text included, for property tests."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

import kg.ontology
from kg.graph import canonical
from kg.identity import claim_id
from kg.records import (
    Claim,
    Document,
    DocumentGraph,
    Entity,
    Evidence,
    Known,
    Location,
    Span,
    Value,
)

HOSTILE = "\"'`}{$\\ ]) DETACH DELETE n // <script>alert(1)</script> \u202e\u2028 é 💥\r\n\t"

_ONTOLOGY = kg.ontology.load()
_WORDS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufffe\uffff"), max_size=20
)
_NAMES = st.one_of(st.just(HOSTILE), _WORDS.filter(bool))
_DATES = st.sampled_from(["2024-03-05", "2024-03", "2024", "2024-W06", "2024-02-26/2024-03-07"])
_THINGS = ("Person", "ArmedGroup", "City", "Country", "Bombing", "Group")


_DEGREES = st.one_of(st.none(), st.integers(-9_000_000, 9_000_000).map(lambda n: n / 1e5))
_LOCATIONS = st.builds(
    Location,
    geonames=st.integers(1, 10**8),
    precision=st.sampled_from(["exact", "city", "region", "country"]),
    country_code=st.sampled_from(["IQ", "SY"]),
    region_code=st.sampled_from(["", "IQ.15"]),
    latitude=_DEGREES,
    longitude=_DEGREES,
)


_LABELS = st.tuples(st.sampled_from(["fr", "en", "mul"]), _NAMES)
_KNOWN = st.builds(
    Known,
    wikidata=st.sampled_from(["", "Q42"]),
    names=st.lists(_LABELS, min_size=1, max_size=3, unique=True).map(sorted).map(tuple),
)


def _entities() -> st.SearchStrategy[list[Entity]]:
    spans = st.tuples(st.integers(0, 50), st.integers(1, 9)).map(lambda s: Span(s[0], sum(s)))
    one = st.builds(
        Entity,
        id=_NAMES,
        type=st.sampled_from(_THINGS),
        name=_NAMES,
        aliases=st.lists(_NAMES, max_size=2).map(tuple),
        mentions=st.lists(spans, max_size=3).map(tuple),
        location=st.one_of(st.none(), _LOCATIONS),
        known=st.one_of(st.none(), _KNOWN),
        formerly=st.lists(_NAMES, max_size=2, unique=True).map(sorted).map(tuple),
    )
    return st.lists(one, min_size=2, max_size=5, unique_by=lambda entity: entity.id)


@st.composite
def _claims(draw: st.DrawFn, document: Document, entities: list[Entity]) -> Claim:
    ids = st.sampled_from([entity.id for entity in entities])
    relation = draw(st.sampled_from(sorted(_ONTOLOGY.relations)))
    values = _DATES if relation == "onDate" else _NAMES
    is_value = bool(_ONTOLOGY.relations[relation].value_kinds)
    text = document.text
    claim = Claim(
        id="",
        subject=draw(ids),
        relation=relation,
        object=Value(draw(values)) if is_value else draw(ids),
        certainty=draw(st.sampled_from(sorted(_ONTOLOGY.certainties))),
        evidence=Evidence(document.id, 0, len(text), text, text),
        attributed_to=draw(st.one_of(st.none(), ids, _NAMES.map(Value))),
        time=draw(st.one_of(st.just(""), _DATES)),
        qualifiers=draw(st.sampled_from([(), (("role", HOSTILE),), (("tense", "past"),)])),
        rule="essai",
    )
    return replace(claim, id=claim_id(claim))


@st.composite
def graphs(draw: st.DrawFn, document_id: str | None = None) -> DocumentGraph:
    """A document's graph, in canonical order."""
    document = Document(
        id=document_id or draw(_NAMES),
        text=draw(_NAMES),
        title=draw(_WORDS),
        url=draw(_WORDS),
        published=draw(st.one_of(st.none(), st.just(date(2024, 3, 5)))),
        copy_of=draw(st.one_of(st.just(""), _NAMES)),
    )
    entities = draw(_entities())
    claims = draw(
        st.lists(_claims(document, entities), max_size=4, unique_by=lambda claim: claim.id)
    )
    return canonical(DocumentGraph(document, tuple(entities), tuple(claims)))
