"""What becomes part of a statement: names of the ontology, quoted, and nothing else."""

import re

import pytest

from kg.loaders.property_graph import statements
from kg.loaders.property_graph.vocabulary import EVIDENCE, Vocabulary
from kg.ontology import load

ONTOLOGY = load()
CONSTANTS = {name: text for name, text in vars(statements).items() if name.isupper()}


@pytest.mark.parametrize("text", CONSTANTS.values(), ids=CONSTANTS.keys())
def test_labels_and_types_are_declared(text: str) -> None:
    """Every name after a colon is a class, or the type of a structural term."""
    terms = [name for name, term in ONTOLOGY.structure.items() if term.kind != "class"]
    types = {ONTOLOGY.relationship_type(name) for name in terms}
    labels = {*ONTOLOGY.classes, *ONTOLOGY.structure, "WriteLock"}
    assert set(re.findall(r":(\w+)", text)) <= labels | types


def test_the_types_of_entities_are_all_known() -> None:
    """Those of the statements, of the derived edge, and of every relation."""
    used = set(re.findall(r"\[\w*:(\w+)\]", "".join(CONSTANTS.values())))
    assert used - {"STATED_IN"} <= set(EVIDENCE)
    assert set(map(ONTOLOGY.relationship_type, ("attacked", "mentionedIn"))) <= set(EVIDENCE)
    quoted = {f"`{ONTOLOGY.relationship_type(name)}`" for name in ONTOLOGY.relations}
    assert quoted <= set(Vocabulary(ONTOLOGY).relationships)


def test_labels_go_from_the_root_to_the_class() -> None:
    """And leave out those that another class has too."""
    vocabulary = Vocabulary(ONTOLOGY)
    assert vocabulary.labels("City") == ":`Entity`:`Place`:`City`"
    assert vocabulary.labels("City", beyond="Country") == ":`City`"
    assert vocabulary.labels("Place", beyond="City") == ""


@pytest.mark.parametrize("name", ["City`) DETACH DELETE n //", "", "Document"])
def test_a_name_that_is_not_declared_is_never_quoted(name: str) -> None:
    """It can't become part of a statement."""
    vocabulary = Vocabulary(ONTOLOGY)
    with pytest.raises(KeyError):
        vocabulary.labels(name)
    with pytest.raises(KeyError):
        vocabulary.relationship(name)
