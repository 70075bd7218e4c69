"""Merging, whatever the graphs and their order."""

from dataclasses import replace
from random import Random

from graphs import graphs
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph import canonical, merge
from kg.records import DocumentGraph

several = st.lists(graphs(), max_size=4, unique_by=lambda graph: graph.document.id)


@settings(max_examples=40, deadline=None)
@given(several, st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter(
    together: list[DocumentGraph], random: Random
) -> None:
    """The same documents give the same graph."""
    shuffled = random.sample(together, len(together))
    assert merge(shuffled) == merge(together)


@settings(max_examples=40, deadline=None)
@given(graphs(), st.randoms(use_true_random=False))
def test_canonical_order_does_not_depend_on_the_order_before(
    graph: DocumentGraph, random: Random
) -> None:
    """However the stages order what they find, the graph is the same."""
    shuffled = replace(
        graph,
        entities=tuple(random.sample(graph.entities, len(graph.entities))),
        claims=tuple(random.sample(graph.claims, len(graph.claims))),
    )
    assert canonical(shuffled) == graph
