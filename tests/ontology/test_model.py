"""Classes, relations, names in the graphs, and IRIs of the shipped ontology."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ontology import load

ONTOLOGY = load()
GUIDELINES = Path(__file__).parents[3] / "shared" / "gold" / "GUIDELINES.md"
guidelines = pytest.mark.skipif(not GUIDELINES.is_file(), reason="no guidelines beside the project")


@guidelines
def test_every_relation_of_the_guidelines_is_declared() -> None:
    """The first column of their table is our relations, in their order."""
    rows = re.findall(r"^\| (\w+) \| [^|]*->", GUIDELINES.read_text(encoding="utf8"), re.M)
    assert rows[1:] == list(ONTOLOGY.relations)


@guidelines
def test_every_class_of_the_guidelines_is_declared() -> None:
    """Each capitalised name of their list of types is a class, under those before it."""
    text = GUIDELINES.read_text(encoding="utf8")
    listed = text[text.index("Types (") : text.index("An event is an entity")]
    without_remarks = re.sub(r"\([^)]*\)|:.*", "", listed[listed.index("- ") :])
    for line in without_remarks.splitlines():
        *above, last = [re.findall(r"[A-Z]\w+", part) for part in line.split(" > ")]
        for name in last:
            assert name in ONTOLOGY.classes
            assert all(ONTOLOGY.is_a(name, parent) for names in above for parent in names)


def test_a_country_is_an_actor_and_a_place() -> None:
    """One entity serves as both."""
    assert ONTOLOGY.ancestors("Country") == ("Country", "Actor", "Place", "Entity")


def test_ancestors_go_from_the_class_to_the_root() -> None:
    """The class itself is first, the root last."""
    assert ONTOLOGY.ancestors("AirStrike") == ("AirStrike", "Attack", "Event", "Entity")


def test_an_unknown_class_is_nothing() -> None:
    """A name that is not declared is below no class."""
    assert not ONTOLOGY.is_a("Spaceship", "Entity")


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Person", "person"),
        ("ArmedForce", "organisation"),
        ("Group", "group"),
        ("Camp", "place"),
        ("Stabbing", "event"),
        ("Country", "country"),
        ("Actor", ""),
    ],
)
def test_the_family_is_that_of_the_nearest_root(name: str, family: str) -> None:
    """A class has the family of the nearest class above it that declares one."""
    assert ONTOLOGY.family(name) == family


@pytest.mark.parametrize(
    ("subject", "relation", "object_kind", "allowed"),
    [
        ("ArmedGroup", "operatesIn", "Country", True),
        ("Country", "controls", "City", True),
        ("City", "controls", "City", False),
        ("Bombing", "fatalities", "count", True),
        ("Bombing", "fatalities", "Group", False),
        ("Shooting", "victim", "text", True),
        ("Shooting", "victim", "Person", True),
        ("Shooting", "victim", "City", False),
        ("Person", "memberOf", "text", False),
    ],
)
def test_domain_and_range_decide_what_may_be_claimed(
    subject: str, relation: str, object_kind: str, allowed: bool
) -> None:
    """Sub-classes count as their ancestors, and values as their kind."""
    assert ONTOLOGY.allows(subject, relation, object_kind) is allowed


def test_codes_come_from_the_nearest_class() -> None:
    """A shooting has no ACLED sub-event type of its own, but a PLOVER mode."""
    assert ONTOLOGY.codes("Shooting") == {"acled": "Attack", "plover": "ASSAULT:firearms"}
    assert all("acled" in ONTOLOGY.codes(name) for name in below("Event"))


def below(ancestor: str) -> list[str]:
    """The classes below a class."""
    return [name for name in ONTOLOGY.classes if ancestor in ONTOLOGY.ancestors(name)[1:]]


def test_relationship_types_are_upper_snake_case_and_no_label() -> None:
    """A property graph can't hold a label and a relationship type of one name."""
    assert ONTOLOGY.relationship_type("losesControlOf") == "LOSES_CONTROL_OF"
    types = {ONTOLOGY.relationship_type(name) for name in (*ONTOLOGY.relations, "attacked")}
    assert len(types) == len(ONTOLOGY.relations) + 1
    assert types.isdisjoint(name.upper() for name in ONTOLOGY.classes)


def test_terms_have_one_iri_each() -> None:
    """Our own terms lie under the base; a standard term stands in its place where one is named."""
    assert ONTOLOGY.term_iri("leads") == "https://w3id.org/faisceau/ontology#leads"
    assert ONTOLOGY.term_iri("asserted") == "https://w3id.org/faisceau/ontology#asserted"
    assert ONTOLOGY.term_iri("name") == "http://www.w3.org/2000/01/rdf-schema#label"
    with pytest.raises(KeyError):
        ONTOLOGY.term_iri("spaceship")


@given(st.text(min_size=1))
def test_an_id_survives_its_iri(identifier: str) -> None:
    """Any id, of any characters, comes back from the IRI made of it, and the IRI is plain ASCII."""
    for iri in (
        ONTOLOGY.entity_iri(identifier),
        ONTOLOGY.document_iri(identifier),
        ONTOLOGY.claim_iri(identifier),
    ):
        assert ONTOLOGY.id_of(iri) == identifier
        assert re.fullmatch(r"https://w3id\.org/faisceau/[a-z]+/[\w.~:%-]+", iri, re.ASCII)


@pytest.mark.parametrize(
    "iri",
    [
        "https://example.org/entity/a",
        "https://w3id.org/faisceau/ontology#leads",
        "https://w3id.org/faisceau/",
        "entity/a",
    ],
)
def test_a_foreign_iri_has_no_id(iri: str) -> None:
    """Only the IRIs of entities, documents and claims go back to ids."""
    with pytest.raises(ValueError, match="not the IRI"):
        ONTOLOGY.id_of(iri)


def test_a_mention_is_a_part_of_its_document() -> None:
    """Its IRI is the document's with the offsets."""
    assert ONTOLOGY.mention_iri("a b", 3, 9) == f"{ONTOLOGY.document_iri('a b')}#char=3,9"


def test_certainty_runs_from_asserted_to_negated() -> None:
    """Ranks count from the surest, in the order of declaration."""
    assert [each.rank for each in ONTOLOGY.certainties.values()] == [0, 1, 2, 3, 4]
    assert next(iter(ONTOLOGY.certainties)) == "asserted"
    assert list(ONTOLOGY.certainties)[-1] == "negated"


@pytest.mark.parametrize(
    ("kind", "text", "fits"),
    [
        ("date", "2017-03-17", True),
        ("date", "2017-03", True),
        ("date", "2017", True),
        ("date", "2021-W06", True),
        ("date", "2017-02-26/2017-03-07", True),
        ("date", "17 mars 2017", False),
        ("date", "2017-3-7", False),
        ("count", "26", True),
        ("count", ">=32", True),
        ("count", ">50", True),
        ("count", "~20", True),
        ("count", "85-90", True),
        ("count", "des dizaines", True),
        ("count", "32 morts", False),
        ("count", "", False),
    ],
)
def test_values_have_the_shape_of_the_guidelines(kind: str, text: str, fits: bool) -> None:
    """The declared pattern of a kind of value takes what they list, and no other wording."""
    assert bool(re.search(ONTOLOGY.values[kind].pattern, text)) is fits


def test_a_term_knows_its_external_equivalents() -> None:
    """CURIEs of what means the same, with prefixes that are declared."""
    assert ONTOLOGY.classes["Person"].equivalents == ("foaf:Person", "schema:Person")
    assert ONTOLOGY.relations["nationality"].equivalents == ("schema:nationality",)
    assert ONTOLOGY.expand("foaf:Person") == "http://xmlns.com/foaf/0.1/Person"


def test_a_relation_knows_the_kinds_of_its_values() -> None:
    """None where the object is always a thing."""
    assert ONTOLOGY.relations["onDate"].value_kinds == ("date",)
    assert ONTOLOGY.relations["target"].value_kinds == ("text",)
    assert ONTOLOGY.relations["leads"].value_kinds == ()
