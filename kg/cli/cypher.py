"""`kg cypher`: a query on the property graph, or on a Neo4j server."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options
from kg.cli.output import show_rows

if TYPE_CHECKING:
    from kg.loaders.property_graph import PropertyGraph


@click.command("cypher", short_help="Ask the property graph, or Neo4j, a Cypher query.")
@click.argument("query")
@options.in_folder(required=False)
@click.option(
    "--neo4j",
    "uri",
    metavar="URI",
    callback=options.server_address("neo4j", "bolt"),
    help="Ask this server instead of a folder.",
)
@options.server_login
@options.row_format
def command(
    query: str,
    folder: Path | None,
    uri: str | None,
    user: str,
    password_file: Path | None,
    format: str,
) -> None:
    """Ask the property graph of a graph folder, or a Neo4j server, a Cypher query.

    The query may only read.  QUERY may be - to read it from standard input.
    """
    from kg.cli.queries import read_password, read_query

    if (folder is None) == (uri is None):
        raise click.UsageError("give either --in DIR or --neo4j URI")
    with ExitStack() as stack:
        if folder is not None:
            store = _in_folder(folder, stack)
        else:
            store = _on_server(uri or "", user, read_password(password_file), stack)
        answer = store.query(read_query(query))
    show_rows(answer.columns, answer.rows, format)


def _in_folder(folder: Path, stack: ExitStack) -> PropertyGraph:
    from kg.folder import GraphFolder
    from kg.stores import property_graph

    return stack.enter_context(property_graph(stack.enter_context(GraphFolder.open(folder))))


def _on_server(uri: str, user: str, password: str, stack: ExitStack) -> PropertyGraph:
    from kg.stores import server

    return stack.enter_context(server(uri, user, password))
