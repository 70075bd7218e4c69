"""What `import kg` offers; nothing heavy is imported before it is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.folder import GraphFolder
from kg.opened import OpenGraph
from kg.records import DocumentGraph

if TYPE_CHECKING:
    from kg.gate import Invalid
    from kg.pipeline import Report


def build(
    paths: str | Path | Iterable[str | Path],
    *,
    into: str | Path,
    published: date | str | None = None,
    invalid: Invalid = "reject",
    notify: Callable[[str], None] = lambda line: None,
) -> Report:
    """Extract files and folders into the graph folder `into`, as `kg build` does.

    Args:
        paths: one path or several; folders are read with all below them.
        into: the graph folder, made if need be; documents that it holds unchanged are left alone.
        published: the date (or its ISO 8601 text) of documents that give none themselves.
        invalid: what becomes of a document that breaks the ontology's shapes; "report" writes it.
        notify: told, in lines, what a user should know of a document, and each broken shape.

    Returns:
        How many documents were read, the claims by relation, what was skipped and why.

    Raises:
        FaisceauError: a path is missing, the date is none, the folder can't be used, or a store
            does not start.
    """
    from kg.documents import read_documents
    from kg.gate import Gate
    from kg.pipeline import build as build_claims
    from kg.stores import update

    several = [paths] if isinstance(paths, str | Path) else paths
    items = read_documents(several, published=_day(published), notify=notify)
    with GraphFolder.create(into) as folder:
        report = build_claims(items, folder, gate=Gate(invalid, notify=notify))
        update(folder)
    return report


def extract(
    text: str,
    *,
    published: date | str | None = None,
    title: str = "",
    url: str = "",
    id: str = "",
    language: str = "",
) -> DocumentGraph:
    """What an article says: its entities, and its claims with their evidence.

    Args:
        text: the article; offsets in the result count its code points.
        published: the date (or its ISO 8601 text) from which "hier" and the like are counted.
        id: the document's id; without one it is a hash of the content.
        language: an ISO 639-1 code; detected if not given.

    Raises:
        InputError: the text is none, empty, too long, or in a language that is not read; the date
            is none.
        ModelError: the language model is missing.
    """
    from kg.documents import Draft, to_document
    from kg.pipeline import extract as extract_document

    if not isinstance(text, str):
        raise InputError(f"{text!r:.50}: no text; give the article's text as a str")
    draft = Draft("text", text, id, title, url, language, _day(published))
    return extract_document(to_document(draft))


def open(path: str | Path) -> OpenGraph:
    """The graph folder at `path`, to read and to ask; close it, or use it in a `with` block.

    Raises:
        GraphFolderError: there is no graph folder.
        StoreLocked: another process is writing it.
    """
    return OpenGraph(GraphFolder.open(path))


def _day(day: date | str | None) -> date | None:
    if day is None or isinstance(day, date):
        return day
    try:
        return date.fromisoformat(day)
    except (ValueError, TypeError):
        raise InputError(f"published={day!r:.50}: no date; write it as YYYY-MM-DD") from None
