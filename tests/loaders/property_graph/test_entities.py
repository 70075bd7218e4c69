"""Entity nodes: one an id, merged from all documents, right again after each change."""

from collections.abc import Callable
from dataclasses import replace

from stories import claim, entity, story

from kg.loaders.property_graph import PropertyGraph
from kg.records import Location


def labels(store: PropertyGraph, id: str) -> set[str]:
    """The labels of an entity."""
    answer = store.query("MATCH (e:Entity {id: $id}) RETURN labels(e)", {"id": id})
    (row,) = answer.rows
    return set(row[0])


def merged(store: PropertyGraph, id: str) -> tuple[object, ...]:
    """Type, name and aliases of an entity."""
    query = "MATCH (e:Entity {id: $id}) RETURN e.type, e.name, e.aliases"
    (row,) = store.query(query, {"id": id}).rows
    return row


def test_an_entity_carries_its_class_and_the_classes_above(store: PropertyGraph) -> None:
    """A query for Actor or Organisation finds an armed group."""
    store.write([story("a", [entity("front", "ArmedGroup")])])
    assert labels(store, "front") == {"Entity", "Actor", "Organisation", "ArmedGroup"}


def test_a_country_is_actor_and_place(store: PropertyGraph) -> None:
    """A class with two parents has the labels of both."""
    store.write([story("a", [entity("france", "Country")])])
    assert labels(store, "france") == {"Entity", "Actor", "Place", "Country"}


MOSUL = Location(99072, "city", "IQ", "IQ.15", 36.335, 43.11889)


def test_a_city_is_a_point_on_the_map(store: PropertyGraph) -> None:
    """Its coordinates are properties, and a point that distances are measured from."""
    city = replace(entity("mosul", "City"), location=MOSUL)
    north = replace(city, id="north", location=replace(MOSUL, latitude=37.335))
    store.write([story("a", [city, north])])
    query = """
    MATCH (a:City {id: 'mosul'}), (b:City {id: 'north'})
    RETURN a.countryCode, a.latitude, point.distance(a.location, b.location) / 1000"""
    ((country, latitude, kilometres),) = store.query(query).rows
    assert (country, latitude) == ("IQ", 36.335)
    assert 110 < kilometres < 112  # a degree of latitude


def test_a_place_loses_its_location_with_the_document_that_gave_it(store: PropertyGraph) -> None:
    """The next version of an article may leave open where the place is."""
    city = entity("mosul", "City")
    store.write([story("a", [replace(city, location=MOSUL)])])
    store.write([story("a", [city])])
    query = "MATCH (c:City) RETURN c.geonames, c.latitude, c.location"
    assert store.query(query).rows == ((None, None, None),)


def test_documents_share_an_entity(store: PropertyGraph) -> None:
    """One node, its name the most frequent, its aliases all other wordings."""
    store.write(
        [
            story("a", [entity("front", "Organisation", "Front", "le FL")]),
            story("b", [entity("front", "ArmedGroup", "Front du Levant")]),
            story("c", [entity("front", "Organisation", "Front du Levant", "FDL")]),
        ]
    )
    assert merged(store, "front") == ("ArmedGroup", "Front du Levant", ["FDL", "Front", "le FL"])


def test_each_document_keeps_its_own_view(store: PropertyGraph) -> None:
    """What a document says of an entity is not changed by what others say."""
    graphs = [
        story("a", [entity("front", "Organisation", "Front", "le FL")]),
        story("b", [entity("front", "ArmedGroup", "Front du Levant")]),
    ]
    store.write(graphs)
    assert list(store.read()) == graphs


def test_a_deeper_class_changes_the_labels(store: PropertyGraph) -> None:
    """Later documents may know better what a thing is, and earlier ones be removed."""
    store.write([story("a", [entity("front", "Organisation")])])
    store.write([story("b", [entity("front", "ArmedGroup")])])
    assert labels(store, "front") == {"Entity", "Actor", "Organisation", "ArmedGroup"}
    store.remove("b")
    assert labels(store, "front") == {"Entity", "Actor", "Organisation"}
    assert merged(store, "front") == ("Organisation", "front", [])


def test_a_node_keeps_its_relationships_when_its_class_changes(store: PropertyGraph) -> None:
    """Evidence and facts stay, in both directions, and one that a thing has with itself."""
    entities = [entity("front", "Organisation"), entity("kolvar", "City"), entity("dax", "Person")]
    graph = story(
        "a",
        entities,
        [
            claim("front", "controls", "kolvar", speaker="front"),
            claim("dax", "leads", "front"),
            claim("front", "partOf", "front"),
        ],
    )
    store.write([graph])
    before = relationships(store)
    better = story("b", [entity("front", "ArmedGroup")])
    store.write([better])
    assert list(store.read()) == [graph, better]
    store.remove("b")
    assert relationships(store) == before


def relationships(store: PropertyGraph) -> list[str]:
    """Every relationship, as text."""
    query = """
    MATCH (a)-[r]->(b)
    RETURN type(r), a.id, b.id, properties(r)"""
    return sorted(map(str, store.query(query).rows))


def test_an_entity_without_documents_is_gone(store: PropertyGraph) -> None:
    """What nobody speaks of any more is deleted, what somebody does is kept."""
    store.write(
        [
            story("a", [entity("front", "ArmedGroup"), entity("kolvar", "City")]),
            story("b", [entity("kolvar", "City")]),
        ]
    )
    store.remove("a")
    assert store.query("MATCH (e:Entity) RETURN e.id").rows == (("kolvar",),)


def test_a_new_version_drops_what_the_old_said(store: PropertyGraph) -> None:
    """Replacing a document also forgets entities and names that only its old version had."""
    store.write([story("a", [entity("front", "ArmedGroup", "Front"), entity("kolvar", "City")])])
    store.write([story("a", [entity("front", "ArmedGroup", "Front du Levant")])])
    assert store.query("MATCH (e:Entity) RETURN e.name, e.aliases").rows == (
        ("Front du Levant", []),
    )


def test_nodes_of_others_are_left_alone(store: PropertyGraph, by_hand: Callable[..., None]) -> None:
    """A user's own nodes in the same database are neither read nor deleted."""
    by_hand("CREATE (:Document {id: 'mine'})")
    store.write([story("a", [entity("front", "ArmedGroup")])])
    store.remove("a")
    assert store.documents() == {}
    assert store.query("MATCH (d:Document) RETURN d.id").rows == (("mine",),)
    by_hand("MATCH (d:Document) DETACH DELETE d")
