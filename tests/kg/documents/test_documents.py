"""Reading documents: every kind of file, every kind of bad input."""

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kg.documents import Skipped, read_documents
from kg.errors import (
    BinaryInput,
    EmptyInput,
    InputError,
    LanguageError,
    OversizeInput,
)
from kg.records import Document

ARTICLE = (
    "Trois soldats ont été tués lundi dans une embuscade près de Kolvar, "
    "a annoncé le ministère de la Défense."
)


def _read(*paths: Path | str, **options: object) -> list[Document | Skipped]:
    return list(read_documents(paths, **options))  # type: ignore[arg-type]


def _only(*paths: Path | str, **options: object) -> Document:
    (document,) = _read(*paths, **options)
    assert isinstance(document, Document), document
    return document


def _reason(path: Path) -> InputError:
    (skipped,) = _read(path)
    assert isinstance(skipped, Skipped), skipped
    return skipped.reason


def test_a_text_file_keeps_its_text(tmp_path: Path) -> None:
    """The text of a .txt file is the document's, newlines made plain."""
    path = tmp_path / "a.txt"
    path.write_bytes(f"{ARTICLE}\r\nFin.".encode())
    assert _only(path).text == f"{ARTICLE}\nFin."


def test_the_id_comes_from_the_content(tmp_path: Path) -> None:
    """Two files of the same text are one document; another text is another."""
    for name, text in {"a": ARTICLE, "b": ARTICLE, "c": ARTICLE + " Fin."}.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf8")
    a, b, c = (document.id for document in _read(tmp_path) if isinstance(document, Document))
    assert a == b != c


def test_latin_1_is_read_and_said(tmp_path: Path) -> None:
    """An old file in Latin-1 keeps its accents, and the user is told of the guess."""
    path = tmp_path / "a.txt"
    path.write_bytes(ARTICLE.encode("latin-1"))
    lines: list[str] = []
    assert _only(path, published=date(2024, 3, 5), notify=lines.append).text == ARTICLE
    assert len(lines) == 1
    assert "not UTF-8" in lines[0]


def test_utf_16_is_read(tmp_path: Path) -> None:
    """A byte order mark settles the encoding."""
    path = tmp_path / "a.txt"
    path.write_bytes(ARTICLE.encode("utf-16"))
    assert _only(path).text == ARTICLE


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.txt", b"", EmptyInput),
        ("a.txt", b" \n\t\n", EmptyInput),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", BinaryInput),
        ("a.pdf", b"%PDF-1.4", InputError),
        ("a.html", b"<html><body></body></html>", EmptyInput),
        ("a.jsonl", b"{not json}", InputError),
        ("a.jsonl", b'{"title": "sans texte"}', InputError),
        ("a.jsonl", b'{"text": "Du texte.", "published": "hier"}', InputError),
        ("a.jsonl", b'{"text": "Du \\u0000 texte."}', BinaryInput),
        ("a.jsonl", b'{"text": "Du \\ud800 texte."}', BinaryInput),
        ("a.jsonl", b'{"text": "Du texte.", "id": ["x"]}', InputError),
    ],
)
def test_bad_input_is_skipped_with_its_reason(
    tmp_path: Path, name: str, data: bytes, error: type[InputError]
) -> None:
    """Each bad input names its file and gets the error of its kind."""
    path = tmp_path / name
    path.write_bytes(data)
    reason = _reason(path)
    assert type(reason) is error
    assert str(path) in str(reason)


def test_files_of_unknown_kind_in_a_folder_are_skipped_together(tmp_path: Path) -> None:
    """They are told in one line, by number and ending; hidden files are no documents."""
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf8")
    (tmp_path / "deep").mkdir()
    for name in ("b.pdf", "deep/c.PNG", "deep/notes", ".hidden.pdf"):
        (tmp_path / name).write_bytes(b"x")
    document, skipped = _read(tmp_path)
    assert isinstance(document, Document)
    assert isinstance(skipped, Skipped)
    assert "3 files of unknown kind (.pdf, .png, no ending)" in str(skipped.reason)


def test_one_file_of_unknown_kind_in_a_folder_is_named(tmp_path: Path) -> None:
    """A single one is skipped under its own name."""
    (tmp_path / "a.pdf").write_bytes(b"x")
    assert "a.pdf: unknown kind" in str(_reason(tmp_path))


@pytest.mark.parametrize(("number", "lines"), [(1, 1), (3, 3), (4, 4), (9, 4)])
def test_undated_documents_are_named_and_then_counted(
    number: int, lines: int, tmp_path: Path
) -> None:
    """Three lines at most name one each; a last one gives the number of all."""
    for each in range(number):
        (tmp_path / f"{each}.txt").write_text(f"{ARTICLE} {each}", encoding="utf8")
    told: list[str] = []
    assert len(_read(tmp_path, notify=told.append)) == number
    assert len(told) == lines
    assert all("--published" in line for line in told)
    assert (f"{number} documents" in told[-1]) == (number > 3)


def test_another_language_is_skipped(tmp_path: Path) -> None:
    """An English article is named as such and left out."""
    path = tmp_path / "a.txt"
    path.write_text(
        "The army said on Monday that three soldiers had been killed in an ambush near the town, "
        "and that the attackers fled into the hills before the helicopters arrived.",
        encoding="utf8",
    )
    reason = _reason(path)
    assert isinstance(reason, LanguageError)
    assert "'en'" in str(reason)


def test_a_declared_language_wins(tmp_path: Path) -> None:
    """A document that says its language is taken at its word."""
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "Kolvar: three dead.", "language": "fr-FR"}))
    assert _only(path).language == "fr"
    path.write_text(json.dumps({"text": ARTICLE, "language": "de"}))
    assert isinstance(_reason(path), LanguageError)


def test_an_article_of_five_megabytes_is_refused(tmp_path: Path) -> None:
    """A text longer than any article is refused with the limit and the cure."""
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE * 50_000, encoding="utf8")
    reason = _reason(path)
    assert isinstance(reason, OversizeInput)
    assert "split it" in str(reason)


def test_json_lines_give_their_fields(tmp_path: Path) -> None:
    """Every field of a line reaches the document, and the id is kept."""
    path = tmp_path / "a.jsonl"
    line = {
        "id": "../étrange id",
        "text": ARTICLE,
        "title": "Embuscade",
        "url": "https://exemple.org/1",
        "published": "2024-03-05T18:00:00+01:00",
        "language": "fr",
    }
    path.write_text(json.dumps(line) + "\n\n", encoding="utf8")
    assert _only(path) == Document(
        "../étrange id", ARTICLE, "fr", "Embuscade", "https://exemple.org/1", date(2024, 3, 5)
    )


def test_a_bad_line_does_not_lose_the_others(tmp_path: Path) -> None:
    """Around a broken line, the good ones are read; the broken one is named by its number."""
    path = tmp_path / "a.jsonl"
    good = json.dumps({"text": ARTICLE})
    path.write_text(f"{good}\nnon\n{good}\n", encoding="utf8")
    kinds = [type(item) for item in _read(path)]
    assert kinds == [Document, Skipped, Document]
    skipped = _read(path)[1]
    assert isinstance(skipped, Skipped)
    assert skipped.source.endswith(":2")


def test_the_given_date_is_for_those_that_have_none(tmp_path: Path) -> None:
    """`published` dates undated documents only."""
    path = tmp_path / "a.jsonl"
    lines = [{"id": "1", "text": ARTICLE}, {"id": "2", "text": ARTICLE, "published": "2023-01-02"}]
    path.write_text("\n".join(map(json.dumps, lines)))
    days = [d.published for d in _read(path, published=date(2024, 3, 5)) if isinstance(d, Document)]
    assert days == [date(2024, 3, 5), date(2023, 1, 2)]


def test_a_missing_date_is_said(tmp_path: Path) -> None:
    """An undated document is read, and the user is told the cure."""
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf8")
    lines: list[str] = []
    assert _only(path, notify=lines.append).published is None
    assert "--published" in lines[0]


def test_an_html_page_gives_its_article(tmp_path: Path) -> None:
    """Title, date and main text are taken, menus and scripts are not."""
    path = tmp_path / "a.html"
    path.write_text(
        f"""<html lang="fr"><head><meta charset="utf-8"><title>Embuscade à Kolvar</title>
        <meta property="article:published_time" content="2024-03-05T10:00:00Z"></head>
        <body><nav><a href="/">Accueil</a></nav><script>alert("x")</script>
        <article><h1>Embuscade à Kolvar</h1><p>{ARTICLE}</p><p>{ARTICLE} Deux autres soldats
        sont blessés.</p></article></body></html>""",
        encoding="utf8",
    )
    document = _only(path)
    assert document.title == "Embuscade à Kolvar"
    assert document.published == date(2024, 3, 5)
    assert document.text.startswith("Embuscade à Kolvar")
    assert "Deux autres soldats" in document.text
    assert "alert" not in document.text
    assert "Accueil" not in document.text


def test_markdown_loses_its_marks(tmp_path: Path) -> None:
    """Emphasis and links leave their words; the first heading is the title."""
    path = tmp_path / "a.md"
    path.write_text(f"# Embuscade à **Kolvar**\n\n{ARTICLE} [Suite](https://exemple.org).\n")
    document = _only(path)
    assert document.title == "Embuscade à Kolvar"
    assert document.text == f"Embuscade à Kolvar\n\n{ARTICLE} Suite."


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE.encode(),
        json.dumps({"text": ARTICLE}).encode(),
        f"<html><body><article><p>{ARTICLE}</p></article></body></html>".encode(),
    ],
    ids=["text", "jsonl", "html"],
)
def test_standard_input_is_recognised(data: bytes) -> None:
    """`-` reads text, JSON Lines or HTML, whichever comes."""
    assert _only("-", stdin=io.BytesIO(data)).text.strip() == ARTICLE


def test_a_folder_is_read_in_order_of_name(tmp_path: Path) -> None:
    """Files of known kinds are read, those of subfolders too; hidden and other files are not."""
    for name in ["b.txt", "a.txt", "sub/c.txt", ".hidden.txt", "image.png"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{ARTICLE} {name}", encoding="utf8")
    texts = [document.text for document in _read(tmp_path) if isinstance(document, Document)]
    assert [text.rsplit(" ", 1)[1] for text in texts] == ["a.txt", "b.txt", "sub/c.txt"]


@pytest.mark.parametrize("path", ["absent.txt", "-"])
def test_a_path_that_is_not_there_stops_the_run(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A missing path is a mistake of the user's, told before anything is read."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=r"no such file|no standard input"):
        _read(path)


def test_nothing_is_notified_for_a_sound_document(tmp_path: Path) -> None:
    """A dated UTF-8 document is read in silence."""
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": ARTICLE, "published": "2024-03-05"}))
    lines: list[str] = []
    notify: Callable[[str], None] = lines.append
    _only(path, notify=notify)
    assert lines == []
