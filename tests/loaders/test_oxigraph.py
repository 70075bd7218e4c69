"""The RDF store, beyond what every store does."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from graphs import HOSTILE
from stories import claim, entity, story

from kg.errors import DiskError, GraphFolderError, InvalidGraph, QueryError, StoreLocked
from kg.loaders.oxigraph import Oxigraph
from kg.records import DocumentGraph, Retraction, Value
from kg.serialisation import graph_digest

ENTITIES = [
    entity("org:front", "ArmedGroup", "Front du Levant"),
    entity("place:kolvar", "City", "Kolvar"),
    entity("event:1", "Bombing", "explosion"),
]
CONTROLS = claim("org:front", "controls", "place:kolvar")
TOLL = claim("event:1", "fatalities", Value("26"), "reported")
FIRST = story("a", ENTITIES, [CONTROLS, TOLL])
SECOND = story("b", ENTITIES, [CONTROLS], day=2)
NUMBER = "SELECT (COUNT(*) AS ?n) "
BASE = "https://w3id.org/faisceau/"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Oxigraph]:
    """A store of two documents that speak of the same things."""
    with closing(Oxigraph(tmp_path / "rdf")) as store:
        store.write([FIRST, SECOND])
        yield store


def dump_of(path: Path, *batches: list[DocumentGraph]) -> str:
    """The dump of a new store with these graphs, written batch by batch."""
    with closing(Oxigraph(path)) as store:
        for batch in batches:
            store.write(batch)
        return store.dump()


def test_a_removed_document_leaves_no_trace(store: Oxigraph, tmp_path: Path) -> None:
    """The dump is that of a store which never had it."""
    store.remove("a")
    assert store.dump() == dump_of(tmp_path / "other", [SECOND])
    store.remove("b")
    assert store.dump() == ""


MANY = [story(f"d{number}", ENTITIES, [CONTROLS], day=1 + number % 28) for number in range(150)]


def test_many_documents_at_once_are_stored_as_one_by_one(tmp_path: Path) -> None:
    """An empty store is filled in bulk; a graph that comes again replaces the first."""
    again = replace(MANY[3], document=replace(MANY[3].document, title="Deux fois"))
    in_bulk = dump_of(tmp_path / "bulk", [*MANY, again])
    assert in_bulk == dump_of(tmp_path / "single", *([each] for each in (*MANY, again)))


def test_filling_in_bulk_keeps_traces_and_is_seen_at_once(tmp_path: Path) -> None:
    """What was noted of documents that were taken out stays; queries see the new documents."""
    trace = Retraction("z", "2024-03-06T10:00:00+00:00", "wrong")
    with closing(Oxigraph(tmp_path / "rdf")) as store:
        store.note([trace])
        assert store.query(NUMBER + "{ ?s ?p ?o }").rows == ((0,),)
        store.write(MANY)
        assert store.retractions() == (trace,)
        assert len(store.documents()) == len(MANY)
        assert store.query("ASK { ?c a fa:Claim }").rows == ((True,),)


def test_filling_in_bulk_is_done_whole_or_not_at_all(tmp_path: Path) -> None:
    """A graph that can't be written leaves the store empty, and of use."""
    wrong = story("wrong", [entity("x:1", "Nonsense", "X")])
    with closing(Oxigraph(tmp_path / "rdf")) as store:
        with pytest.raises(InvalidGraph):
            store.write([*MANY, wrong])
        assert store.documents() == {}
        store.write(MANY)
        assert len(store.documents()) == len(MANY)


def test_the_order_of_writing_leaves_no_trace(store: Oxigraph, tmp_path: Path) -> None:
    """The same documents give the same dump, byte for byte."""
    assert store.dump() == dump_of(tmp_path / "other", [SECOND], [FIRST])


def test_writing_again_leaves_no_trace(store: Oxigraph) -> None:
    """Nor does a change that is taken back."""
    before = store.dump()
    store.write([FIRST])
    assert store.dump() == before
    store.write([story("a", ENTITIES[:1])])
    assert store.dump() != before
    store.write([FIRST])
    assert store.dump() == before


def test_a_query_without_graph_sees_all_documents(store: Oxigraph) -> None:
    """And each of them where it asks for graphs."""
    assert store.query(f"{NUMBER} {{ ?c a fa:Claim }}").rows == ((3,),)
    apart = store.query(
        f"{NUMBER[:6]} ?g {NUMBER[6:]} {{ GRAPH ?g {{ ?c a fa:Claim }} }} GROUP BY ?g"
    )
    assert sorted(apart.rows) == [(f"{BASE}document/a", 2), (f"{BASE}document/b", 1)]


def test_a_plain_fact_of_two_documents_is_one_row(store: Oxigraph) -> None:
    """What several documents say alike is one triple in their union, until the last is gone."""
    query = "SELECT ?who ?where { ?a fa:controls ?b . ?a rdfs:label ?who . ?b rdfs:label ?where }"
    answer = store.query(query)
    assert answer.columns == ("who", "where")
    assert answer.rows == (("Front du Levant", "Kolvar"),)
    store.remove("a")
    assert store.query(query).rows == answer.rows
    store.remove("b")
    assert store.query(query).rows == ()


def test_a_new_version_takes_its_old_words_back(store: Oxigraph) -> None:
    """What only the old version of a document said is gone from the answers."""
    labels = "SELECT ?label { ?place a fa:City ; rdfs:label ?label } ORDER BY ?label"
    store.write([story("a", [entity("place:kolvar", "City", "Kolvar-la-Neuve")])])
    assert store.query(labels).rows == (("Kolvar",), ("Kolvar-la-Neuve",))
    store.remove("b")
    assert store.query(labels).rows == (("Kolvar-la-Neuve",),)


def test_values_are_plain_ones(store: Oxigraph) -> None:
    """Numbers and booleans as such, text and IRIs as text, nothing as None."""
    query = (
        "SELECT ?a (1 AS ?b) (1.5 AS ?c) (2e3 AS ?d) (true AS ?e) ('x'@fr AS ?f) (fa:x AS ?g) {}"
    )
    (row,) = store.query(query).rows
    assert row == (None, 1, 1.5, 2000.0, True, "x", f"{BASE}ontology#x")


def test_ask_and_construct_have_columns_too(store: Oxigraph) -> None:
    """Every answer is a table."""
    asked = store.query("ASK { ?s fa:leads ?o }")
    assert (asked.columns, asked.rows) == (("answer",), ((False,),))
    built = store.query("CONSTRUCT { ?o fa:name 'x' } { ?s fa:controls ?o }")
    assert built.columns == ("subject", "predicate", "object")
    assert built.rows == ((f"{BASE}entity/place:kolvar", f"{BASE}ontology#name", "x"),)
    assert store.query("CONSTRUCT { ?s ?p ?o } { ?s fa:leads ?o . ?s ?p ?o }").rows == ()


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("SELECT ?x {\n ?x rdfs:label }", "line 2, column .* near '}'"),
        ("SELECT ?x { ?x ", "line 1, column 16: it ends there"),
        ("SELECT ?x { ?x zz:label ?y }", "unknown prefix; known without PREFIX are .*rdfs"),
        ("", "line 1, column 1: it ends there"),
    ],
)
def test_a_malformed_query_says_where(store: Oxigraph, query: str, place: str) -> None:
    """In one line."""
    with pytest.raises(QueryError, match=place) as error:
        store.query(query)
    assert "\n" not in str(error.value)


def test_a_query_can_be_stopped(store: Oxigraph) -> None:
    """One that would run for ever is ended, and the store goes on."""
    for_ever = NUMBER + "{" + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(9)) + "}"
    with pytest.raises(QueryError, match=r"stopped after 0\.5 s"):
        store.query(for_ever, timeout=0.5)
    assert store.query("ASK {}").rows == ((True,),)


def test_a_query_sees_what_was_just_written(store: Oxigraph) -> None:
    """Though another process answers it, while the store puts its files in order."""
    for number in range(1, 9):
        store.write([story(f"new-{number}", ENTITIES)])
        found = store.query(f"{NUMBER} {{ ?d a fa:Document }}")
        assert found.rows == ((2 + number,),)
        store.remove(f"new-{number}")
        store.write([story(f"old-{number}", ENTITIES)])


def test_text_can_not_write_a_query(store: Oxigraph) -> None:
    """Names with SPARQL in them are only names."""
    before = store.dump()
    names = ['" } } ; DROP ALL ; #', "\\u0022 } } ; DROP ALL ; #", "> ; DROP ALL ; <", HOSTILE]
    for number, name in enumerate(names):
        store.write([story(f"{number} {name}", [entity(name, "City", name, name[::-1])])])
    assert [graph.entities[0].name for graph in store.read()][: len(names)] == names
    for number, name in enumerate(names):
        store.remove(f"{number} {name}")
    assert store.dump() == before


@pytest.mark.parametrize("name", [".", "..", "/", "a/../b", "%2e%2e", "#", "?"])
def test_no_id_leads_elsewhere(store: Oxigraph, name: str) -> None:
    """Ids that mean something in a path or an address are only ids."""
    graph = story(name, [entity(name, "City", name)])
    store.write([graph])
    assert graph in store.read()
    store.remove(name)
    assert list(store.read()) == [FIRST, SECOND]


def test_a_store_that_another_process_holds_is_named(store: Oxigraph, tmp_path: Path) -> None:
    """In the same process or another; the holder is not harmed."""
    with pytest.raises(StoreLocked, match="another process holds"):
        Oxigraph(tmp_path / "rdf")
    code = f"from kg.loaders.oxigraph import Oxigraph; Oxigraph({str(tmp_path / 'rdf')!r})"
    other = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert "kg.errors.StoreLocked" in other.stderr
    assert store.query("ASK { ?s fa:controls ?o }").rows == ((True,),)


def test_a_damaged_store_is_named(tmp_path: Path) -> None:
    """The message says how to make it anew."""
    with closing(Oxigraph(tmp_path / "rdf")) as store:
        store.write([FIRST])
    for file in (tmp_path / "rdf").rglob("MANIFEST-*"):
        file.write_bytes(b"\x00garbage" * 100)
    with pytest.raises(GraphFolderError, match="kg rebuild"):
        Oxigraph(tmp_path / "rdf")


def test_a_folder_that_can_not_be_made_is_named(tmp_path: Path) -> None:
    """A file in its place, for one."""
    (tmp_path / "rdf").write_text("no folder")
    with pytest.raises(DiskError, match="rdf"):
        Oxigraph(tmp_path / "rdf")


@contextmanager
def full_disk() -> Iterator[None]:
    """Within it, no file of this process can grow beyond a megabyte."""
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)


def test_a_full_disk_loses_nothing(store: Oxigraph, tmp_path: Path) -> None:
    """The error names the folder; what was there is whole, and can be gone on with."""
    long = story("long", ENTITIES)
    words = " ".join(str(number) for number in range(400_000))
    long = replace(long, document=replace(long.document, text=words))
    with full_disk(), pytest.raises(DiskError, match=f"{tmp_path}.*free some space"):
        store.write([long])
    assert list(store.read()) == [FIRST, SECOND]
    store.close()
    with closing(Oxigraph(tmp_path / "rdf")) as again:
        assert list(again.read()) == [FIRST, SECOND]
        again.write([long])
        assert list(again.read()) == [FIRST, SECOND, long]


_WRITE_ON_AND_ON = """
import sys
from stories import claim, entity, story
from kg.loaders.oxigraph import Oxigraph
store = Oxigraph(sys.argv[1])
for number in range(100_000):
    things = [entity(f"org:{n}", "ArmedGroup") for n in range(number % 50 + 2)]
    store.write([story(f"doc-{number % 3}", things, [claim("org:0", "opposes", "org:1")])])
    print(number, flush=True)
"""


def test_a_kill_in_the_middle_leaves_whole_documents(tmp_path: Path) -> None:
    """Whatever was being written or replaced, each document is there as one version or another."""
    for turns in (1, 2, 5, 20):
        with subprocess.Popen(  # noqa: S603 - our own interpreter
            [sys.executable, "-c", _WRITE_ON_AND_ON, str(tmp_path / "rdf")],
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1] / "support")},
            stdout=subprocess.PIPE,
        ) as writer:
            assert writer.stdout is not None
            for _ in range(turns):
                assert writer.stdout.readline()
            writer.kill()
        with closing(Oxigraph(tmp_path / "rdf")) as store:
            digests = store.documents()
            assert {graph.document.id: graph_digest(graph) for graph in store.read()} == digests
            assert len(digests) >= min(turns, 3)


def test_tolls_can_be_compared(store: Oxigraph) -> None:
    """A count is a number as well as the article's words."""
    tolls = [claim("event:1", "fatalities", Value(text)) for text in ("~20", ">50", "des dizaines")]
    store.write([story("c", ENTITIES, tolls)])
    query = "SELECT ?words { ?c rdf:object ?words ; fa:low ?low FILTER (?low > 10) } ORDER BY ?low"
    assert store.query(query).rows == (("26",), (">50",))
