"""Identities kept in a file follow every change as if all had been resolved anew."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from stories import claim, entity, story

from kg.decisions import Decision
from kg.ontology.authority import Actor
from kg.records import DocumentGraph, Location, Value
from kg.resolution import Authority, identified, resolve
from kg.resolution.index import Index
from kg.resolution.refreshing import Sources, identities_of, refresh
from kg.serialisation import graph_digest

PEOPLE = (
    *("Abou Omar al-Vardani", "Abu Umar al-Vardani", "Vardani", "Karim Vardani", "Karim"),
    *("Omar Vardani", "Karim Dorvath", "Dorvath"),
)
GROUPS = ("Front du Levant", "FDL", "Front de Levant", "Force démocratique libre", "Front libre")
PLACES = ("Kolvar", "Kolwar", "Tarsac")
FRONT = Actor("ArmedGroup", {"fr": ("Front du Levant",)}, ("FDL",), "Q901")
AUTHORITY = Authority({"organisation:front": FRONT}, {})
SENTENCE = "Une voiture piégée a explosé devant le marché couvert de la ville {}. "


@st.composite
def articles(draw: st.DrawFn, name: str) -> DocumentGraph:
    """A document that tells of some people, groups and places, and of an attack."""
    people = draw(st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True))
    groups = draw(st.lists(st.sampled_from(GROUPS), max_size=2, unique=True))
    places = draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=2, unique=True))
    things = [entity(f"person:{each}", "Person", each) for each in people]
    things += [entity(f"organisation:{each}", "ArmedGroup", each) for each in groups]
    for place in places:
        made = entity(f"place:{place}", "City", place)
        located = replace(made, location=Location(7, "city", "IQ")) if draw(st.booleans()) else made
        things.append(located)
    blast = entity(f"event:{name}", "Bombing")
    claims = [
        claim(blast.id, "occurredIn", f"place:{places[0]}"),
        claim(blast.id, "onDate", Value("2024-03-01")),
        claim(blast.id, "fatalities", Value(draw(st.sampled_from(["3", "26", "60"])))),
    ]
    if people and groups:
        claims.append(claim(f"person:{people[0]}", "leads", f"organisation:{groups[0]}"))
    told = story(name, [*things, blast], claims, day=draw(st.integers(1, 3)))
    said = draw(st.lists(st.integers(1, 4), max_size=3, unique=True))
    text = told.document.text + "".join(SENTENCE.format(number) for number in said)
    return replace(told, document=replace(told.document, text=text))


IDS = [f"person:{name}" for name in PEOPLE] + [f"organisation:{name}" for name in GROUPS]
DECISIONS = st.lists(
    st.builds(
        Decision,
        st.sampled_from(["same", "different", "rename"]),
        st.sampled_from(IDS),
        st.sampled_from(IDS),
    ).filter(lambda each: each.one != each.other),
    max_size=1,
)
NAMES = [f"doc-{number}" for number in range(7)]
STEPS = st.lists(
    st.sampled_from(NAMES).flatmap(
        lambda name: st.tuples(st.just(name), st.one_of(st.none(), articles(name)))
    ),
    min_size=1,
    max_size=12,
)


def sources(held: Mapping[str, DocumentGraph], decisions: list[Decision]) -> Sources:
    """What identities follow from."""
    digests = {name: graph_digest(graph) for name, graph in held.items()}
    return Sources(digests, held.__getitem__, decisions, AUTHORITY)


@settings(max_examples=150, deadline=None)
@given(STEPS, DECISIONS)
def test_a_change_gives_what_resolving_anew_gives(
    steps: list[tuple[str, DocumentGraph | None]], decisions: list[Decision]
) -> None:
    """Documents come, change and go, one after the other: ids, copies and graphs are the same."""
    held: dict[str, DocumentGraph] = {}
    with closing(Index(":memory:")) as index:
        refresh(index, "state", sources({}, decisions))
        for name, graph in steps:
            held.pop(name, None)
            if graph:
                held[name] = graph
            now = sources(held, decisions)
            refresh(index, "state", now)
            anew = resolve(lambda: list(held.values()), decisions, AUTHORITY)
            assert replace(anew, doubts=()) == identities_of(index, now)
            assert index.digests() == {
                name: graph_digest(identified(held[name], anew)) for name in sorted(held)
            }
