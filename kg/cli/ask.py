"""`kg ask`: the questions that are prepared."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options
from kg.cli.output import show_rows

if TYPE_CHECKING:
    from kg.questions import Engine, Question

LISTED = ("key", "question", "parameters")


def _given(
    ctx: click.Context, parameter: click.Parameter, value: tuple[str, ...]
) -> dict[str, str]:
    found = {}
    for each in value:
        name, equals, told = each.partition("=")
        if not equals or not name:
            raise click.BadParameter(f"{each} is no NAME=VALUE")
        found[name] = told
    return found


@click.command("ask", short_help="Ask a prepared question; without one, list them.")
@click.argument("key", required=False)
@options.in_folder(required=False)
@click.option(
    "--with",
    "given",
    multiple=True,
    metavar="NAME=VALUE",
    callback=_given,
    help="A parameter of the question; things by name or id.  May be repeated.",
)
@click.option(
    "--language",
    type=click.Choice(["cypher", "sparql"]),
    help="Ask the property graph or the RDF store; the answer is the same.  [default: cypher]",
)
@click.option(
    "--neo4j",
    "neo4j_uri",
    metavar="URI",
    callback=options.server_address("neo4j", "bolt"),
    help="Ask this Neo4j server instead of a folder.",
)
@click.option(
    "--sparql",
    "sparql_url",
    metavar="URL",
    callback=options.server_address("http"),
    help="Ask this SPARQL endpoint instead of a folder.",
)
@options.server_login
@click.option("--show", is_flag=True, help="Print the query itself, to copy and change.")
@options.row_format
def command(
    key: str | None,
    folder: Path | None,
    given: dict[str, str],
    language: str | None,
    neo4j_uri: str | None,
    sparql_url: str | None,
    user: str,
    password_file: Path | None,
    show: bool,
    format: str,
) -> None:
    """Ask the prepared question KEY; without KEY, list all of them.

    Each question stands in a file of Cypher and one of SPARQL, which `--show` prints.
    """
    from kg.questions import ask, question, questions

    if key is None:
        rows = ((q.key, q.title, _parameters(q)) for q in questions().values())
        show_rows(LISTED, rows, format)
        return
    asked = question(key)
    if show:
        click.echo(
            asked.text("sparql" if language == "sparql" or sparql_url else "cypher"), nl=False
        )
        return
    if sum(place is not None for place in (folder, neo4j_uri, sparql_url)) != 1:
        raise click.UsageError("give one of --in DIR, --neo4j URI, --sparql URL")
    wrong = neo4j_uri if language == "sparql" else sparql_url if language == "cypher" else None
    if wrong:
        raise click.UsageError(f"{wrong} does not speak {language}; leave --language out")
    with ExitStack() as stack:
        if folder is not None:
            engine = _in_folder(folder, language or "cypher", stack)
        else:
            engine = _on_server(neo4j_uri, sparql_url, user, password_file, stack)
        answer = ask(asked, engine, given)
    show_rows(answer.columns, answer.rows, format)


def _parameters(question: Question) -> str:
    return ", ".join(
        each.name if each.default is None else f"{each.name}={each.default}"
        for each in question.parameters
    )


def _in_folder(folder: Path, language: str, stack: ExitStack) -> Engine:
    from kg.folder import GraphFolder
    from kg.questions import CypherEngine, SparqlEngine
    from kg.stores import property_graph, rdf_store

    graph = stack.enter_context(GraphFolder.open(folder))
    if language == "sparql":
        return SparqlEngine(stack.enter_context(rdf_store(graph)))
    return CypherEngine(stack.enter_context(property_graph(graph)))


def _on_server(
    neo4j_uri: str | None,
    sparql_url: str | None,
    user: str,
    password_file: Path | None,
    stack: ExitStack,
) -> Engine:
    from kg.cli.queries import read_password
    from kg.questions import CypherEngine, SparqlEngine
    from kg.stores import server, sparql_server

    if neo4j_uri:
        store = server(neo4j_uri, user, read_password(password_file))
        return CypherEngine(stack.enter_context(store))
    password = read_password(password_file) if password_file else ""
    return SparqlEngine(stack.enter_context(sparql_server(sparql_url or "", user, password)))
