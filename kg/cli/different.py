"""`kg different`: two things are two."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import deciding, options


@click.command("different")
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@options.in_folder()
@deciding.why
@deciding.undo
def command(one: str, other: str, folder: Path, why: str, undo: bool) -> None:
    """Decide that A and B are not one thing.

    A and B are ids of the graph; of things that were joined, the ids that they had before, or
    ID@DOCUMENT for what one document calls so.  kg review shows them.  The decision is kept in
    DIR/decisions.tsv and holds for every rebuild, until --undo or until its line is deleted.
    """
    from kg.decisions import DIFFERENT
    from kg.folder import GraphFolder

    with GraphFolder.create(folder) as graph:
        deciding.record_pair(graph, DIFFERENT, one, other, why=why, undo=undo)
