"""`kg rebuild`: the stores anew from the claims."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options
from kg.cli.output import say


@click.command("rebuild")
@options.in_folder()
def command(folder: Path) -> None:
    """Make the stores of a graph folder anew from its claims.

    The old ones stay in place until the new ones are complete.
    """
    from kg.folder import GraphFolder
    from kg.stores import rebuild

    with GraphFolder.open(folder) as graph:
        graph.hold_for_writing()
        rebuild(graph, notify=say)
        say(f"{folder}: {len(graph.claims.batches)} documents in both stores")
