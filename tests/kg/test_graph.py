"""Graphs put in order, and merged."""

from dataclasses import replace

from stories import TEXT, claim, entity, story

from kg.graph import canonical, merge
from kg.records import DocumentGraph, Entity, Span

FRONT = "org:front-du-levant"


def front(type: str = "ArmedGroup", name: str = "Front du Levant", *aliases: str) -> Entity:
    """One document's view of the same organisation."""
    return entity(FRONT, type, name, *aliases)


def the_front(*graphs: DocumentGraph) -> Entity:
    """What several documents say of it together."""
    (found,) = merge(graphs).entities
    return found


def test_entities_stand_by_first_mention_then_id() -> None:
    """Those that are never mentioned come last."""
    places = [
        Entity("place:b", "City", "b", (), (Span(9, 10),)),
        Entity("place:d", "City", "d"),
        Entity("place:c", "City", "c", (), (Span(9, 10), Span(0, 1))),
        Entity("place:a", "City", "a", (), (Span(9, 10),)),
    ]
    ordered = canonical(DocumentGraph(story("x", []).document, tuple(places), ()))
    assert [place.id[-1] for place in ordered.entities] == ["c", "a", "b", "d"]
    assert ordered.entities[0].mentions == (Span(0, 1), Span(9, 10))


def test_claims_stand_by_place_then_id() -> None:
    """The order in which rules found them does not matter, and none stands twice."""
    graph = story("x", [front()], [claim(FRONT, "opposes", f"org:{n}") for n in "abc"])
    early, middle, late = graph.claims
    late = replace(late, evidence=replace(late.evidence, start=1))
    shuffled = replace(graph, claims=(late, middle, early, middle))
    assert canonical(shuffled).claims == (early, middle, late)
    assert early.id < middle.id


def test_order_put_in_once_is_kept() -> None:
    """A graph in canonical order is not changed."""
    graph = story("x", [front()], [claim(FRONT, "opposes", FRONT)])
    assert canonical(graph) == graph


def test_the_deepest_class_is_kept() -> None:
    """A document that knows more about a thing settles what it is."""
    vague, exact = story("a", [front("Organisation")]), story("b", [front("ArmedGroup")])
    other = story("c", [front("Organisation")])
    assert the_front(vague, exact, other).type == "ArmedGroup"


def test_the_name_is_that_of_most_documents() -> None:
    """The others become aliases."""
    merged = the_front(
        story("a", [front(name="Front")]),
        story("b", [front(name="FDL")]),
        story("c", [front(name="FDL")]),
    )
    assert (merged.name, merged.aliases) == ("FDL", ("Front",))


def test_of_names_as_frequent_the_longest_is_kept() -> None:
    """Then the first by code point."""
    views = [story(n, [front(name=n)]) for n in ("FDL", "Front du Levant", "FdL")]
    assert the_front(*views).name == "Front du Levant"
    assert the_front(views[0], views[2]).name == "FDL"


def test_all_wordings_are_kept() -> None:
    """An alias that is a name elsewhere stands once."""
    merged = the_front(
        story("a", [front("ArmedGroup", "Front du Levant", "le groupe", "FDL")]),
        story("b", [front("ArmedGroup", "FDL", "les combattants")]),
    )
    assert merged.name == "Front du Levant"
    assert merged.aliases == ("FDL", "le groupe", "les combattants")


def test_claims_and_documents_are_all_there() -> None:
    """Two documents that say the same are two claims."""
    one, two = (story(n, [front()], [claim(FRONT, "opposes", FRONT)]) for n in "ba")
    merged = merge([one, two])
    assert [document.id for document in merged.documents] == ["a", "b"]
    assert {c.evidence.document for c in merged.claims} == {"a", "b"}
    assert merged.entities[0].mentions == ()
    assert merged.documents[0].text == TEXT
