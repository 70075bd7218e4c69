"""`kg load`: a built graph into a server."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options
from kg.cli.output import say

if TYPE_CHECKING:
    from kg.gate import Invalid
    from kg.loaders.base import Loader


@click.command("load")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "uri",
    required=True,
    metavar="URI",
    callback=options.server_address("neo4j", "bolt", "http"),
    help="A Neo4j server (neo4j://…, bolt://…) or a SPARQL endpoint (http…/sparql).",
)
@options.server_login
@options.invalid
def command(
    folder: Path, uri: str, user: str, password_file: Path | None, invalid: Invalid
) -> None:
    """Copy a graph folder into a server.

    Documents that the server holds already are brought up to date; others of the server stay.
    """
    from kg.folder import GraphFolder
    from kg.gate import Gate
    from kg.projections import sync

    gate = Gate(invalid, notify=say)
    with GraphFolder.open(folder) as graph, _server(uri, user, password_file) as store:
        done = sync(store, graph.identified, keep_others=True, admits=gate.admits)
        same = len(graph.claims.batches) - len(done.write)
    changed = f"{len(done.write) - len(gate.refused)} added, {len(done.remove)} removed"
    say(f"documents: {changed}, {same} were up to date")
    gate.check()


def _server(uri: str, user: str, password_file: Path | None) -> AbstractContextManager[Loader]:
    """The server at `uri`; NEO4J_PASSWORD is for Neo4j alone, and no other server is told it."""
    from kg.cli.queries import read_password
    from kg.stores import server, sparql_server

    if not uri.startswith(("http://", "https://")):
        return server(uri, user, read_password(password_file))
    return sparql_server(uri, user, read_password(password_file) if password_file else "")
