"""The embedded property graph lives in its folder, not in its process."""

from contextlib import closing
from pathlib import Path

import pytest
from stories import claim, entity, story

from kg.loaders.property_graph import PropertyGraph
from kg.loaders.servers import arcadedb


@pytest.mark.arcadedb
def test_a_new_process_finds_all_that_was_written(tmp_path: Path) -> None:
    """Documents and what is merged from them; and it goes on from there."""
    entities = [entity("front", "Organisation"), entity("kolvar", "City")]
    first = story("a", entities, [claim("front", "controls", "kolvar")])
    with arcadedb.serve(tmp_path) as address, closing(PropertyGraph.connect(address)) as store:
        store.prepare()
        store.write([first])
    second = story("b", [entity("front", "ArmedGroup")])
    with arcadedb.serve(tmp_path) as address, closing(PropertyGraph.connect(address)) as store:
        store.prepare()
        assert list(store.read()) == [first]
        store.write([second])
        query = "MATCH (g:ArmedGroup)-[c:CONTROLS]->(p:City) RETURN g.id, c.documents, p.id"
        assert store.query(query).rows == (("front", 1, "kolvar"),)
