"""`kg rename`: what a thing is called."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import deciding, options


@click.command("rename")
@click.argument("thing", metavar="ID")
@click.argument("name", default="")
@options.in_folder()
@deciding.why
@deciding.undo
def command(thing: str, name: str, folder: Path, why: str, undo: bool) -> None:
    """Decide what a thing is called.

    ID is an id of the graph, or a name that only one thing has.  Its other names are kept as
    aliases, and its id stays.  The decision is kept in DIR/decisions.tsv; with --undo, the
    documents say again what it is called.
    """
    from kg.decisions import RENAME, Decision
    from kg.errors import InputError
    from kg.finding import find
    from kg.folder import GraphFolder

    name = deciding.one_line(name)
    if not name and not undo:
        raise InputError(f"no name; write: kg rename {thing} NAME --in {folder}")
    with GraphFolder.create(folder) as graph:
        decision = Decision(RENAME, find(graph, thing), name, deciding.one_line(why))
        deciding.record(graph, decision, undo=undo)
