"""The property graph's constraints come from the declared keys and searched properties."""

from kg.ontology import load
from kg.ontology.derive import cypher, derive


def test_whatever_has_an_id_is_unique() -> None:
    """Entities, documents and claims each have a constraint on their id."""
    script = derive("cypher")
    for label in ("Entity", "Document", "Claim"):
        assert f"FOR (node:`{label}`) REQUIRE node.`id` IS UNIQUE" in script


def test_statements_can_be_run_again() -> None:
    """Each statement leaves alone what is already there."""
    statements = cypher.statements(load())
    assert statements
    assert all(" IF NOT EXISTS " in statement for statement in statements)


def test_names_are_used_once() -> None:
    """Two constraints or indexes never share a name."""
    names = [statement.split()[2] for statement in cypher.statements(load())]
    assert len(names) == len(set(names))
