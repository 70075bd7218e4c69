"""`kg verify`: whether the stores hold what the claims say."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli import options
from kg.cli.output import plain, say


@click.command("verify")
@options.in_folder()
def command(folder: Path) -> None:
    """Compare both stores with the claims.

    Prints each difference in a line, and fails if there is one.  What it finds is mended by
    kg rebuild.
    """
    from kg.errors import StoresDiffer
    from kg.folder import GraphFolder
    from kg.verification import verify

    number = 0
    with GraphFolder.open(folder) as graph:
        for line in verify(graph):
            number += 1
            sys.stdout.write(f"{plain(line)}\n")
        documents = len(graph.claims.batches)
    if number:
        raise StoresDiffer(f"{folder}: {number} differences; mend them with: kg rebuild --in DIR")
    say(f"{folder}: {documents} documents, the same in the claims and in both stores")
