"""`import kg`: what a program sees."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from examples import graph

import kg
from kg import errors
from kg.folder import GraphFolder

TEXT = "Au moins douze soldats ont été tués lundi dans une attaque près de Kolvar, en Vardanie."


def test_all_names_are_there() -> None:
    """Every name of `__all__` can be had."""
    assert all(hasattr(kg, name) for name in kg.__all__)


def test_importing_is_cheap() -> None:
    """`import kg` loads neither the language model nor a store."""
    code = "import kg, sys; print({'spacy', 'neo4j', 'pyoxigraph', 'yaml'} & set(sys.modules))"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    assert done.stdout == "set()\n"


def test_extract_dates_by_the_given_day() -> None:
    """A date as text or as a date gives the same graph; "lundi" is the Monday before."""
    found = kg.extract(TEXT, published="2024-03-05")
    assert found == kg.extract(TEXT, published=date(2024, 3, 5))
    assert "2024-03-04" in {getattr(claim.object, "text", None) for claim in found.claims}


def test_extract_keeps_what_is_given() -> None:
    """Id, title and address are the document's."""
    document = kg.extract(TEXT, id="a", title="Titre", url="https://exemple.org").document
    assert (document.id, document.title, document.url) == ("a", "Titre", "https://exemple.org")
    assert document.text == TEXT


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", errors.EmptyInput),
        ("The army said on Monday that three soldiers had died.", errors.LanguageError),
        ("Un texte.\x00", errors.BinaryInput),
    ],
)
def test_bad_text_is_refused(text: str, error: type[errors.FaisceauError]) -> None:
    """The errors are those of the command line."""
    with pytest.raises(error):
        kg.extract(text)


@pytest.mark.parametrize(
    ("text", "published", "advice"),
    [
        (TEXT, "hier", "YYYY-MM-DD"),
        (TEXT, 3, "YYYY-MM-DD"),
        (3, None, "text"),
        (None, None, "text"),
    ],
)
def test_what_is_no_text_or_no_date_is_refused(
    text: object, published: object, advice: str
) -> None:
    """The error says what to write."""
    with pytest.raises(errors.InputError, match=advice):
        kg.extract(text, published=published)  # type: ignore[arg-type]


def test_a_build_with_no_date_leaves_no_folder(tmp_path: Path) -> None:
    """The date is refused before anything is made."""
    with pytest.raises(errors.InputError, match="YYYY-MM-DD"):
        kg.build(tmp_path, into=tmp_path / "graph", published="hier")
    assert not (tmp_path / "graph").exists()


def test_open_reads_what_was_written(tmp_path: Path) -> None:
    """Documents, claims, merged entities and the network of a folder."""
    with GraphFolder.create(tmp_path) as folder:
        for document_id in ("b", "a"):
            folder.claims.append(graph(document_id), extractor="x")
    with kg.open(tmp_path) as opened:
        assert [document.id for document in opened.documents()] == ["a", "b"]
        assert list(opened.claims()) == [*graph("a").claims, *graph("b").claims]
        assert [e.id for e in opened.entities()] == ["org:armee-vardane", "place:kolvar"]
        assert opened.network().number_of_edges() == 2


def test_a_closed_graph_lets_others_write(tmp_path: Path) -> None:
    """While it is open nobody writes the folder; once closed they may."""
    GraphFolder.create(tmp_path).close()
    with kg.open(tmp_path), pytest.raises(errors.StoreLocked):
        GraphFolder.create(tmp_path)
    GraphFolder.create(tmp_path).close()


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    """`kg.open` of nothing says how to build."""
    with pytest.raises(errors.GraphFolderError, match="kg build"):
        kg.open(tmp_path / "absent")
