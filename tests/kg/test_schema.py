"""The published JSON Schema: derived, committed, and true of what is written."""

import json

import jsonschema
import pytest
from examples import graph

from kg.records import DocumentGraph
from kg.schema import PUBLISHED, is_current
from kg.serialisation import to_json

SCHEMA = json.loads(PUBLISHED.read_text(encoding="utf8"))


def test_the_committed_schema_is_the_derived_one() -> None:
    """After a change of the ontology: kg ontology --write."""
    assert is_current()


@pytest.mark.parametrize("example", [graph(), graph(claims=0)])
def test_a_graph_is_valid(example: DocumentGraph) -> None:
    """What is written for a document satisfies the schema."""
    jsonschema.validate(to_json(example), SCHEMA)


@pytest.mark.parametrize(
    ("key", "value"),
    [("relation", "likes"), ("certainty", "sure"), ("start", -1), ("object", 3), ("evidence", "")],
)
def test_a_broken_claim_is_not(key: str, value: object) -> None:
    """The schema refuses relations and certainties that the ontology lacks, and wrong types."""
    data = to_json(graph())
    data["claims"][0][key] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, SCHEMA)
