"""`kg demo`: a first graph."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.output import plain, say, table

if TYPE_CHECKING:
    from kg.demo import Tour


@click.command("demo", short_help="Try it: a graph from twelve invented dispatches.")
@click.option(
    "--into",
    "folder",
    type=click.Path(path_type=Path),
    default="faisceau-demo",
    show_default=True,
    metavar="DIR",
    help="The graph folder, made if need be.",
)
def command(folder: Path) -> None:
    """Build a graph from twelve invented dispatches, and show what is in it."""
    import kg
    from kg.cli.progress import progress
    from kg.demo import DISPATCHES, tour
    from kg.documents import read_documents
    from kg.folder import GraphFolder
    from kg.pipeline import build
    from kg.stores import update

    say("loading the language model")
    items = list(read_documents([DISPATCHES]))
    with GraphFolder.create(folder) as graph_folder:
        with progress("reading", total=len(items)) as bar:
            build(items, graph_folder, advance=bar.step)
        update(graph_folder, notify=say)
    with kg.open(folder) as graph:
        sys.stdout.writelines(_pages(tour(graph)))
    sys.stdout.writelines(_next_commands(folder))


def _pages(shown: Tour) -> Iterator[str]:
    yield f"{shown.documents} dispatches, {shown.entities} entities, {shown.claims} claims\n\n"
    rows = [(actor.name, actor.type, actor.neighbours) for actor in shown.actors]
    yield table(("best connected", "type", "neighbours"), rows)
    for fact in shown.facts:
        words = f"{fact.subject} — {fact.relation} → {fact.object} ({fact.certainty})"
        yield f"\n{plain(words)}\n    « {plain(fact.sentence)} »\n"


def _next_commands(folder: Path) -> Iterator[str]:
    where = shlex.quote(str(folder))
    yield "\nTry next:\n"
    for command_line in (_SPARQL, _CYPHER, _BUILD):
        yield f"  {command_line.replace('DIR', where)}\n"


_SPARQL = (
    "kg sparql 'SELECT ?what ?where { ?a fa:occurredIn ?b . ?a rdfs:label ?what . "
    "?b rdfs:label ?where }' --in DIR"
)
_CYPHER = "kg cypher 'MATCH (a)-[r:ATTACKED]->(b) RETURN a.name, b.name, r.certainty' --in DIR"
_BUILD = "kg build MY-ARTICLES/ --into my-graph"
