"""`kg rebuild`: the stores anew from the claims."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options
from kg.cli.output import say

if TYPE_CHECKING:
    from kg.gate import Invalid


@click.command("rebuild")
@options.in_folder()
@options.invalid
def command(folder: Path, invalid: Invalid) -> None:
    """Make the stores of a graph folder anew from its claims.

    The old ones stay in place until the new ones are complete, and also where a document is
    rejected.
    """
    from kg.folder import GraphFolder
    from kg.gate import Gate
    from kg.stores import rebuild

    gate = Gate(invalid, notify=say)
    with GraphFolder.open(folder) as graph:
        graph.hold_for_writing()
        for each in graph.identified.graphs():
            gate.admits(each)
        gate.check()
        rebuild(graph, notify=say)
        say(f"{folder}: {len(graph.claims.batches)} documents in both stores")
