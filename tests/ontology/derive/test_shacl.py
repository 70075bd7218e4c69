"""The shapes pass a sound graph and refuse each kind of unsound one, in both languages."""

import pytest
from pyshacl import validate
from rdflib import RDF, SH, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from kg.ontology import load
from kg.ontology.derive import derive

ONTOLOGY = load()
CLAIM = URIRef(ONTOLOGY.claim_iri("c1"))
GROUP = URIRef(ONTOLOGY.entity_iri("colonne-noire"))
CITY = URIRef(ONTOLOGY.entity_iri("kolvar"))
RAID = URIRef(ONTOLOGY.entity_iri("raid"))
DOCUMENT = URIRef(ONTOLOGY.document_iri("d1"))
MENTION = URIRef(ONTOLOGY.mention_iri("d1", 3, 16))


def term(name: str) -> URIRef:
    """The IRI of one of our terms."""
    return URIRef(ONTOLOGY.term_iri(name))


def node(graph: Graph, subject: URIRef, /, **properties: object) -> None:
    """Add a node's properties; a text or number becomes a literal."""
    for name, value in properties.items():
        graph.add((subject, term(name), value if isinstance(value, Node) else Literal(value)))


def entity(graph: Graph, subject: URIRef, class_name: str, name: str) -> None:
    """Add an entity with its class and those above."""
    for each in ONTOLOGY.ancestors(class_name):
        graph.add((subject, RDF.type, term(each)))
    node(graph, subject, name=name)


@pytest.fixture
def sound() -> Graph:
    """A document that says one thing: the group controls the city."""
    graph = Graph()
    entity(graph, GROUP, "ArmedGroup", "Colonne noire")
    entity(graph, CITY, "City", "Kolvar")
    entity(graph, RAID, "AirStrike", "raid sur Kolvar")
    graph.add((DOCUMENT, RDF.type, term("Document")))
    node(
        graph,
        DOCUMENT,
        language="fr",
        text="La Colonne noire tient Kolvar.",
        published="2024-03-05",
    )
    graph.add((MENTION, RDF.type, term("Mention")))
    node(graph, MENTION, start=3, end=16, inDocument=DOCUMENT, mentionOf=GROUP)
    graph.add((CLAIM, RDF.type, term("Claim")))
    node(graph, CLAIM, subject=GROUP, predicate=term("controls"), object=CITY)
    node(graph, CLAIM, certainty=term("asserted"), inDocument=DOCUMENT, start=3, end=29)
    node(
        graph, CLAIM, quote="Colonne noire tient Kolvar", sentence="La Colonne noire tient Kolvar."
    )
    graph.add((GROUP, term("controls"), CITY))
    graph.add((RAID, term("onDate"), Literal("2024-03")))
    graph.add((RAID, term("fatalities"), Literal(">=32")))
    graph.add((RAID, term("victim"), Literal("trois passants")))
    return graph


def messages(graph: Graph) -> set[str]:
    """The messages of the validation report; none for a sound graph."""
    shapes = Graph().parse(data=derive("shacl"), format="turtle")
    conforms, report, _ = validate(graph, shacl_graph=shapes)
    assert isinstance(report, Graph)
    found = {str(each) for each in report.objects(None, SH.resultMessage)}
    assert conforms is (not found)
    return found


def test_a_sound_graph_passes(sound: Graph) -> None:
    """Nothing is reported."""
    assert messages(sound) == set()


def test_the_shapes_are_sound_themselves(sound: Graph) -> None:
    """The shapes satisfy the shapes of SHACL itself."""
    shapes = Graph().parse(data=derive("shacl"), format="turtle")
    conforms, _, _ = validate(sound, shacl_graph=shapes, meta_shacl=True)
    assert conforms


REPLACED = {
    "subject of the wrong class": (CLAIM, "subject", CITY, "controls (controls): the subject"),
    "object of the wrong class": (CLAIM, "object", GROUP, "controls (controls): the object"),
    "value where a thing is due": (CLAIM, "object", "Kolvar", "controls (contrôle) : l'objet"),
    "unknown relation": (CLAIM, "predicate", term("Person"), "predicate"),
    "unknown certainty": (CLAIM, "certainty", term("City"), "certainty"),
    "unknown entity": (CLAIM, "object", URIRef(ONTOLOGY.entity_iri("x")), "controls"),
    "offsets reversed": (CLAIM, "start", 40, "start (début)"),
    "offset that is no number": (CLAIM, "end", "loin", "end (fin)"),
    "another document class": (CLAIM, "inDocument", CITY, "inDocument"),
    "date in words": (RAID, "onDate", "en mars", "onDate (a pour date)"),
    "toll with its noun": (RAID, "fatalities", "32 morts", "fatalities"),
    "a place as victim": (RAID, "victim", CITY, "victim (has victim)"),
    "bad day of publication": (DOCUMENT, "published", "5 mars", "published"),
    "mention of nothing": (MENTION, "mentionOf", DOCUMENT, "mentionOf"),
}


@pytest.mark.parametrize("case", REPLACED.values(), ids=list(REPLACED))
def test_a_wrong_value_is_reported(sound: Graph, case: tuple[URIRef, str, object, str]) -> None:
    """Whatever replaces a sound value, the report names the property or relation."""
    subject, name, value, said = case
    sound.remove((subject, term(name), None))
    node(sound, subject, **{name: value})
    found = messages(sound)
    assert any(said in message for message in found), found


@pytest.mark.parametrize(
    "name",
    [
        "subject",
        "predicate",
        "object",
        "certainty",
        "quote",
        "sentence",
        "start",
        "end",
        "inDocument",
    ],
)
def test_a_claim_lacks_nothing(sound: Graph, name: str) -> None:
    """A claim without its evidence is refused."""
    sound.remove((CLAIM, term(name), None))
    assert any(message.startswith(name) for message in messages(sound))


def test_a_claim_has_one_certainty(sound: Graph) -> None:
    """Two levels at once are refused."""
    node(sound, CLAIM, certainty=term("possible"))
    assert "certainty (certainty): expected exactly once (certainty level)" in messages(sound)


def test_a_plain_triple_of_the_wrong_classes_is_reported(sound: Graph) -> None:
    """Also where no claim states it."""
    sound.add((CITY, term("controls"), GROUP))
    found = messages(sound)
    assert any("the subject must be actor" in message for message in found)
    assert any("the object must be place" in message for message in found)


def test_an_entity_carries_the_classes_above_its_own(sound: Graph) -> None:
    """A query for attacks finds air strikes without a reasoner."""
    sound.remove((RAID, RDF.type, term("Attack")))
    assert "AirStrike: the class above it, Attack, is missing" in messages(sound)


def test_an_entity_has_a_name(sound: Graph) -> None:
    """One without a name is refused, one with two names (of two documents) is not."""
    node(sound, CITY, name="Kolvar-sur-Mer")
    assert messages(sound) == set()
    sound.remove((CITY, term("name"), None))
    assert messages(sound) == {
        "name (name): expected at least once (words)",
        "name (nom) : attendu au moins une fois (mots)",
    }


@pytest.mark.parametrize(
    "value",
    [
        Literal("2024", datatype=XSD.gYear),
        Literal("2024-03", datatype=XSD.gYearMonth),
        Literal("2024-03-05", datatype=XSD.date),
        Literal("2024-02-26/2024-03-07"),
    ],
)
def test_dates_may_be_typed(sound: Graph, value: Literal) -> None:
    """The shapes look at the words of a date, whatever its datatype."""
    sound.set((RAID, term("onDate"), value))
    assert messages(sound) == set()
