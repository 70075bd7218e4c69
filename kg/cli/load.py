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
@click.option(
    "--graph-store",
    metavar="URL",
    default="",
    callback=options.server_address("http"),
    help="Write a SPARQL server by the Graph Store protocol, at this address.",
)
@options.server_login
@options.invalid
def command(
    folder: Path,
    uri: str,
    graph_store: str,
    user: str,
    password_file: Path | None,
    invalid: Invalid,
) -> None:
    """Copy a graph folder into a server.

    A SPARQL server is written by SPARQL 1.1 Update, or with --graph-store by that protocol.
    Documents that the server holds already are brought up to date; others of the server stay.
    """
    from kg.folder import GraphFolder
    from kg.gate import Gate
    from kg.projections import sync

    gate, login = Gate(invalid, notify=say), (user, password_file)
    with GraphFolder.open(folder) as graph, _server(uri, graph_store, *login) as store:
        done = sync(store, graph.identified, keep_others=True, admits=gate.admits)
        same = len(graph.claims.batches) - len(done.write)
    changed = f"{len(done.write) - len(gate.refused)} added, {len(done.remove)} removed"
    say(f"documents: {changed}, {same} were up to date")
    gate.check()


def _server(
    uri: str, graph_store: str, user: str, password_file: Path | None
) -> AbstractContextManager[Loader]:
    """The server at `uri`; NEO4J_PASSWORD is for Neo4j alone, and no other server is told it."""
    from kg.cli.queries import read_password
    from kg.stores import server, sparql_server

    if not uri.startswith(("http://", "https://")):
        if graph_store:
            raise click.UsageError(f"{uri} is no SPARQL server; leave --graph-store out")
        return server(uri, user, read_password(password_file))
    password = read_password(password_file) if password_file else ""
    return sparql_server(uri, user, password, graph_store=graph_store)
