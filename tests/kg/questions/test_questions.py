"""The prepared questions: on every store, in both languages, the answers that were worked out."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import yaml
from war import DOCUMENTS, GIVEN, RETRACTIONS

from kg.errors import InputError
from kg.loaders.oxigraph import Oxigraph
from kg.loaders.property_graph import PropertyGraph
from kg.loaders.sparql_server import SparqlServer
from kg.questions import CypherEngine, Engine, SparqlEngine, ask, question, questions
from kg.questions.catalogue import LANGUAGES
from kg.questions.steps import STEPS

ANSWERS = yaml.safe_load(Path(__file__).with_name("answers.yaml").read_text(encoding="utf8"))
BACKENDS = [
    "oxigraph",
    "oxigraph server",
    "fuseki server",
    pytest.param("arcadedb", marks=pytest.mark.arcadedb),
    pytest.param("neo4j", marks=pytest.mark.neo4j),
]


@pytest.fixture(scope="module", params=BACKENDS)
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """A store that holds the war, alone, to be asked in its language."""
    store: Any
    if request.param == "oxigraph":
        store = Oxigraph(tmp_path_factory.mktemp("war") / "rdf")
    elif request.param.endswith("server"):
        store = SparqlServer(request.getfixturevalue(request.param.replace(" ", "_")).query)
    else:
        store = PropertyGraph.connect(request.getfixturevalue(f"{request.param}_server"))
    with closing(store):
        store.prepare()
        for document in store.documents():
            store.remove(document)
        store.write(DOCUMENTS)
        store.note(RETRACTIONS)
        cypher = isinstance(store, PropertyGraph)
        yield CypherEngine(store) if cypher else SparqlEngine(store)
        for document in store.documents():
            store.remove(document)
        store.note(())


@pytest.mark.parametrize("key", questions())
def test_a_question_has_its_answer_on_every_store(key: str, engine: Engine) -> None:
    """The rows, and their order, are those worked out by hand; there is one at least."""
    answer = ask(question(key), engine, GIVEN.get(key, {}))
    assert [list(row) for row in answer.rows] == ANSWERS[key]
    assert answer.rows


@pytest.mark.parametrize("key", questions())
def test_a_question_finds_nothing_in_what_is_not_there(key: str, engine: Engine) -> None:
    """A question on the parts of nobody is answered with no row, and without error."""
    nobody = {"un": "person:lena-dorvath", "autre": "organisation:brigade-du-nord"}
    nobody |= dict.fromkeys(("organisation", "acteur"), "person:lena-dorvath")
    nobody |= {"evenement": "person:lena-dorvath", "document": "zzz", "ville": "place:noria"}
    nobody |= {"sujet": "place:noria", "objet": "place:noria", "relation": "leads"}
    given = {name: nobody.get(name, value) for name, value in GIVEN.get(key, {}).items()}
    if given:
        assert ask(question(key), engine, given).rows == ()


def test_thirty_questions_are_prepared() -> None:
    """Each with both texts, which begin with its title, and a step that there is."""
    assert len(questions()) == 30
    for each in questions().values():
        for language in LANGUAGES:
            assert each.title in each.text(language).split("\n")[0]
        assert each.step in ("", *STEPS)
        assert {key.removeprefix("-") for key in each.order} <= {*each.columns, "debut", "phrase"}


def test_no_text_pastes_a_parameter() -> None:
    """Cypher takes each as a parameter, SPARQL in the VALUES line of its name."""
    for each in questions().values():
        for parameter in each.parameters:
            told = each.text("cypher"), each.text("sparql")
            in_step = each.step and parameter.name in (
                "un",
                "autre",
                "acteur",
                "rayon_km",
                "du",
                "au",
            )
            assert f"${parameter.name}" in told[0] or in_step
            assert f"VALUES ?{parameter.name} " in told[1] or in_step


HOSTILE = "x\"'} ) DELETE WHERE { ?s ?p ?o } #"
WRONG: list[tuple[str, dict[str, str], str]] = [
    ("dirigeant-a-une-date", {"organisation": "FDL"}, "needs date .*--with date="),
    ("dirigeant-a-une-date", {"organisation": "FDL", "date": "hier"}, "'hier' is no day"),
    ("dirigeant-a-une-date", {"organisation": "Front du Levan", "date": "2024-01-01"}, "Front du"),
    ("attaques-communes", {"qui": "x"}, "no parameter qui; it takes: none"),
    ("a-deux-pas", {"acteur": "FDL", "certitude": "sûr"}, "give one of asserted, reported"),
    ("attaques-autour-d-une-ville", {"ville": "Kolvar", "rayon_km": "x"}, "'x' is no number"),
    ("qui-dit-quoi", {"evenement": HOSTILE}, "nothing in the graph is called so"),
]


@pytest.mark.parametrize(("key", "given", "message"), WRONG)
def test_a_wrong_parameter_is_told(
    key: str, given: dict[str, str], message: str, engine: Engine
) -> None:
    """In one line that says what to give."""
    with pytest.raises(InputError, match=message):
        ask(question(key), engine, given)


def test_hostile_words_are_values(engine: Engine) -> None:
    """A document id that would close the query is an id like any other: there is no such one."""
    assert ask(question("faits-d-un-document"), engine, {"document": HOSTILE}).rows == ()


def test_an_unknown_question_is_told_with_those_near_it() -> None:
    """So that a slip of the finger is found."""
    with pytest.raises(InputError, match=r"is faits-nies .*meant"):
        question("faits-niés")


def test_the_documentation_lists_every_question() -> None:
    """With its title and what it shows."""
    page = (Path(__file__).parents[3] / "docs" / "questions.md").read_text(encoding="utf8")
    for each in questions().values():
        assert f"| `{each.key}` | {each.title} |" in page
        assert each.about in page
