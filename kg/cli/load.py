"""`kg load`: a built graph into a server."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options
from kg.cli.output import say


@click.command("load")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "uri",
    required=True,
    metavar="URI",
    help="A Neo4j server (neo4j://…, bolt://…) or a SPARQL endpoint (http…/sparql).",
)
@options.server_login
def command(folder: Path, uri: str, user: str, password_file: Path | None) -> None:
    """Copy a graph folder into a server.

    Documents that the server holds already are brought up to date; others of the server stay.
    """
    from kg.cli.queries import read_password
    from kg.folder import GraphFolder
    from kg.projections import sync
    from kg.stores import server

    with (
        GraphFolder.open(folder) as graph,
        server(uri, user, read_password(password_file)) as store,
    ):
        done = sync(store, graph.claims, keep_others=True)
        same = len(graph.claims.batches) - len(done.write)
    say(f"{len(done.write)} documents written, {same} were up to date")
