"""`kg retract`: a document taken out of the graph."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import deciding, options
from kg.cli.output import say

if TYPE_CHECKING:
    from kg.folder import GraphFolder


@click.command("retract")
@click.argument("document", metavar="DOC")
@options.in_folder()
@deciding.why
@deciding.undo
def command(document: str, folder: Path, why: str, undo: bool) -> None:
    """Take a document out of the graph.

    With it goes all that only it supports; what other documents say stays.  DOC is its id, or its
    url.  A trace tells what was taken out,
    when and why; building the same document again does not bring it back, --undo does.
    """
    from kg.errors import InputError
    from kg.folder import GraphFolder
    from kg.records import Retraction
    from kg.stores import update

    with GraphFolder.create(folder) as graph:
        if undo:
            held = [trace.document for trace in graph.claims.retractions]
        else:
            held = list(graph.claims.batches)
        found = document if document in held else _with_url(document, graph)
        if found not in held:
            known = "is not taken out" if undo else "is not there; kg cypher lists the ids"
            raise InputError(f"{document}: {known} (in {folder})")
        if undo:
            graph.claims.restore(found)
        else:
            now = datetime.now(UTC).isoformat(timespec="seconds")
            graph.claims.retract(Retraction(found, now, deciding.one_line(why)))
        update(graph)
    say(f"{found}: {'put back' if undo else 'taken out'}")


def _with_url(url: str, graph: GraphFolder) -> str:
    """The id of the document that has this url, or ""."""
    return next(
        (each.document.id for each in graph.claims.graphs() if each.document.url == url), ""
    )
