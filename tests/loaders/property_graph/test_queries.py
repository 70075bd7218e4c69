"""A user's queries: plain answers, no writing, and errors that say where."""

import json
from contextlib import suppress

import pytest
from stories import claim, entity, story

from kg.errors import QueryError
from kg.loaders.property_graph import PropertyGraph

ENTITIES = [entity("front", "ArmedGroup", "Front du Levant", "FDL"), entity("kolvar", "City")]


@pytest.fixture
def told(store: PropertyGraph) -> PropertyGraph:
    """A store of one document."""
    store.write([story("a", ENTITIES, [claim("front", "controls", "kolvar")])])
    return store


def test_an_answer_has_columns_and_rows(told: PropertyGraph) -> None:
    """In the order of the query; a parameter is no part of the query."""
    query = "MATCH (e:Entity) WHERE e.id <> $id RETURN e.name AS name, size(e.aliases) AS aliases"
    answer = told.query(query, {"id": "kolvar"})
    assert answer.columns == ("name", "aliases")
    assert answer.rows == (("Front du Levant", 1),)


def test_an_answer_may_have_no_rows(told: PropertyGraph) -> None:
    """That is no error.  (ArcadeDB then gives no columns either.)"""
    assert told.query("MATCH (p:Person) RETURN p.name AS name").rows == ()


def test_nodes_relationships_and_paths_are_plain(told: PropertyGraph) -> None:
    """JSON knows all of them, and ids tie relationships to nodes."""
    query = "MATCH p = (g:ArmedGroup)-[c:CONTROLS]->(k:City) RETURN p, g, c, k, [g, 1] AS list"
    (row,) = told.query(query).rows
    path, group, control, city, pair = json.loads(json.dumps(row))
    assert path == {"nodes": [group, city], "relationships": [control]}
    assert group["labels"] == ["Actor", "ArmedGroup", "Entity", "Organisation"]
    assert group["properties"] == {
        "id": "front",
        "type": "ArmedGroup",
        "name": "Front du Levant",
        "aliases": ["FDL"],
    }
    assert (control["type"], control["start"], control["end"]) == (
        "CONTROLS",
        group["id"],
        city["id"],
    )
    assert control["properties"]["first"] == "2024-03-01"
    assert pair == [group, 1]


def test_times_points_and_maps_are_plain(told: PropertyGraph) -> None:
    """Times are ISO 8601, a point its coordinates, a float that is no number its name."""
    query = """
    MATCH (d:Document)
    RETURN d.published AS day, datetime('2024-03-01T10:00:00Z') AS at, duration('P1D') AS long,
           point({latitude: 34.5, longitude: 40.9}) AS place, {a: [d.published]} AS map"""
    assert told.query(query).rows == (
        (
            "2024-03-01",
            "2024-03-01T10:00:00.000000000+00:00",
            "P1D",
            [40.9, 34.5],
            {"a": ["2024-03-01"]},
        ),
    )


def test_a_limit_ends_an_endless_answer(told: PropertyGraph) -> None:
    """No more rows than asked for are fetched."""
    answer = told.query("UNWIND range(1, 1000000) AS n RETURN n", limit=3)
    assert answer.rows == ((1,), (2,), (3,))


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (n:Person {id: 'x'})",
        "MATCH (n:Entity) SET n.name = 'x' RETURN n",
        "MATCH (n:Entity) DETACH DELETE n",
        "MATCH (n:Entity) REMOVE n:City RETURN n",
        "MERGE (n:Person {id: 'x'}) RETURN n",
        "MATCH (n:Entity) CALL { WITH n SET n.name = 'x' } RETURN n",
        "FOREACH (i IN [1] | CREATE (:Person {id: 'x'}))",
        "/* MATCH */ cReAtE (n:Person {id: 'x'})",
        "PROFILE CREATE (n:Person {id: 'x'})",
        "CREATE INDEX mine IF NOT EXISTS FOR (n:Mine) ON (n.id)",
        "DROP CONSTRAINT entity_id",
    ],
)
def test_a_query_can_not_write(told: PropertyGraph, query: str) -> None:
    """Neither nodes nor the schema; it is an error, and nothing has changed."""
    before = everything(told)
    with pytest.raises(QueryError, match="only reading"):
        told.query(query)
    assert everything(told) == before


def test_explaining_a_change_does_not_make_it(told: PropertyGraph) -> None:
    """It may be refused, as ArcadeDB would make the change."""
    before = everything(told)
    with suppress(QueryError):
        told.query("EXPLAIN DROP CONSTRAINT entity_id")
    assert everything(told) == before


def everything(store: PropertyGraph) -> list[str]:
    """All nodes and the whole schema, as text."""
    nodes = store.query("MATCH (n) RETURN labels(n), properties(n)").rows
    constraints = store.query("SHOW CONSTRAINTS YIELD name RETURN name").rows
    indexes = store.query("SHOW INDEXES YIELD name RETURN name").rows
    return sorted(map(str, (*nodes, *constraints, *indexes)))


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (n:Entity) WHERE n.name <> 'CREATE' RETURN n.set, n.name AS `DELETE` // MERGE",
        "WITH {create: 1, remove: 2} AS map RETURN map.create, $set",
        'MATCH (n) WHERE n:Delete OR n.name = "it\\"s SET" RETURN n',
        "RETURN 'a' /* DROP \n DELETE */ AS created",
    ],
)
def test_words_that_only_look_like_writing_are_fine(told: PropertyGraph, query: str) -> None:
    """Names, strings and comments may hold any word."""
    told.query(query, {"set": 1})


@pytest.mark.parametrize(
    ("query", "position"),
    [
        ("MATCH (n) RETRN n", "line 1, column 11"),
        ("MATCH (n)\nRETURN n n", "line 2, column 10"),
    ],
)
def test_a_malformed_query_is_told_where(told: PropertyGraph, query: str, position: str) -> None:
    """Lines and columns are counted from 1, in one line of message."""
    with pytest.raises(QueryError) as raised:
        told.query(query)
    assert str(raised.value).startswith(f"{position}: ")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    "query", ["", "MATCH (n) RETURN m", "RETURN $nothing", "RETURN 1 / 0", "RETURN nofunction(1)"]
)
def test_a_query_that_means_nothing_is_an_error(told: PropertyGraph, query: str) -> None:
    """Unknown names, missing parameters, impossible sums: one line each."""
    with pytest.raises(QueryError) as raised:
        told.query(query)
    assert str(raised.value).strip()
    assert "\n" not in str(raised.value)
