"""Which things are one, whatever the order in which articles came."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from stories import claim, entity, story

from kg.graph import merge
from kg.records import DocumentGraph, Value
from kg.resolution import identified, resolve

_PEOPLE = ("Abou Omar al-Vardani", "Abu Umar al-Vardani", "Vardani", "Karim Vardani", "Karim")
_GROUPS = ("Front du Levant", "FDL", "Front de Levant", "Force démocratique libre")


@st.composite
def _articles(draw: st.DrawFn) -> list[DocumentGraph]:
    count = draw(st.integers(2, 6))
    return [_article(draw, f"doc-{number}") for number in range(count)]


def _article(draw: st.DrawFn, name: str) -> DocumentGraph:
    people = draw(st.lists(st.sampled_from(_PEOPLE), max_size=2, unique=True))
    groups = draw(st.lists(st.sampled_from(_GROUPS), max_size=2, unique=True))
    things = [entity(f"person:{each}", "Person", each) for each in people]
    things += [entity(f"organisation:{each}", "ArmedGroup", each) for each in groups]
    things += [entity("place:kolvar", "City", "Kolvar"), entity(f"event:{name}", "Bombing")]
    toll = draw(st.sampled_from(["3", "26", ">=25", "60"]))
    claims = [
        claim(f"event:{name}", "occurredIn", "place:kolvar"),
        claim(f"event:{name}", "onDate", Value("2024-03-01")),
        claim(f"event:{name}", "fatalities", Value(toll)),
    ]
    return story(name, things, claims, day=draw(st.integers(1, 3)))


@settings(max_examples=60, deadline=None)
@given(_articles(), st.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_matter(
    articles: list[DocumentGraph], random: Random
) -> None:
    """The same articles give the same identities, and the same graph."""
    shuffled = random.sample(articles, len(articles))
    identities = resolve(lambda: articles)
    assert resolve(lambda: shuffled) == identities
    assert merge(identified(g, identities) for g in shuffled) == merge(
        identified(g, identities) for g in articles
    )


@settings(max_examples=60, deadline=None)
@given(_articles())
def test_resolving_again_changes_nothing(articles: list[DocumentGraph]) -> None:
    """Every id leads to one thing, and a former id to nothing but that."""
    identities = resolve(lambda: articles)
    graphs = [identified(graph, identities) for graph in articles]
    current = {e.id for graph in graphs for e in graph.entities}
    former = {old: e.id for graph in graphs for e in graph.entities for old in e.formerly}
    assert not current & former.keys()
    assert identities.gone == former.keys()
