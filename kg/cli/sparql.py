"""`kg sparql`: a query on the RDF store."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options
from kg.cli.output import show_rows


@click.command("sparql", short_help="Ask the RDF store a SPARQL query.")
@click.argument("query")
@options.in_folder()
@options.row_format
def command(query: str, folder: Path, format: str) -> None:
    """Ask the RDF store of a graph folder a SPARQL query.

    A query without GRAPH sees all documents together; each document is a graph of its own.
    QUERY may be - to read it from standard input.  The prefixes of the ontology are known.
    """
    from kg.cli.queries import read_query
    from kg.folder import GraphFolder
    from kg.stores import rdf_store

    with GraphFolder.open(folder) as graph, rdf_store(graph) as store:
        answer = store.query(read_query(query))
    show_rows(answer.columns, answer.rows, format)
