"""The way of the data, with what a team knows itself."""

from pathlib import Path

from parsing import PUBLISHED

from kg.extractor import fingerprint
from kg.folder import GraphFolder
from kg.known import own_actors
from kg.pipeline import build, extract
from kg.records import Document

TEXT = "Huit soldats ont été tués mardi dans une attaque du Harim près de Kolvar."
ARTICLE = Document("example", TEXT, published=PUBLISHED)
ACTORS = "organisation:ligue-harim: {type: ArmedGroup, names: {fr: [Ligue Harim, Harim]}}\n"


def groups(path: Path) -> list[str]:
    """The armed groups that are found in the article with the actors of the file at `path`."""
    graph = extract(ARTICLE, own=own_actors(path).values())
    return [entity.id for entity in graph.entities if entity.type == "ArmedGroup"]


def test_the_names_of_a_teams_own_actors_are_found(tmp_path: Path) -> None:
    """A name that only the team knows is a group in texts; without the file it is not."""
    path = tmp_path / "actors.yaml"
    assert groups(path) == []
    path.write_text(ACTORS, encoding="utf8")
    assert groups(path) == ["organisation:ligue-harim"]


def test_a_folder_is_built_anew_when_its_actors_change(tmp_path: Path) -> None:
    """The file may be there before the folder is, and a change of it is one of the extractor."""
    before = fingerprint()
    with GraphFolder.create(tmp_path / "graphe") as folder:
        assert build([ARTICLE], folder).documents == 1
        assert build([ARTICLE], folder).unchanged == 1
        folder.own_actors.write_text(ACTORS, encoding="utf8")
        report = build([ARTICLE], folder)
        assert (report.documents, report.unchanged) == (1, 0)
        assert report.relations["perpetrator"] == 1
        assert build([ARTICLE], folder).unchanged == 1
    assert fingerprint() == before


def test_a_folder_with_nothing_but_decisions_and_actors_is_taken(tmp_path: Path) -> None:
    """What a team keeps in git comes first; the graph is built around it."""
    (tmp_path / "actors.yaml").write_text(ACTORS, encoding="utf8")
    (tmp_path / "decisions.tsv").write_text("", encoding="utf8")
    with GraphFolder.create(tmp_path) as folder:
        assert build([ARTICLE], folder).relations["perpetrator"] == 1
