"""Changes as a whole: the store depends on its documents alone, and none is ever half there."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from stories import claim, entity, story

from kg.errors import InvalidGraph, StoreRefused
from kg.loaders.property_graph import PropertyGraph
from kg.loaders.servers.process import BoltAddress
from kg.records import Claim, DocumentGraph, Value

IDS = ("x", "y", "z")
TYPES = ("Actor", "Organisation", "ArmedGroup", "City", "Event", "Bombing")
RELATIONS = ("perpetrator", "target", "victim", "opposes", "partOf")
CERTAINTIES = ("asserted", "alleged", "negated")


def claims() -> st.SearchStrategy[Claim]:
    """Claims between few entities, so that documents speak of the same things."""
    ends = st.sampled_from(IDS)
    certainty = st.sampled_from(CERTAINTIES)
    facts = st.builds(
        claim, ends, st.sampled_from(RELATIONS), ends, certainty, speaker=st.none() | ends
    )
    words = st.sampled_from(("3", "12")).map(Value)
    return facts | st.builds(claim, ends, st.just("fatalities"), words, certainty)


@st.composite
def tellings(draw: st.DrawFn, document_id: str) -> DocumentGraph:
    """What a document says of three things."""
    entities = [
        entity(id, draw(st.sampled_from(TYPES)), draw(st.sampled_from(("", "Nom", "Surnom"))))
        for id in IDS
    ]
    said = draw(st.lists(claims(), max_size=8, unique_by=repr))
    return story(document_id, entities, said, day=draw(st.integers(1, 3)))


def content(store: PropertyGraph) -> list[str]:
    """Every node and relationship, as text, without the ids of the server."""
    nodes = store.query("MATCH (n) WHERE NOT n:WriteLock RETURN labels(n), properties(n)").rows
    ties = store.query(
        "MATCH (a)-[r]->(b) RETURN type(r), a.id, b.id, labels(a), labels(b), properties(r)"
    ).rows
    return sorted(str([_sorted(cell) for cell in row]) for row in (*nodes, *ties))


def _sorted(cell: object) -> object:
    if isinstance(cell, dict):
        return sorted(cell.items())
    return sorted(cell) if isinstance(cell, list) else cell


def clear(store: PropertyGraph) -> None:
    """Remove all documents."""
    for document_id in store.documents():
        store.remove(document_id)


@settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(tellings("a"), tellings("b"), tellings("b"), tellings("c"))
def test_only_the_documents_count(
    store: PropertyGraph,
    first: DocumentGraph,
    second: DocumentGraph,
    better: DocumentGraph,
    third: DocumentGraph,
) -> None:
    """Whatever was written, replaced and removed before: the same documents, the same store."""
    clear(store)
    store.write([first, second])
    store.write([third])
    store.write([better])
    store.remove("a")
    changed = content(store)
    assert list(store.read()) == [better, third]
    clear(store)
    assert content(store) == []
    store.write([better, third])
    assert content(store) == changed


def many(names: Iterable[str]) -> list[DocumentGraph]:
    """Documents that all tell of the same two things."""
    entities = [entity("front", "ArmedGroup"), entity("kolvar", "City")]
    return [story(name, entities, [claim("front", "controls", "kolvar")]) for name in names]


def test_batches_do_not_show(store: PropertyGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    """The store is the same, however many documents share a transaction."""
    graphs = many("abcde")
    store.write(graphs)
    together = content(store)
    clear(store)
    monkeypatch.setattr("kg.loaders.property_graph.batches.MOST_DOCUMENTS", 2)
    store.write(graphs)
    assert content(store) == together


def test_of_two_versions_the_last_counts(store: PropertyGraph) -> None:
    """Also when both come at once."""
    old, new = many("a")[0], story("a", [entity("kolvar", "City")])
    store.write([old, new])
    assert list(store.read()) == [new]


@pytest.mark.neo4j
def test_writers_take_turns(neo4j_server: BoltAddress) -> None:
    """Several at a time leave what one after the other would, on a server that others use too."""
    parts = [many(f"{part}{n}" for n in range(6)) for part in "abc"]
    with closing(PropertyGraph.connect(neo4j_server)) as store:
        store.prepare()
        clear(store)
        store.write([graph for part in parts for graph in part])
        expected = content(store)
        clear(store)
        with ThreadPoolExecutor(len(parts)) as pool:
            list(pool.map(_write_one_by_one, [neo4j_server] * len(parts), parts))
        assert content(store) == expected


def _write_one_by_one(address: BoltAddress, graphs: list[DocumentGraph]) -> None:
    with closing(PropertyGraph.connect(address)) as store:
        for graph in graphs:
            store.write([graph])


def test_a_change_that_fails_leaves_nothing(
    store: PropertyGraph, by_hand: Callable[..., None]
) -> None:
    """A node of a user in the way of the last claim undoes all that came before it."""
    kept, graph = many(["a", "b"])
    in_the_way = graph.claims[0].id
    store.write([kept])
    by_hand("CREATE (:Claim {id: $id})", id=in_the_way)
    before = content(store)
    with pytest.raises(StoreRefused):
        store.write([graph])
    assert content(store) == before
    by_hand("MATCH (c:Claim {id: $id}) DELETE c", id=in_the_way)


def broken(graph: DocumentGraph) -> dict[str, DocumentGraph]:
    """Graphs that no store can hold, by what is wrong with them."""
    (said,) = graph.claims
    first, second = graph.entities
    return {
        "class": replace(graph, entities=(replace(first, type="Front`)"), second)),
        "relation": replace(graph, claims=(replace(said, relation="X`]->() //"),)),
        "certainty": replace(graph, claims=(replace(said, certainty="sure"),)),
        "object": replace(graph, claims=(replace(said, object="nobody"),)),
        "subject": replace(graph, entities=(second,)),
        "speaker": replace(graph, claims=(replace(said, attributed_to="nobody"),)),
        "qualifier": replace(graph, claims=(replace(said, qualifiers=(("start", "1"),)),)),
        "entity twice": replace(graph, entities=(first, first, second)),
        "claim twice": replace(graph, claims=(said, said)),
    }


@pytest.mark.parametrize("fault", broken(many("a")[0]))
def test_a_graph_that_can_not_be_held_is_refused(store: PropertyGraph, fault: str) -> None:
    """Nothing of its batch is written; the message names the document."""
    good, other = many(["b", "a"])
    with pytest.raises(InvalidGraph, match=r"^a: "):
        store.write([good, broken(other)[fault]])
    assert content(store) == []
