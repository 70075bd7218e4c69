"""`kg extract`: extraction alone."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from kg.cli import options
from kg.cli.formats import FORMATS, Format
from kg.cli.ontology_help import OntologyHelp
from kg.disk import disk_errors, write_whole
from kg.records import DocumentGraph


@click.command(
    "extract", cls=OntologyHelp, short_help="Print what documents say, without building."
)
@options.paths
@click.option(
    "--format",
    type=click.Choice(list(FORMATS)),
    default="json",
    show_default=True,
    help="How each document's graph is written; its JSON is described by extraction.schema.json.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write one file a document into DIR, named after the document's id.",
)
@options.published
def command(paths: tuple[str, ...], format: str, out: Path | None, published: date | None) -> None:
    """Print what documents say: entities, and claims with their evidence.

    PATH is a file (.txt, .md, .html, .jsonl), a folder, or - for standard input.  Several documents
    are printed one after the other; as JSON, in one array.
    """
    from kg.cli.reading import Reading
    from kg.pipeline import extract

    reading = Reading(paths, published)
    graphs = map(extract, reading.documents())
    if out is None:
        _print(graphs, FORMATS[format])
    else:
        _write(graphs, FORMATS[format], out)
    reading.check()


def _print(graphs: Iterable[DocumentGraph], format: Format) -> None:
    for piece in format.render(graphs):
        sys.stdout.write(piece)
        sys.stdout.flush()


def _write(graphs: Iterable[DocumentGraph], format: Format, folder: Path) -> None:
    from kg.cli.files import file_name

    with disk_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
    for graph in graphs:
        text = "".join(format.render([graph]))
        write_whole(folder / file_name(graph.document.id, format.ending), text.encode())
