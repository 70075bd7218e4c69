"""`kg same`: two things are one."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import deciding, options


@click.command("same")
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@options.in_folder()
@deciding.why
@deciding.undo
def command(one: str, other: str, folder: Path, why: str, undo: bool) -> None:
    """Decide that two things, A and B, are one.

    A and B are ids of the graph, or names that only one thing has.  The decision is kept in
    DIR/decisions.tsv and holds for every rebuild, until --undo or until its line is deleted.
    """
    from kg.decisions import SAME
    from kg.folder import GraphFolder

    with GraphFolder.create(folder) as graph:
        deciding.record_pair(graph, SAME, one, other, why=why, undo=undo)
