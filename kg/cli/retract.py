"""`kg retract`: a document taken out of the graph."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import deciding, options
from kg.cli.output import say

if TYPE_CHECKING:
    from kg.claimsfile import ClaimsFile


@click.command("retract")
@click.argument("document", metavar="DOC")
@options.in_folder()
@deciding.why
@deciding.undo
def command(document: str, folder: Path, why: str, undo: bool) -> None:
    """Take a document out of the graph.

    With it goes all that only it supports; what other documents say stays.  DOC is its id, or its
    url.  A trace tells what was taken out, when and why; building the same document again does not
    bring it back, --undo does.  What was begun and interrupted is finished by the same command.
    """
    from kg.errors import InputError
    from kg.folder import GraphFolder
    from kg.stores import update

    with GraphFolder.open(folder) as graph:
        graph.hold_for_writing()
        found = graph.claims.find(document)
        if not found:
            raise InputError(f"{document}: is not there; kg cypher lists the ids (in {folder})")
        done = _put_back(graph.claims, found) if undo else _take_out(graph.claims, found, why)
        update(graph)
    say(f"{found}: {done}")


def _take_out(claims: ClaimsFile, document: str, why: str) -> str:
    from kg.records import Retraction

    if document not in claims.batches:
        return "was taken out already"
    now = datetime.now(UTC).isoformat(timespec="seconds")
    claims.retract(Retraction(document, now, deciding.one_line(why)))
    return "taken out"


def _put_back(claims: ClaimsFile, document: str) -> str:
    if document not in (trace.document for trace in claims.retractions):
        return "is not taken out"
    claims.restore(document)
    return "put back"
